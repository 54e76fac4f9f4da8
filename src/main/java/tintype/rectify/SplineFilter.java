package tintype.rectify;

/**
 * Turns the values of a line into the coefficients of the cubic B-splines through them:
 * Unser, Splines, a perfect fit for signal and image processing, IEEE Signal Processing
 * Magazine 16 (1999), box 2. The line goes on as in a mirror at the centre of its first
 * and last value.
 */
final class SplineFilter {

	/** The pole of the filter. */
	private static final double POLE = Math.sqrt(3) - 2;

	/** Powers of the pole beyond it are less than double precision resolves. */
	private static final int HORIZON = 32;

	private SplineFilter() {}

	/** @param line overwritten, of length 1 at least */
	static void apply(double[] line) {
		int last = line.length - 1;
		if (last == 0) return;
		for (int k = 0; k <= last; k++)
			line[k] *= 6;
		line[0] = first(line);
		for (int k = 1; k <= last; k++)
			line[k] += POLE * line[k - 1];
		line[last] = POLE / (POLE * POLE - 1) * (line[last] + POLE * line[last - 1]);
		for (int k = last - 1; k >= 0; k--)
			line[k] = POLE * (line[k + 1] - line[k]);
	}

	/** The sum of all values before, mirrored, each with its power of the pole. */
	private static double first(double[] line) {
		double sum = 0, power = 1;
		for (int k = 0; k < HORIZON; k++, power *= POLE)
			sum += power * line[Extension.MIRROR.inside(k, line.length)];
		return sum;
	}
}
