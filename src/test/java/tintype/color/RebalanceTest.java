package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.SharedData;
import tintype.TintypeException;

class RebalanceTest {

	private static final double[] PRIOR = { 0.7, 0.25, 0.05, 0 };

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1e-9, 0.1, 0.5, 0.9, 1 })
	void meanWeightIsOne(double lambda) {
		double[] weights = Rebalance.weights(PRIOR, lambda);
		double mean = 0;
		for (int bin = 0; bin < PRIOR.length; bin++) {
			assertTrue(Double.isFinite(weights[bin]) && weights[bin] > 0, "bin " + bin + ": " + weights[bin]);
			mean += PRIOR[bin] * weights[bin];
		}
		assertEquals(1, mean, 1e-12);
	}

	/** u spreads over the three occurring bins: mix 0.516667, 0.291667, 0.191667. */
	@Test
	void weightsByHand() {
		double[] weights = Rebalance.weights(PRIOR, 0.5);
		double scale = 0.7 / 0.516667 + 0.25 / 0.291667 + 0.05 / 0.191667;
		double[] expected = { 1 / 0.516667 / scale, 1 / 0.291667 / scale, 1 / 0.191667 / scale, 1 / 0.166667 / scale };
		assertArrayEquals(expected, weights, 1e-5);
	}

	@Test
	void extremesOfLambda() {
		assertArrayEquals(new double[] { 1, 1, 1, 1 }, Rebalance.weights(PRIOR, 1), 1e-12);
		double[] full = Rebalance.weights(PRIOR, 0);
		assertEquals(14, full[2] / full[0], 1e-9);
		assertEquals(0.7 / 1e-6, full[3] / full[0], 1e-3);
	}

	/** The source post mixes counts with a share, so lambda has no effect there. */
	@Test
	void countsGiveTheWeightsOfShares() {
		double[] counts = Arrays.stream(PRIOR).map(p -> p * 135_987_200).toArray();
		assertArrayEquals(Rebalance.weights(PRIOR, 0.5), Rebalance.weights(counts, 0.5), 1e-12);
	}

	@Test
	void priorIsNotChanged() {
		double[] prior = { 2, 6 };
		Rebalance.weights(prior, 0.5);
		assertArrayEquals(new double[] { 2, 6 }, prior, 0);
	}

	@Test
	void badInputIsRefused() {
		for (double lambda : new double[] { -0.1, 1.1, Double.NaN }) {
			String message = assertThrows(TintypeException.class, () -> Rebalance.weights(PRIOR, lambda)).getMessage();
			assertEquals("Lambda must be 0 to 1, but is " + lambda + "; choose e.g. 0.5.", message);
		}
		for (double[] prior : new double[][] { {}, { 0, 0 }, { 1, -1 }, { 1, Double.NaN }, { 1, Double.POSITIVE_INFINITY } })
			assertThrows(IllegalArgumentException.class, () -> Rebalance.weights(prior, 0.5));
	}

	/** Expected: metrics.py, smooth() and weights(), on its prior_train.npy. */
	@Test
	void weightsOfTheScenes() throws IOException {
		double[] counts = SharedData.trainCounts();
		AbGrid grid = AbGrid.zhang313();
		double[] prior = AbPrior.smoothed(grid, counts, 5);
		assertEquals(0.1590857462667979, prior[120], 1e-12);
		assertEquals(0.023894, prior[100], 5e-7);
		assertEquals(0.000612, prior[200], 5e-7);

		double[] half = Rebalance.weights(prior, 0.5);
		assertEquals(0.13336369505, half[120], 1e-9);
		assertEquals(0.798952, half[100], 1e-6);
		assertEquals(5.685026, half[200], 1e-6);
		double least = Arrays.stream(half).min().getAsDouble();
		double most = Arrays.stream(half).max().getAsDouble();
		assertEquals(half[120], least, 0);
		assertEquals(6.774053999, most, 1e-8);
		assertEquals(50.79383858, most / least, 1e-7);

		double[] full = Rebalance.weights(prior, 0);
		assertEquals(0.028093425979, full[120], 1e-11);
		assertEquals(7.302535, full[200], 1e-6);
		assertEquals(4469.263637, full[0], 1e-5);
	}
}
