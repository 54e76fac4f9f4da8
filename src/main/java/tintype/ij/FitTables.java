package tintype.ij;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.measure.ResultsTable;
import tintype.rectify.FlatPlan;
import tintype.rectify.Homography;
import tintype.rectify.HomographyFit;
import tintype.rectify.Mapping;
import tintype.rectify.PositionCovariance;

/** A rectification in figures. */
final class FitTables {

	/** Of the nine numbers, which differ by orders of magnitude; less than 0 for a power of ten. */
	private static final int SCIENTIFIC = -12;

	private FitTables() {}

	/** The map from pixels of the photograph to pixels of the flat picture, and the one back: h11 to h33. */
	static ResultsTable homography(Mapping mapping) {
		ResultsTable table = Tables.create();
		table.setPrecision(SCIENTIFIC);
		Tables.addRow(table, "to flat", numbers(mapping.toFlat()));
		Tables.addRow(table, "to photograph", numbers(mapping.toFlat().inverse()));
		return table;
	}

	private static Map<String, Double> numbers(Homography homography) {
		Map<String, Double> numbers = new LinkedHashMap<>();
		double[] h = homography.matrix();
		for (int i = 0; i < h.length; i++)
			numbers.put("h" + (i / 3 + 1) + (i % 3 + 1), h[i]);
		return numbers;
	}

	/**
	 * Each point where it was clicked and where it belongs, how far it is off there and in
	 * the photograph, how uncertain its place is, and whether it was left out as wrong.
	 */
	static ResultsTable points(FlatPlan plan) {
		ResultsTable table = Tables.create();
		HomographyFit fit = plan.fit();
		String unit = " (" + plan.mapping().unit() + ")";
		PositionCovariance covariance = fit.covariance(fit.degreesOfFreedom() > 0 ? fit.sigma() : HomographyFit.USUAL_SIGMA);
		List<Integer> outliers = Arrays.stream(fit.outliers()).boxed().toList();
		for (int i = 0; i < fit.pairs().count(); i++) {
			double[] source = fit.pairs().source()[i], target = fit.pairs().target()[i], residual = fit.residual(i);
			double[] variance = covariance.at(source[0], source[1]);
			Map<String, Double> row = new LinkedHashMap<>();
			row.put("X (pixel)", source[0]);
			row.put("Y (pixel)", source[1]);
			row.put("U" + unit, target[0]);
			row.put("V" + unit, target[1]);
			row.put("dU" + unit, residual[0]);
			row.put("dV" + unit, residual[1]);
			row.put("Off (pixel)", fit.sourceDistance(i));
			row.put("SD U" + unit, Math.sqrt(variance[0]));
			row.put("SD V" + unit, Math.sqrt(variance[2]));
			row.put("Outlier", outliers.contains(i) ? 1.0 : 0.0);
			Tables.addRow(table, String.valueOf(i + 1), row);
		}
		return table;
	}
}
