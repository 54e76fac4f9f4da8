package tintype.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in words what the rows of a study prove, and what they do not. */
final class StudyVerdict {

	private StudyVerdict() {}

	/** One sentence for each normalisation with runs, and one on how they were judged. */
	static List<String> of(List<StudyRow> rows) {
		List<String> sentences = new ArrayList<>();
		for (boolean batchNorm : List.of(false, true)) {
			List<StudyRow> some = rows.stream().filter(row -> row.batchNorm() == batchNorm).toList();
			if (!some.isEmpty()) sentences.add((batchNorm ? "With" : "Without") + " batch norm" + sentence(some));
		}
		long judged = rows.stream().flatMap(row -> row.difference().stream()).filter(difference -> difference.pairs() > 1).count();
		if (judged > 0) sentences.add("In brackets 95 % intervals of the paired differences from ReLU in test error; one counts where p is below 0.05 " + //
			"after Holm's correction for " + judged + (judged == 1 ? " comparison." : " comparisons."));
		return sentences;
	}

	private static String sentence(List<StudyRow> rows) {
		StudyRow first = rows.stream().min(Comparator.comparingDouble(StudyRow::error)).orElseThrow();
		String smallest = first.activation().label() + " has the smallest test error, " + percent(first.error()) + " %";
		List<StudyRow> others = rows.stream().filter(row -> row.difference().isPresent()).toList();
		if (others.isEmpty()) return ", " + smallest + "; there is nothing to compare with ReLU.";
		int pairs = others.stream().mapToInt(row -> row.difference().orElseThrow().pairs()).min().orElseThrow();
		if (pairs < 2) return ", " + smallest + "; one seed can't tell a difference from chance.";
		String seeds = " (" + pairs + " seeds), ";
		List<String> better = names(others, row -> row.difference().orElseThrow().isProven() && row.difference().orElseThrow().mean() < 0);
		List<String> worse = names(others, row -> row.difference().orElseThrow().isProven() && row.difference().orElseThrow().mean() > 0);
		List<String> open = names(others, row -> !row.difference().orElseThrow().isProven());
		if (worse.size() == others.size()) return seeds + "ReLU is best: worse " + are(worse) + ".";
		if (better.isEmpty() && worse.isEmpty()) return seeds + "no activation is told apart from ReLU: " + String.join(", ", open) + ".";
		return seeds + String.join("; ", Stream.of(part("better than ReLU ", better), part("worse than ReLU ", worse), //
			open.isEmpty() ? "" : "not told apart from ReLU: " + String.join(", ", open)).filter(text -> !text.isEmpty()).toList()) + ".";
	}

	private static String part(String what, List<String> names) {
		return names.isEmpty() ? "" : what + are(names);
	}

	private static String are(List<String> names) {
		return (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
	}

	private static List<String> names(List<StudyRow> rows, Predicate<StudyRow> which) {
		return rows.stream().filter(which).map(StudyVerdict::named).toList();
	}

	private static String named(StudyRow row) {
		PairedDifference difference = row.difference().orElseThrow();
		return row.activation().label() + " by " + percent(difference.mean()) + " points (" + percent(difference.low()) + " to " + //
			percent(difference.high()) + ")";
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.2f", 100 * share);
	}
}
