package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class AbHistogramTest {

	@Test
	void binsAreOrderedByAThenB() {
		AbHistogram histogram = new AbHistogram();
		double[][] colours = { { 31, 9 }, { -22, 4 }, { 1, 2 }, { -19, -17 }, { 3, -4 } };
		for (double[] ab : colours)
			histogram.add(ab[0], ab[1]);
		AbGrid expected = AbGrid.of(new double[] { -20, -20, 0, 30 }, new double[] { -20, 0, 0, 10 });
		assertEquals(expected, histogram.grid(10, 0));
		assertArrayEquals(new double[] { 0.2, 0.2, 0.4, 0.2 }, histogram.shares(expected), 1e-15);
	}

	/** Truncating towards 0 would make the bin at 0 wider than the others. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 2, 5, 10, 25 })
	void allBinsAreEquallyWide(double step) {
		AbHistogram histogram = new AbHistogram();
		for (double a = -100; a < 100; a += 0.5)
			histogram.add(a + 0.1, 0.1);
		AbGrid grid = histogram.grid(step, 0);
		double[] shares = histogram.shares(grid);
		for (int bin = 1; bin < grid.size() - 1; bin++)
			assertEquals(step / 200, shares[bin], 1e-12, "bin at " + grid.a(bin));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 5, 10, 12 })
	void wholeStepsAreCountedExactly(double step) {
		Random random = new Random(5);
		AbHistogram histogram = new AbHistogram();
		double[][] colours = new double[20_000][];
		for (int i = 0; i < colours.length; i++) {
			colours[i] = new double[] { random.nextGaussian() * 12, random.nextGaussian() * 25 };
			histogram.add(colours[i][0], colours[i][1]);
		}
		AbGrid grid = histogram.grid(step, 0);
		double[] shares = new double[grid.size()];
		for (double[] ab : colours)
			shares[grid.nearest(ab[0], ab[1])] += 1.0 / colours.length;
		for (int bin = 0; bin < shares.length; bin++)
			assertTrue(shares[bin] > 0, "bin " + bin + " is empty");
		assertEquals(1, Arrays.stream(histogram.shares(grid)).sum(), 1e-12);
		assertArrayEquals(shares, histogram.shares(grid), 1e-12);
	}

	@Test
	void rareBinsAreLeftOut() {
		AbHistogram histogram = new AbHistogram();
		for (int i = 0; i < 98; i++)
			histogram.add(0, 0);
		histogram.add(20, 0);
		histogram.add(20, 0);
		assertEquals(2, histogram.grid(10, 0.019).size());
		assertEquals(1, histogram.grid(10, 0.02).size());
		assertArrayEquals(new double[] { 1 }, histogram.shares(histogram.grid(10, 0.02)), 0);
	}

	@Test
	void histogramsAddUp() {
		AbHistogram one = new AbHistogram();
		AbHistogram other = new AbHistogram();
		one.add(1, 1);
		other.add(1, 1);
		other.add(40, -40);
		one.add(other);
		assertEquals(3, one.total());
		assertEquals(2, other.total());
		assertArrayEquals(new double[] { 2 / 3.0, 1 / 3.0 }, one.shares(one.grid(10, 0)), 1e-15);
	}

	@Test
	void coloursOutsideCountAtTheBorder() {
		AbHistogram histogram = new AbHistogram();
		histogram.add(1e9, -1e9);
		histogram.add(127.9, -127.9);
		AbGrid grid = histogram.grid(10, 0);
		assertEquals(AbGrid.of(new double[] { 130 }, new double[] { -130 }), grid);
		assertThrows(IllegalArgumentException.class, () -> histogram.add(Double.NaN, 0));
		assertEquals(2, histogram.total());
	}

	@Test
	void everyStepHasRoomForThePlane() {
		AbHistogram histogram = new AbHistogram();
		for (double v : new double[] { -128, -127.9, 0, 127.9, 128 })
			histogram.add(v, -v);
		for (double step = 1; step <= 100; step += 0.37)
			assertEquals(1, Arrays.stream(histogram.shares(histogram.grid(step, 0))).sum(), 1e-12);
	}

	@Test
	void badInputIsRefused() {
		AbHistogram empty = new AbHistogram();
		assertRefused(() -> empty.grid(10, 0), "No bin");
		assertRefused(() -> empty.shares(AbGrid.zhang313()), "No pixel");
		AbHistogram histogram = new AbHistogram();
		histogram.add(0, 0);
		assertRefused(() -> histogram.grid(10, 1), "smaller share");
		for (double step : new double[] { 0, -5, 0.5, 101, Double.NaN })
			assertRefused(() -> histogram.grid(step, 0), "choose e.g. 10");
		for (double share : new double[] { -0.1, Double.NaN })
			assertRefused(() -> histogram.grid(10, share), "choose e.g. 0");
	}

	private static void assertRefused(Runnable call, String reason) {
		String message = assertThrows(TintypeException.class, call::run).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
