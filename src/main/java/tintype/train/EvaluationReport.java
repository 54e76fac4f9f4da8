package tintype.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param pictures scores of each picture, by its path in the folder
 * @param model    what was judged, on all pictures
 * @param grey     the same pictures left grey
 * @param mean     the same pictures in the mean colour of the pictures that weight the bins
 * @param skipped  files left out, each with the reason
 */
public record EvaluationReport(Map<String, Scores> pictures, Line model, Line grey, Line mean, Map<Path, String> skipped) {

	/** Label of the row of all pictures. */
	public static final String ALL = "all pictures";

	/** Label of the row of the pictures left grey. */
	public static final String GREY = "grey";

	/** Label of the row of the pictures in one colour. */
	public static final String MEAN = "mean colour";

	/**
	 * One way to colour, on all pictures.
	 *
	 * @param curve share of all pixels whose ab is within t of the true one, t = 0 to
	 *              150 in steps of 1
	 */
	public record Line(Scores scores, double[] curve) {}

	/**
	 * The rows of a table: each picture, then {@value #ALL}, {@value #GREY} and
	 * {@value #MEAN}. The last two have no chroma correlation: what does not vary
	 * correlates with nothing but its rounding.
	 */
	public Map<String, Scores> rows() {
		Map<String, Scores> rows = new LinkedHashMap<>(pictures);
		rows.put(ALL, model.scores());
		rows.put(GREY, grey.scores().withoutCorrelation());
		rows.put(MEAN, mean.scores().withoutCorrelation());
		return rows;
	}
}
