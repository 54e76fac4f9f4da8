package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import tintype.TintypeException;

class TrainingSettingsTest {

	private static final TrainingSettings DEFAULTS = TrainingSettings.defaults();

	@Test
	void settingsOutOfRange() {
		assertRefused("The step between bins is 0.5: choose 1 to 100 ab units", () -> DEFAULTS.withBins(0.5, 0));
		assertRefused("The smallest share of a bin is 1.0", () -> DEFAULTS.withBins(10, 1));
		assertRefused("Lambda is NaN", () -> DEFAULTS.withDecoding(Double.NaN, 0.38));
		assertRefused("Temperature is 0.0", () -> DEFAULTS.withDecoding(0.5, 0));
		assertRefused("The edge of a patch is 0", () -> DEFAULTS.withPatches(0, 16));
		assertRefused("The number of patches in a batch is -1", () -> DEFAULTS.withPatches(32, -1));
		assertRefused("The number of epochs is 0", () -> DEFAULTS.withLength(0, 10));
		assertRefused("The number of steps in an epoch is 0", () -> DEFAULTS.withLength(10, 0));
		assertRefused("The learning rate is Infinity", () -> DEFAULTS.withLearningRate(Double.POSITIVE_INFINITY));
		assertRefused("The learning rate is 0.0", () -> DEFAULTS.withLearningRate(0));
	}

	private static void assertRefused(String start, Executable change) {
		TintypeException e = assertThrows(TintypeException.class, change);
		assertTrue(e.getMessage().startsWith(start), e.getMessage());
	}

	/** Half a cosine from the given rate to 0. */
	@Test
	void learningRateFalls() {
		TrainingSettings settings = DEFAULTS.withLength(4, 25).withLearningRate(0.2);
		assertEquals(0.2, settings.learningRate(0), 1e-12);
		assertEquals(0.1, settings.learningRate(50), 1e-12);
		assertEquals(0.2 * (1 - Math.sqrt(0.5)) / 2, settings.learningRate(75), 1e-12);
		assertEquals(0, settings.learningRate(100), 1e-12);
	}
}
