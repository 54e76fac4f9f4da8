package tintype.inspect.plain;

/**
 * The normal distribution function to 1e-15 (Abramowitz &amp; Stegun 1964,
 * 7.1.6 near 0 and the continued fraction 7.1.14 further out).
 */
final class ErrorFunction {

	/** Where the series needs about as many terms as the fraction. */
	private static final double NEAR = 2.5;
	private static final int LEVELS = 80;

	private ErrorFunction() {}

	/** Share of the standard normal distribution below x. */
	static double below(double x) {
		double z = Math.abs(x) / Math.sqrt(2);
		if (z < NEAR) return 0.5 + Math.signum(x) * series(z) / 2;
		double beyond = fraction(z) / 2;
		return x < 0 ? beyond : 1 - beyond;
	}

	/** erf z = 2 / sqrt(pi) e^(-z^2) sum of 2^n z^(2n + 1) / (1 * 3 * ... (2n + 1)). */
	private static double series(double z) {
		double sum = 0, term = z;
		for (int n = 0; sum + term != sum; term *= 2 * z * z / (2 * n + 1)) {
			sum += term;
			n++;
		}
		return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
	}

	/** erfc z = e^(-z^2) / sqrt(pi) / (z + 1/2 / (z + 1 / (z + 3/2 / (z + 2 / (z + ...))))). */
	private static double fraction(double z) {
		double below = z;
		for (int level = LEVELS; level > 0; level--)
			below = z + level / 2.0 / below;
		return Math.exp(-z * z) / Math.sqrt(Math.PI) / below;
	}
}
