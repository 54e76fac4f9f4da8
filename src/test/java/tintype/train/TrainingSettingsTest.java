package tintype.train;

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
		assertRefused("Lambda is NaN", () -> DEFAULTS.withLambda(Double.NaN));
		assertRefused("The edge of a patch is 0", () -> DEFAULTS.withPatches(0, 16));
		assertRefused("The number of patches in a batch is -1", () -> DEFAULTS.withPatches(32, -1));
		assertRefused("The number of epochs is -1", () -> DEFAULTS.withLength(-1, 10));
		assertRefused("The number of minutes is 0.0", () -> DEFAULTS.withMinutes(0));
		assertRefused("The number of minutes is Infinity", () -> DEFAULTS.withMinutes(Double.POSITIVE_INFINITY));
		assertRefused("The number of steps in an epoch is 0", () -> DEFAULTS.withLength(10, 0));
		assertRefused("The learning rate is Infinity", () -> DEFAULTS.withLearningRate(Double.POSITIVE_INFINITY, Schedule.COSINE));
		assertRefused("The learning rate is 0.0", () -> DEFAULTS.withLearningRate(0, Schedule.COSINE));
	}

	private static void assertRefused(String start, Executable change) {
		TintypeException e = assertThrows(TintypeException.class, change);
		assertTrue(e.getMessage().startsWith(start), e.getMessage());
	}
}
