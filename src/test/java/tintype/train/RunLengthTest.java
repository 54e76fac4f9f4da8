package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunLengthTest {

	/** 10 minutes left, half a second a step, 10 s a validation. */
	@Test
	void fillsTheTimeLeft() {
		RunLength length = RunLength.fitting(600, 0.5, 10, 50, 200);
		assertEquals(600, (length.total() - 50) * 0.5 + length.epochs() * 10, 40);
		assertTrue(length.epochs() >= 8, length.toString());
	}

	@Test
	void longRunsHaveMoreEpochsNotLongerOnes() {
		RunLength length = RunLength.fitting(36_000, 0.5, 10, 50, 200);
		assertEquals(200, length.steps());
		assertEquals(36_025 / 110.0, length.epochs(), 1);
	}

	@Test
	void anEpochIsNoShorterThanWhatIsDone() {
		RunLength length = RunLength.fitting(1, 0.5, 10, 7, 200);
		assertEquals(new RunLength(1, 7), length);
	}
}
