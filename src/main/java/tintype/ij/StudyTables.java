package tintype.ij;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;
import tintype.study.PairedDifference;
import tintype.study.StudyRow;
import tintype.study.StudyStatistics;

/** What a study says, as ImageJ's tables; errors in percent, differences in percentage points. */
final class StudyTables {

	private StudyTables() {}

	/** A row for each activation, with and without batch normalisation. */
	static ResultsTable settings(StudyStatistics statistics) {
		ResultsTable table = Tables.create();
		for (StudyRow row : statistics.rows()) {
			Map<String, Double> figures = new LinkedHashMap<>();
			figures.put("Seeds", (double) row.runs());
			figures.put("Test error (%)", 100 * row.error());
			figures.put("SD", 100 * row.deviation());
			figures.put("Best error (%)", 100 * row.bestError());
			figures.put("SD of best", 100 * row.bestDeviation());
			figures.put("Best epoch", row.bestEpoch());
			figures.put("Test loss", row.testLoss());
			figures.put("Training loss", row.trainingLoss());
			figures.put("Seconds per epoch", row.secondsPerEpoch());
			figures.put("Time / ReLU", row.relativeTime());
			Tables.addRow(table, name(row), figures);
			table.addValue("Learned slopes", row.slopes().stream().map(slope -> String.format(Locale.ROOT, "%.3f", slope)).collect(Collectors.joining(" ")));
		}
		return table;
	}

	/** A row for each comparison with ReLU. */
	static ResultsTable differences(StudyStatistics statistics) {
		ResultsTable table = Tables.create();
		for (StudyRow row : statistics.rows())
			row.difference().ifPresent(difference -> {
				Tables.addRow(table, name(row), figures(difference));
				table.addValue("Verdict", difference.pairs() < 2 ? "one seed" : !difference.isProven() ? "not told apart" : difference.mean() < 0 ? "better" : "worse");
			});
		return table;
	}

	private static Map<String, Double> figures(PairedDifference difference) {
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("Pairs", (double) difference.pairs());
		figures.put("Difference (points)", 100 * difference.mean());
		figures.put("95% from", 100 * difference.low());
		figures.put("95% to", 100 * difference.high());
		figures.put("p", difference.p());
		figures.put("p (Holm)", difference.holm());
		return figures;
	}

	private static String name(StudyRow row) {
		return row.activation().label() + (row.batchNorm() ? ", batch norm" : "");
	}
}
