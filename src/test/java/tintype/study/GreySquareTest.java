package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import tintype.train.Photo;

class GreySquareTest {

	@Test
	void lumaOfTheColours() {
		byte[] square = GreySquare.of(new Photo(2, 2, new int[] { 0xff0000, 0x00ff00, 0x0000ff, 0xffffff }), 2);
		assertArrayEquals(new byte[] { 76, (byte) 150, 29, (byte) 255 }, square);
	}

	@Test
	void meansOfAreas() {
		int[] rgb = new int[12 * 12];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = 0x010101 * (i % 12 * 10 + i / 12);
		byte[] square = GreySquare.of(new Photo(12, 12, rgb), 4);
		for (int y = 0; y < 4; y++)
			for (int x = 0; x < 4; x++)
				assertEquals(10 * (3 * x + 1) + 3 * y + 1, square[y * 4 + x]);
	}

	/** A wide picture keeps its shape; above and below it lies the grey of its border. */
	@Test
	void shapeIsKept() {
		int[] rgb = new int[40 * 20];
		Arrays.fill(rgb, 0x404040);
		rgb[10 * 40 + 20] = 0xffffff;
		byte[] square = GreySquare.of(new Photo(40, 20, rgb), 20);
		for (int i = 0; i < square.length; i++)
			assertEquals(i == 10 * 20 + 10 ? 64 + Math.round(191 / 4f) : 64, square[i] & 255, "at " + i);
	}

	@Test
	void anyShape() {
		Random random = new Random(5);
		for (int[] size : new int[][] { { 1, 1 }, { 1, 1000 }, { 1000, 1 }, { 7, 3 }, { 28, 28 }, { 29, 500 }, { 3001, 17 } }) {
			int[] rgb = new int[size[0] * size[1]];
			Arrays.fill(rgb, 0x010101 * (1 + random.nextInt(255)));
			byte[] square = GreySquare.of(new Photo(size[0], size[1], rgb), 28);
			for (byte grey : square)
				assertEquals(rgb[0] & 255, grey & 255);
		}
	}
}
