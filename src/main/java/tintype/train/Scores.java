package tintype.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How close a model's colours come to the true ones, for one picture or for many.
 * AuC alone rewards grey, so it never goes without rebalanced AuC and
 * colourfulness. AuC and chroma correlation pool the pixels of all pictures, the
 * others are means over pictures.
 *
 * @param auc                 1 - mean(min(d, 150)) / 150, d the distance in the ab
 *                            plane: the area under the curve of pixels within a
 *                            threshold of 0 to 150 (Zhang et al. 2016)
 * @param rebalancedAuc       the same, rare colours weighted up, λ = 1/2
 * @param colourfulnessRatio  mean predicted over mean true colourfulness; 1 is as
 *                            colourful as nature
 * @param psnr                of 8-bit RGB in dB; 187 or so for equal pictures
 * @param fullyRebalancedAuc  AuC with every colour weighted by one over its share,
 *                            λ = 0; a few rare colours decide it
 * @param ssim                structural similarity of 8-bit RGB, 7 x 7 window, -1 to 1
 * @param colourfulness       M3 of Hasler &amp; Süsstrunk 2003, predicted
 * @param trueColourfulness   the same of the true pictures
 * @param chromaCorrelation   Pearson's, of predicted and true chroma, -1 to 1
 * @param lightnessDifference mean |ΔL|; rounding to 8 bits alone gives about 0.1
 */
public record Scores(double auc, double rebalancedAuc, double colourfulnessRatio, double psnr, double fullyRebalancedAuc,
	double ssim, double colourfulness, double trueColourfulness, double chromaCorrelation, double lightnessDifference)
{

	/** What epochs are compared by: neither grey nor gaudy wins the mean of the two AuC. */
	double merit() {
		return (auc + rebalancedAuc) / 2;
	}

	/** The figures of a model's card by name, rounded to what the pictures' noise allows. */
	public Map<String, Double> asMap() {
		Map<String, Double> map = new LinkedHashMap<>();
		map.put("AuC", rounded(auc, 1e4));
		map.put("rebalanced AuC (1/2)", rounded(rebalancedAuc, 1e4));
		map.put("colourfulness ratio", rounded(colourfulnessRatio, 1e3));
		map.put("PSNR (dB)", rounded(psnr, 1e2));
		return map;
	}

	/** All figures by name, as computed, in the order of a table's columns. */
	public Map<String, Double> columns() {
		Map<String, Double> map = new LinkedHashMap<>();
		map.put("AuC", auc);
		map.put("rebalanced AuC (1/2)", rebalancedAuc);
		map.put("rebalanced AuC (0)", fullyRebalancedAuc);
		map.put("PSNR (dB)", psnr);
		map.put("SSIM", ssim);
		map.put("colourfulness", colourfulness);
		map.put("true colourfulness", trueColourfulness);
		map.put("colourfulness ratio", colourfulnessRatio);
		map.put("chroma correlation", chromaCorrelation);
		map.put("lightness difference", lightnessDifference);
		return map;
	}

	/** The same scores, the chroma correlation NaN. */
	Scores withoutCorrelation() {
		return new Scores(auc, rebalancedAuc, colourfulnessRatio, psnr, fullyRebalancedAuc, ssim, colourfulness, trueColourfulness, Double.NaN,
			lightnessDifference);
	}

	private static double rounded(double value, double scale) {
		return Math.round(value * scale) / scale;
	}
}
