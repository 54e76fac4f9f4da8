package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.inspect.Activation;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Draws;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

class NoiseTest {

	private static final Phase TRAINING = Phase.training(7);

	/** Normal values, mean 0 and variance 1. */
	private static final Tensor X = new DoubleTensor(new int[] { 2, 10, 25, 20 }, Draws.normal(Phase.training(1), "values", 10_000)).rounded();

	private static Layer layer(Noise noise, double rate) {
		return Layers.of(new Operation.Dropout(noise, rate));
	}

	@ParameterizedTest
	@EnumSource(Noise.class)
	void nothingAfterTraining(Noise noise) {
		assertArrayEquals(X.values(), Witness.before(layer(noise, 0.5), X).rounded().values());
	}

	@ParameterizedTest
	@EnumSource(Noise.class)
	void theSameSeedDrawsTheSame(Noise noise) {
		double[] once = Witness.before(layer(noise, 0.5), TRAINING, X).values();
		assertArrayEquals(once, Witness.before(layer(noise, 0.5), TRAINING, X).values());
		assertFalse(Arrays.equals(once, Witness.before(layer(noise, 0.5), Phase.training(8), X).values()));
	}

	@Test
	void halfIsDroppedAndTheRestDoubled() {
		double[] dropped = Witness.before(layer(Noise.DROPOUT, 0.5), TRAINING, X).values();
		int zeros = 0;
		for (int i = 0; i < dropped.length; i++)
			if (dropped[i] == 0) zeros++;
			else assertEquals(2 * (double) X.values()[i], dropped[i]);
		assertEquals(5000, zeros, 200);
	}

	@Test
	void whatIsDroppedFollowsFromTheDraws() {
		double[] draws = Draws.uniform(TRAINING, "it", 10_000), dropped = Witness.before(layer(Noise.DROPOUT, 0.2), TRAINING, X).values();
		for (int i = 0; i < draws.length; i++)
			assertEquals(draws[i] < 0.2 ? 0 : X.values()[i] / 0.8, dropped[i], 1e-15);
	}

	/** A map of a sample goes as a whole. */
	@Test
	void spatialDropoutDropsMaps() {
		double[] dropped = Witness.before(layer(Noise.SPATIAL_DROPOUT, 0.5), TRAINING, X).values(), draws = Draws.uniform(TRAINING, "it", 40);
		for (int i = 0; i < dropped.length; i++)
			assertEquals(draws[i / 5000 * 20 + i % 20] < 0.5 ? 0 : 2 * (double) X.values()[i], dropped[i]);
	}

	/** Its purpose. All that are dropped have one value. */
	@Test
	void alphaDropoutKeepsMeanAndVariance() {
		double[] dropped = Witness.before(layer(Noise.ALPHA_DROPOUT, 0.1), TRAINING, X).values();
		double mean = Arrays.stream(dropped).average().orElseThrow();
		assertEquals(0, mean, 0.05);
		assertEquals(1, Arrays.stream(dropped).map(value -> value * value).average().orElseThrow(), 0.05);
		double a = 1 / Math.sqrt(0.9 * (1 + 0.1 * 1.7580993408473766 * 1.7580993408473766));
		double lowest = -1.7580993408473766 * a + a * 0.1 * 1.7580993408473766;
		assertEquals(1000, Arrays.stream(dropped).filter(value -> Math.abs(value - lowest) < 1e-12).count(), 100);
	}

	@Test
	void gaussianNoiseIsNormal() {
		double[] draws = Draws.normal(TRAINING, "it", 10_000);
		double[] added = Witness.before(layer(Noise.GAUSSIAN_NOISE, 0.3), TRAINING, X).values();
		double[] scaled = Witness.before(layer(Noise.GAUSSIAN_DROPOUT, 0.2), TRAINING, X).values();
		for (int i = 0; i < draws.length; i++) {
			assertEquals(X.values()[i] + 0.3 * draws[i], added[i], 1e-15);
			assertEquals(X.values()[i] * (1 + 0.5 * draws[i]), scaled[i], 1e-14);
		}
	}

	@Test
	void randomSlopesAreDrawnInTrainingOnly() {
		Layer layer = Layers.of(new Activation.RandomRelu(3, 8, true, 1 / 5.5)), times = Layers.of(new Activation.RandomRelu(0.125, 0.5, false, 0.25));
		double[] draws = Draws.uniform(TRAINING, "it", 10_000);
		double[] divided = Witness.after(layer, TRAINING, X).values(), multiplied = Witness.after(times, TRAINING, X).values(), test = Witness.after(layer, Phase.TEST, X).values();
		for (int i = 0; i < draws.length; i++) {
			double x = X.values()[i];
			assertEquals(x > 0 ? x : x / (3 + 5 * draws[i]), divided[i], 1e-15);
			assertEquals(x > 0 ? x : x * (0.125 + 0.375 * draws[i]), multiplied[i], 1e-15);
			assertEquals(x > 0 ? x : x / 5.5, test[i], 1e-15);
		}
	}
}
