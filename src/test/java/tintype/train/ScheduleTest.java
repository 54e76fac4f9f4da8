package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.TintypeException;

class ScheduleTest {

	@Test
	void cosineHoldsThenFallsToZero() {
		assertEquals(1, Schedule.COSINE.factor(0.1));
		assertEquals(0.5, Schedule.COSINE.factor(0.55), 1e-12);
		assertEquals((1 - Math.sqrt(0.5)) / 2, Schedule.COSINE.factor(0.775), 1e-12);
		assertEquals(0, Schedule.COSINE.factor(1), 1e-12);
	}

	@Test
	void stepsFallTwice() {
		assertEquals(1, Schedule.STEPS.factor(0.599));
		assertEquals(0.1, Schedule.STEPS.factor(0.6));
		assertEquals(0.01, Schedule.STEPS.factor(0.9));
	}

	/** A run by the clock does not know its length until then. */
	@ParameterizedTest
	@EnumSource
	void everyScheduleBeginsWithTheFullRate(Schedule schedule) {
		for (double done = 0; done < Schedule.HOLD; done += 0.01)
			assertEquals(1, schedule.factor(done));
	}

	@Test
	void labelsLeadBack() {
		for (Schedule schedule : Schedule.values())
			assertEquals(schedule, Schedule.of(schedule.label()));
		TintypeException e = assertThrows(TintypeException.class, () -> Schedule.of("cyclic"));
		assertTrue(e.getMessage().endsWith("choose one of cosine, steps, constant."), e.getMessage());
	}
}
