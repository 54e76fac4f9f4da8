package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.study.StudyActivation.ELU;
import static tintype.study.StudyActivation.LRELU;
import static tintype.study.StudyActivation.PRELU;
import static tintype.study.StudyActivation.RELU;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class StudyStatisticsTest {

	private final List<StudyRun> runs = new ArrayList<>();

	/** By hand: differences 1, 2, 3 points; t(2, 0.975) = 4.302653, p of t = sqrt(12) is 0.0741799. */
	@Test
	void theIntervalIsStudents() {
		PairedDifference difference = PairedDifference.of(List.of(0.01, 0.02, 0.03));
		assertEquals(3, difference.pairs());
		assertEquals(0.02, difference.mean(), 1e-12);
		assertEquals(0.02 - 4.302653 * 0.01 / Math.sqrt(3), difference.low(), 1e-8);
		assertEquals(0.02 + 4.302653 * 0.01 / Math.sqrt(3), difference.high(), 1e-8);
		assertEquals(0.0741799, difference.p(), 1e-6);
		assertFalse(difference.isProven());
	}

	@Test
	void differencesWithoutScatter() {
		assertEquals(1, PairedDifference.of(List.of(0.25, 0.25)).p());
		assertEquals(1, PairedDifference.of(List.of(0.0, 0.0)).p());
	}

	@Test
	void rowsSummariseTheSeeds() {
		add(RELU, false, 0.04, 0.05, 0.06);
		add(PRELU, false, 0.03, 0.05, 0.04);
		StudyRow relu = statistics().rows().get(0), prelu = statistics().rows().get(1);
		assertEquals(3, relu.runs());
		assertEquals(0.05, relu.error(), 1e-12);
		assertEquals(0.01, relu.deviation(), 1e-12);
		assertEquals(0.04, relu.bestError(), 1e-12);
		assertEquals(2, relu.bestEpoch());
		assertEquals(0.3, relu.testLoss(), 1e-12);
		assertEquals(0.2, relu.trainingLoss(), 1e-12);
		assertTrue(relu.difference().isEmpty());
		assertEquals(List.of(), relu.slopes());
		assertEquals(-0.01, prelu.difference().orElseThrow().mean(), 1e-12);
		assertEquals(List.of(0.5, 0.25), prelu.slopes());
	}

	/** Medians of 1, 2, 60 s and of 2, 4, 120 s: a single slow epoch does not count. */
	@Test
	void timesAreMedians() {
		add(RELU, true, 0.04);
		runs.add(new StudyRun(ELU, true, 1, runs.get(0).epochs().stream() //
			.map(epoch -> new StudyEpoch(0.1, 0.1, 0.1, 2 * epoch.seconds())).toList(), List.of()));
		assertEquals(2, statistics().rows().get(0).secondsPerEpoch());
		assertEquals(1, statistics().rows().get(0).relativeTime());
		assertEquals(2, statistics().rows().get(1).relativeTime());
	}

	/** p of 0.0077, 0.0741799 and 1: three times the first, twice the second, and the third stays. */
	@Test
	void pValuesAreAdjustedAsHolmDoes() {
		add(RELU, false, 0.04, 0.04, 0.04);
		add(LRELU, false, 0.04 + 0.01, 0.04 + 0.011, 0.04 + 0.012);
		add(PRELU, false, 0.05, 0.06, 0.07);
		add(ELU, false, 0.03, 0.04, 0.05);
		List<StudyRow> rows = statistics().rows();
		PairedDifference lrelu = rows.get(1).difference().orElseThrow(), prelu = rows.get(2).difference().orElseThrow();
		assertEquals(3 * lrelu.p(), lrelu.holm(), 1e-12);
		assertEquals(2 * prelu.p(), prelu.holm(), 1e-12);
		assertEquals(1, rows.get(3).difference().orElseThrow().holm());
		assertEquals(List.of("Without batch norm (3 seeds), worse than ReLU is LReLU by 1.10 points (0.85 to 1.35); " + //
			"not told apart from ReLU: PReLU by 2.00 points (-0.48 to 4.48), ELU by 0.00 points (-2.48 to 2.48).", //
			"In brackets 95 % intervals of the paired differences from ReLU in test error; one counts where p is below 0.05 " + //
				"after Holm's correction for 3 comparisons."), statistics().verdicts());
	}

	/** Alone PReLU would be proven, p = 0.03; with three others it is not. */
	@Test
	void moreComparisonsNeedMoreProof() {
		add(RELU, false, 0.04, 0.04, 0.04);
		add(PRELU, false, 0.05, 0.06, 0.057);
		assertTrue(statistics().rows().get(1).difference().orElseThrow().isProven());
		for (StudyActivation activation : List.of(RELU, LRELU, ELU))
			add(activation, true, 0.04, 0.05, activation == RELU ? 0.045 : 0.03);
		assertFalse(statistics().rows().get(1).difference().orElseThrow().isProven());
	}

	@Test
	void bestIsSaidOnlyWhenAllOthersAreWorse() {
		add(RELU, true, 0.04, 0.041, 0.042);
		add(LRELU, true, 0.05, 0.0511, 0.0519);
		add(ELU, true, 0.06, 0.0611, 0.0619);
		assertTrue(statistics().verdicts().get(0).startsWith("With batch norm (3 seeds), ReLU is best: worse are LReLU by 1.00 points ("), statistics().verdicts()::toString);
		add(PRELU, true, 0.03, 0.05, 0.04);
		assertFalse(statistics().verdicts().get(0).contains("best"), statistics().verdicts()::toString);
	}

	@Test
	void oneSeedProvesNothing() {
		add(RELU, false, 0.04);
		add(ELU, false, 0.06);
		assertTrue(Double.isNaN(statistics().rows().get(1).difference().orElseThrow().high()));
		assertEquals(List.of("Without batch norm, ReLU has the smallest test error, 4.00 %; one seed can't tell a difference from chance."), statistics().verdicts());
	}

	@Test
	void withoutReluThereAreNoDifferences() {
		add(PRELU, true, 0.04, 0.05);
		add(ELU, true, 0.06, 0.05);
		assertTrue(Double.isNaN(statistics().rows().get(1).relativeTime()));
		assertEquals(List.of("With batch norm, PReLU has the smallest test error, 4.50 %; there is nothing to compare with ReLU."), statistics().verdicts());
	}

	/** A canceled study: the seed that only one of the two has does not count. */
	@Test
	void pairsShareTheSeed() {
		add(RELU, false, 0.04, 0.05, 0.06);
		add(ELU, false, 0.05, 0.07);
		PairedDifference difference = statistics().rows().get(1).difference().orElseThrow();
		assertEquals(2, difference.pairs());
		assertEquals(0.015, difference.mean(), 1e-12);
		assertEquals(List.of(), StudyStatistics.of(new StudyResult("none", StudySettings.defaults(), List.of())).verdicts());
	}

	/** Three epochs; the second is better by a point than the last. */
	private void add(StudyActivation activation, boolean batchNorm, double... errors) {
		for (int i = 0; i < errors.length; i++)
			runs.add(new StudyRun(activation, batchNorm, 1 + i, List.of(new StudyEpoch(0.5, 1, 2, 1), new StudyEpoch(errors[i] - 0.01, 0.4, 0.5, 60), //
				new StudyEpoch(errors[i], 0.3, 0.2, 2)), activation == PRELU ? List.of(0.5, 0.25) : List.of()));
	}

	private StudyStatistics statistics() {
		return StudyStatistics.of(new StudyResult("made up", StudySettings.defaults(), runs));
	}
}
