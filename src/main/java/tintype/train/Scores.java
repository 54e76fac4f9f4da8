package tintype.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How close a model's colours come to the true ones. AuC alone rewards grey, so
 * the three always go together.
 *
 * @param auc                 1 - mean(min(d, 150)) / 150, d the distance in the ab
 *                            plane: the area under the curve of pixels within a
 *                            threshold of 0 to 150 (Zhang et al. 2016)
 * @param rebalancedAuc       the same, rare colours weighted up, λ = 1/2
 * @param colourfulnessRatio  Hasler &amp; Süsstrunk 2003, predicted over true
 * @param psnr                of 8-bit RGB in dB, mean over pictures
 */
public record Scores(double auc, double rebalancedAuc, double colourfulnessRatio, double psnr) {

	/** What epochs are compared by: neither grey nor gaudy wins the mean of the two AuC. */
	double merit() {
		return (auc + rebalancedAuc) / 2;
	}

	/** The figures by name, rounded to what the pictures' noise allows. */
	public Map<String, Double> asMap() {
		Map<String, Double> map = new LinkedHashMap<>();
		map.put("AuC", rounded(auc, 1e4));
		map.put("rebalanced AuC (1/2)", rounded(rebalancedAuc, 1e4));
		map.put("colourfulness ratio", rounded(colourfulnessRatio, 1e3));
		map.put("PSNR (dB)", rounded(psnr, 1e2));
		return map;
	}

	private static double rounded(double value, double scale) {
		return Math.round(value * scale) / scale;
	}
}
