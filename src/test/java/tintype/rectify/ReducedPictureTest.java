package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import tintype.Progress;

class ReducedPictureTest {

	/** Blocks of two; the last column and row hold less, one block holds no sample. */
	@Test
	void meansOfBlocks() {
		float nan = Float.NaN;
		float[] picture = { 1, 2, nan, nan, 8, 3, 2, nan, nan, 6, nan, 5, 1, 1, Float.POSITIVE_INFINITY };
		ReducedPicture reduced = ReducedPicture.of(picture, 5, 3, 3, Progress.NONE);
		float all = 29 / 9f;
		assertEquals(2, reduced.block());
		assertArrayEquals(new float[] { 2, all, 7, 5, 1, all }, reduced.values(), 1e-6f);
		assertEquals(0.5, reduced.original(0));
		assertEquals(2.5, reduced.original(1));
	}

	@Test
	void smallPicturesStayAsTheyAre() {
		float[] picture = { 1, 2, 3, 4, 5, 6 };
		ReducedPicture reduced = ReducedPicture.of(picture, 3, 2, 500, Progress.NONE);
		assertArrayEquals(picture, reduced.values());
		assertEquals(2, reduced.original(2));
	}
}
