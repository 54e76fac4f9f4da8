package tintype.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

class AbGridTest {

	private static final AbGrid ZHANG = AbGrid.zhang313();

	@Test
	void zhangTableHasItsIndices() {
		assertEquals(313, ZHANG.size());
		assertCentre(-90, 50, 0);
		assertCentre(0, 0, 120);
		assertCentre(100, -90, 303);
		assertCentre(100, 0, 312);
	}

	@Test
	void zhangRowsHaveTheirLengths() {
		int[] expected = { 5, 8, 10, 12, 14, 15, 16, 16, 17, 18, 18, 18, 19, 20, 19, 20, 20, 19, 19, 10 };
		int[] counts = new int[expected.length];
		for (int bin = 0; bin < ZHANG.size(); bin++)
			counts[(int) (ZHANG.a(bin) + 90) / 10]++;
		for (int row = 0; row < expected.length; row++)
			assertEquals(expected[row], counts[row], "row a = " + (row * 10 - 90));
		for (int bin = 1; bin < ZHANG.size(); bin++)
			assertTrue(ZHANG.a(bin) > ZHANG.a(bin - 1) || ZHANG.a(bin) == ZHANG.a(bin - 1) && ZHANG.b(bin) == ZHANG.b(bin - 1) + 10);
	}

	/** Every bin is among the 5 nearest of some sRGB colour; seven more are. */
	@Test
	void zhangBinsFollowTheFiveNearestRule() {
		AbGrid whole = wholeGrid();
		SoftEncoding five = new SoftEncoding(whole, 5, 5);
		Set<Integer> reached = new HashSet<>();
		int[] bins = new int[5];
		float[] weights = new float[5];
		double[] lab = new double[3];
		for (int red = 0; red < 256; red += 3)
			for (int green = 0; green < 256; green += 3)
				for (int blue = 0; blue < 256; blue += 3) {
					Lab.fromSrgb(red << 16 | green << 8 | blue, lab);
					five.encode(lab[1], lab[2], bins, weights);
					for (int bin : bins)
						reached.add(bin);
				}
		for (int bin = 0; bin < ZHANG.size(); bin++) {
			int inWhole = whole.nearest(ZHANG.a(bin), ZHANG.b(bin));
			assertTrue(reached.contains(inWhole), "(" + ZHANG.a(bin) + ", " + ZHANG.b(bin) + ")");
		}
		assertTrue(reached.size() <= 320, "bins within the rule: " + reached.size());
	}

	@Test
	void nearestAgreesWithLookingAtAllBins() {
		Random random = new Random(7);
		AbGrid scattered = scattered(random, 90);
		for (AbGrid grid : new AbGrid[] { ZHANG, wholeGrid(), scattered, AbGrid.of(new double[] { 300 }, new double[] { -4 }) })
			for (int i = 0; i < 20_000; i++) {
				double a = random.nextInt(1600) / 4.0 - 200;
				double b = random.nextInt(1600) / 4.0 - 200;
				assertEquals(nearestOfAll(grid, a, b), grid.nearest(a, b), "(" + a + ", " + b + ")");
			}
	}

	@Test
	void tiesGoToTheLowestIndex() {
		assertEquals(ZHANG.nearest(0, 0), ZHANG.nearest(5, 5));
		assertEquals(ZHANG.nearest(-10, 0), ZHANG.nearest(-5, 0));
		AbGrid backwards = AbGrid.of(new double[] { 10, 0 }, new double[] { 0, 0 });
		assertEquals(0, backwards.nearest(5, 0));
	}

	@Test
	void farColoursHaveANearestBin() {
		assertEquals(0, AbGrid.of(new double[] { 0 }, new double[] { 0 }).nearest(1e200, -1e200));
		assertEquals(312, ZHANG.nearest(1e6, 0));
	}

	@Test
	void centresAreCopied() {
		double[] a = { 1, 2 };
		double[] b = { 3, 4 };
		AbGrid grid = AbGrid.of(a, b);
		a[0] = 9;
		b[1] = 9;
		assertEquals(1, grid.a(0), 0);
		assertEquals(4, grid.b(1), 0);
	}

	@Test
	void gridsAreEqualByValue() {
		AbGrid one = AbGrid.of(new double[] { 0.0, 10 }, new double[] { -0.0, 5 });
		AbGrid same = AbGrid.of(new double[] { -0.0, 10 }, new double[] { 0.0, 5 });
		AbGrid turned = AbGrid.of(new double[] { 10, 0 }, new double[] { 5, 0 });
		assertEquals(one, same);
		assertEquals(one.hashCode(), same.hashCode());
		assertNotEquals(one, turned);
		assertNotEquals(one, ZHANG);
	}

	@Test
	void badCentresAreRefused() {
		assertRefused(new double[] { 1 }, new double[] { 1, 2 }, "as many");
		assertRefused(new double[0], new double[0], "at least one");
		assertRefused(new double[] { 1, Double.NaN }, new double[] { 1, 2 }, "Bin 1 is not finite");
		assertRefused(new double[] { 1, 2 }, new double[] { 1, Double.POSITIVE_INFINITY }, "Bin 1 is not finite");
		assertRefused(new double[] { 0, 1, -0.0 }, new double[] { 2, 2, 2 }, "Bin 2 occurs twice");
		assertThrows(IllegalArgumentException.class, () -> ZHANG.nearest(Double.NaN, 0));
	}

	/** The 23 x 23 grid from which Zhang's 313 were taken. */
	static AbGrid wholeGrid() {
		double[] a = new double[529];
		double[] b = new double[529];
		for (int bin = 0; bin < 529; bin++) {
			a[bin] = bin / 23 * 10 - 110;
			b[bin] = bin % 23 * 10 - 110;
		}
		return AbGrid.of(a, b);
	}

	/** A grid without any order, partly outside the plane of sRGB. */
	static AbGrid scattered(Random random, int size) {
		double[] a = new double[size];
		double[] b = new double[size];
		for (int bin = 0; bin < size; bin++) {
			a[bin] = random.nextGaussian() * 60;
			b[bin] = random.nextGaussian() * 60;
		}
		return AbGrid.of(a, b);
	}

	private static int nearestOfAll(AbGrid grid, double a, double b) {
		int best = 0;
		for (int bin = 1; bin < grid.size(); bin++)
			if (grid.squaredDistance(bin, a, b) < grid.squaredDistance(best, a, b))
				best = bin;
		return best;
	}

	private static void assertCentre(double a, double b, int bin) {
		assertEquals(a, ZHANG.a(bin), 0);
		assertEquals(b, ZHANG.b(bin), 0);
		assertEquals(bin, ZHANG.nearest(a, b));
	}

	private static void assertRefused(double[] a, double[] b, String reason) {
		String message = assertThrows(IllegalArgumentException.class, () -> AbGrid.of(a, b)).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
