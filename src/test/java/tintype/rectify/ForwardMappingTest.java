package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import tintype.Canceled;
import tintype.Progress;

class ForwardMappingTest {

	/**
	 * The example of the posts, a notebook: (67, 448), (129, 602), (392, 362), (494, 483)
	 * go to (78, 386), (78, 552), (453, 386), (453, 552). Exact, rounded once.
	 */
	private static final Homography NOTEBOOK = Homography.of(0.002496636706786708, -0.0007704058378533266, 0.38974350705576405, //
		0.0007634347123342907, 0.00428186306981739, -0.9209084796437842, //
		-1.4568870886306884e-07, 3.0680592230623877e-06, 0.0013516340865898653);

	private static final int SIDE = 640;
	private static final int WIDTH = 376;
	private static final int HEIGHT = 167;

	/** The notebook alone, from (78, 386) to (453, 552). */
	private static Homography page() {
		return Homography.of(1, 0, -78, 0, 1, -386, 0, 0, 1).after(NOTEBOOK);
	}

	private static int[] numbered(int pixels) {
		int[] numbers = new int[pixels];
		for (int i = 0; i < pixels; i++)
			numbers[i] = i + 1;
		return numbers;
	}

	/** Counted by another program from the definition: 10835 of 62792, 17.3 %. */
	@Test
	void thePostsExampleHasItsHoles() {
		ForwardMapping notebook = ForwardMapping.of(new byte[SIDE * SIDE], SIDE, SIDE, page(), WIDTH, HEIGHT, Progress.NONE);
		assertEquals((long) WIDTH * HEIGHT, notebook.covered());
		assertEquals(10835, notebook.holes(), "black pixels are no holes");
		assertEquals(0.17255, notebook.holeShare(), 1e-5);
	}

	/** Asked the other way round: which pixels of the photograph round to this one, and which of them is last? */
	@Test
	void everyPixelIsTheLastThatRoundsToIt() {
		Homography map = page();
		int[] photo = numbered(SIDE * SIDE);
		ForwardMapping written = ForwardMapping.of(photo, SIDE, SIDE, map, WIDTH, HEIGHT, Progress.NONE);
		int[] flat = (int[]) written.pixels();
		Homography back = map.inverse();
		for (int v = 0; v < HEIGHT; v++)
			for (int u = 0; u < WIDTH; u++) {
				int expected = last(map, back, photo, u, v);
				assertEquals(expected, flat[v * WIDTH + u], "at " + u + ", " + v);
				assertEquals(expected == 0 ? 0 : 255, written.visited()[v * WIDTH + u] & 0xff);
			}
	}

	private static int last(Homography map, Homography back, int[] photo, int u, int v) {
		double[] middle = back.map(u, v);
		int value = 0;
		for (int y = (int) middle[1] - 4; y <= middle[1] + 4; y++)
			for (int x = (int) middle[0] - 4; x <= middle[0] + 4; x++) {
				double[] image = map.map(x, y);
				if (Math.round(image[0]) == u && Math.round(image[1]) == v) value = photo[y * SIDE + x];
			}
		return value;
	}

	@Test
	void twiceTheSizeLeavesThreeOfFour() {
		float[] photo = { 1, 2, 3, 4 };
		ForwardMapping twice = ForwardMapping.of(photo, 2, 2, Homography.of(2, 0, 0, 0, 2, 0, 0, 0, 1), 4, 4, Progress.NONE);
		assertArrayEquals(new float[] { 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0 }, (float[]) twice.pixels());
		assertEquals(0, twice.visited()[1]);
		assertEquals((byte) 255, twice.visited()[2]);
		assertEquals(9, twice.covered(), "the photograph ends at 2.99");
		assertEquals(5, twice.holes());
	}

	/** Of four pixels that become one, the last in the order of rows stays. */
	@Test
	void theLastWriterWins() {
		short[] photo = { 1, 2, 3, 4 };
		ForwardMapping one = ForwardMapping.of(photo, 2, 2, Homography.of(0.5, 0, -0.25, 0, 0.5, -0.25, 0, 0, 1), 1, 1, Progress.NONE);
		assertArrayEquals(new short[] { 4 }, (short[]) one.pixels());
		assertEquals(0, one.holeShare());
	}

	@Test
	void anyTypeIsWrittenAlike() {
		Random random = new Random(1);
		int[] values = random.ints(SIDE * SIDE).toArray();
		byte[] bytes = new byte[values.length];
		short[] shorts = new short[values.length];
		float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
			shorts[i] = (short) values[i];
			floats[i] = Float.intBitsToFloat(values[i]);
		}
		List<Object> flats = new ArrayList<>();
		for (Object pixels : new Object[] { values, bytes, shorts, floats })
			flats.add(ForwardMapping.of(pixels, SIDE, SIDE, page(), WIDTH, HEIGHT, Progress.NONE).pixels());
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			int value = ((int[]) flats.get(0))[i];
			assertEquals((byte) value, ((byte[]) flats.get(1))[i]);
			assertEquals((short) value, ((short[]) flats.get(2))[i]);
			assertEquals(Float.intBitsToFloat(value), ((float[]) flats.get(3))[i]);
		}
	}

	/** Beyond the horizon at y = 100 there is the same point once more, upside down. */
	@Test
	void nothingComesFromBeyondTheHorizon() {
		Homography road = Homography.of(1, 0, 0, 0, 2, 0, 0, 0.01, -1);
		byte[] photo = new byte[200 * 100];
		ForwardMapping flat = ForwardMapping.of(photo, 200, 100, road, 400, 400, Progress.NONE);
		assertEquals(0, flat.covered());
		for (byte visited : flat.visited())
			assertEquals(0, visited);
	}

	@Test
	void wrongPixelsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> ForwardMapping.of(new byte[5], 2, 2, page(), 2, 2, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> ForwardMapping.of(new double[4], 2, 2, page(), 2, 2, Progress.NONE));
	}

	@Test
	void cancelEndsIt() {
		assertThrows(CancellationException.class, () -> ForwardMapping.of(new byte[4], 2, 2, page(), 2, 2, new Canceled()));
	}

	@Test
	void progressReachesItsEnd() {
		long[] last = new long[2];
		ForwardMapping.of(new byte[SIDE * SIDE], SIDE, SIDE, page(), WIDTH, HEIGHT, new Progress() {

			@Override
			public void report(long done, long total, String text) {
				assertTrue(done >= last[0] && done <= total);
				last[0] = done;
				last[1] = total;
			}

			@Override
			public boolean canceled() {
				return false;
			}
		});
		assertEquals(last[1], last[0]);
	}
}
