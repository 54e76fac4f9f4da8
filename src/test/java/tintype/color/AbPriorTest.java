package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class AbPriorTest {

	private static final AbGrid ROW = AbGrid.of(new double[] { 0, 10, 20 }, new double[] { 0, 0, 0 });

	/** exp(-2) = 0.135335 one bin away, exp(-8) = 0.000335 two bins away. */
	@Test
	void eachBinSpreadsItsWholeShare() {
		double edge = 1 + 0.13533528 + 0.00033546;
		double middle = 1 + 2 * 0.13533528;
		double[] expected = {
			0.75 / edge,
			0.75 * 0.13533528 / edge,
			0.75 * 0.00033546 / edge };
		expected[0] += 0.25 * 0.13533528 / middle;
		expected[1] += 0.25 / middle;
		expected[2] += 0.25 * 0.13533528 / middle;
		assertArrayEquals(expected, AbPrior.smoothed(ROW, new double[] { 0.75, 0.25, 0 }, 5), 1e-7);
	}

	@Test
	void countsGiveThePriorOfShares() {
		double[] shares = AbPrior.smoothed(ROW, new double[] { 0.75, 0.25, 0 }, 5);
		double[] counts = AbPrior.smoothed(ROW, new double[] { 3e9, 1e9, 0 }, 5);
		assertArrayEquals(shares, counts, 1e-12);
	}

	@Test
	void sumsToOneWithTheWholeShareAtTheEdge() {
		AbGrid grid = AbGrid.zhang313();
		double[] corner = new double[grid.size()];
		corner[0] = 1;
		double[] prior = AbPrior.smoothed(grid, corner, 5);
		assertEquals(1, Arrays.stream(prior).sum(), 1e-12);
		assertEquals(0, Arrays.stream(prior).max().getAsDouble() - prior[0], 0);
		assertEquals(1, corner[0], 0);
	}

	@Test
	void aNarrowGaussianChangesNothing() {
		double[] shares = { 0.5, 0.2, 0.3 };
		assertArrayEquals(shares, AbPrior.smoothed(ROW, shares, 1e-3), 1e-12);
		assertArrayEquals(shares, AbPrior.smoothed(ROW, shares, 1e-200), 1e-12);
	}

	@Test
	void badInputIsRefused() {
		double[] shares = { 1, 1, 1 };
		assertThrows(IllegalArgumentException.class, () -> AbPrior.smoothed(ROW, new double[2], 5));
		assertThrows(IllegalArgumentException.class, () -> AbPrior.smoothed(ROW, new double[3], 5));
		assertThrows(IllegalArgumentException.class, () -> AbPrior.smoothed(ROW, new double[] { 1, -1, 1 }, 5));
		for (double sigma : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertThrows(IllegalArgumentException.class, () -> AbPrior.smoothed(ROW, shares, sigma));
	}
}
