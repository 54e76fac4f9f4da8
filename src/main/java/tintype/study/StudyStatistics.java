package tintype.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a study says: a row for each activation and normalisation, and a verdict
 * for each normalisation.
 * <p>
 * Each activation is compared with ReLU by the differences of runs with the same
 * seed. With several comparisons one in twenty would seem to differ by chance, so
 * a verdict counts on p adjusted for all of the study's comparisons (Holm 1979).
 * The 95 % intervals are those of single differences.
 *
 * @param rows     without batch normalisation first, in the order of the settings;
 *                 none for what has no finished run
 * @param verdicts sentences for the user
 */
public record StudyStatistics(List<StudyRow> rows, List<String> verdicts) {

	public StudyStatistics {
		rows = List.copyOf(rows);
		verdicts = List.copyOf(verdicts);
	}

	/** Of all finished runs. */
	public static StudyStatistics of(StudyResult result) {
		List<StudyRow> rows = new ArrayList<>();
		for (boolean batchNorm : result.settings().normalisation().choices())
			for (StudyActivation activation : result.settings().activations())
				if (!result.runs(activation, batchNorm).isEmpty()) rows.add(row(result, activation, batchNorm));
		adjust(rows);
		return new StudyStatistics(rows, StudyVerdict.of(rows));
	}

	private static StudyRow row(StudyResult result, StudyActivation activation, boolean batchNorm) {
		List<StudyRun> runs = result.runs(activation, batchNorm), relu = result.runs(StudyActivation.RELU, batchNorm);
		List<Double> errors = each(runs, run -> run.last().testError()), best = each(runs, StudyRun::bestTestError);
		double seconds = secondsPerEpoch(runs);
		return new StudyRow(activation, batchNorm, runs.size(), mean(errors), deviation(errors), mean(best), deviation(best), //
			mean(each(runs, StudyRun::bestEpoch)), mean(each(runs, run -> run.last().testLoss())), //
			mean(each(runs, run -> run.last().trainingLoss())), seconds, seconds / secondsPerEpoch(relu), slopes(runs), //
			activation == StudyActivation.RELU ? Optional.empty() : difference(runs, relu));
	}

	private static Optional<PairedDifference> difference(List<StudyRun> runs, List<StudyRun> others) {
		List<Double> differences = new ArrayList<>();
		for (StudyRun run : runs)
			for (StudyRun other : others)
				if (run.seed() == other.seed()) differences.add(run.last().testError() - other.last().testError());
		return differences.isEmpty() ? Optional.empty() : Optional.of(PairedDifference.of(differences));
	}

	/** Holm's step-down: the smallest of m p-values times m, the next times m - 1, and none below the one before. */
	private static void adjust(List<StudyRow> rows) {
		List<Integer> compared = IntStream.range(0, rows.size()).boxed() //
			.filter(i -> rows.get(i).difference().filter(difference -> difference.pairs() > 1).isPresent()) //
			.sorted(Comparator.comparingDouble(i -> rows.get(i).difference().orElseThrow().p())).toList();
		double least = 0;
		for (int rank = 0; rank < compared.size(); rank++) {
			StudyRow row = rows.get(compared.get(rank));
			PairedDifference difference = row.difference().orElseThrow();
			least = Math.max(least, Math.min(1, (compared.size() - rank) * difference.p()));
			rows.set(compared.get(rank), row.withDifference(difference.withHolm(least)));
		}
	}

	private static List<Double> slopes(List<StudyRun> runs) {
		int layers = runs.get(0).slopes().size();
		return IntStream.range(0, layers).mapToObj(layer -> mean(each(runs, run -> run.slopes().get(layer)))).toList();
	}

	/** The median, as other programs slow single epochs down; NaN without runs. */
	private static double secondsPerEpoch(List<StudyRun> runs) {
		double[] seconds = runs.stream().flatMap(run -> run.epochs().stream()).mapToDouble(StudyEpoch::seconds).sorted().toArray();
		int half = seconds.length / 2;
		if (seconds.length == 0) return Double.NaN;
		return seconds.length % 2 == 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2;
	}

	private static List<Double> each(List<StudyRun> runs, ToDoubleFunction<StudyRun> value) {
		return runs.stream().map(value::applyAsDouble).toList();
	}

	static double mean(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
	}

	/** Of a sample, with n - 1; NaN for one value. */
	static double deviation(List<Double> values) {
		double mean = mean(values), squares = 0;
		for (double value : values)
			squares += (value - mean) * (value - mean);
		return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
	}
}
