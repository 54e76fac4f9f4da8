package tintype.rectify;

/**
 * Looks for a step of brightness across a side: the extremum of the derivative of the
 * Gaussian-smoothed profile (Canny, IEEE PAMI 8, 1986), between the samples by a parabola.
 */
final class StepProfile {

	private final float[] picture;
	private final int width, height;
	private final int range;
	private final double[] kernel;
	private final double[] profile, response;

	/** Where the step is, pixels along the profile from its middle; NaN if there is none. */
	double place;

	/** Its height, brighter minus darker side, in units of the picture. */
	double rise;

	/**
	 * @param picture   samples row by row; not copied
	 * @param smoothing standard deviation of the Gaussian, pixels, at least 0.5
	 * @param range     how far from the middle a step is looked for, pixels
	 */
	StepProfile(float[] picture, int width, int height, double smoothing, int range) {
		this.picture = picture;
		this.width = width;
		this.height = height;
		this.range = range;
		kernel = new double[(int) Math.ceil(3 * smoothing)];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++)
			sum += kernel[i] = (i + 1) * Math.exp(-(i + 1) * (i + 1) / (2 * smoothing * smoothing));
		for (int i = 0; i < kernel.length; i++)
			kernel[i] /= sum;
		profile = new double[2 * (range + 1 + kernel.length) + 1];
		response = new double[2 * (range + 1) + 1];
	}

	/**
	 * Looks for the highest step up.
	 *
	 * @param x    middle of the profile
	 * @param y    middle of the profile
	 * @param dx   unit vector of the profile, from the dark to the bright side
	 * @param dy   unit vector of the profile
	 * @param mean number of parallel profiles, one pixel apart, whose mean is taken
	 */
	void look(double x, double y, double dx, double dy, int mean) {
		int middle = profile.length / 2;
		for (int i = 0; i < profile.length; i++) {
			double sum = 0;
			for (int k = 0; k < mean; k++) {
				double beside = k - (mean - 1) / 2.0;
				sum += sample(x + (i - middle) * dx - beside * dy, y + (i - middle) * dy + beside * dx);
			}
			profile[i] = sum / mean;
		}
		int highest = -1;
		for (int i = 0; i < response.length; i++) {
			response[i] = 0;
			for (int k = 0, at = i + kernel.length; k < kernel.length; k++)
				response[i] += kernel[k] * (profile[at + k + 1] - profile[at - k - 1]);
			if (response[i] > (highest < 0 ? 0 : response[highest])) highest = i;
		}
		place = Double.NaN;
		rise = 0;
		if (highest > 0 && highest < response.length - 1) refine(highest);
	}

	private void refine(int highest) {
		double before = response[highest - 1], peak = response[highest], after = response[highest + 1];
		double curvature = before - 2 * peak + after;
		if (!(curvature < 0)) return;
		place = highest - range - 1 + 0.5 * (before - after) / curvature;
		rise = peak;
	}

	/** Bilinear; NaN outside the picture. */
	private double sample(double x, double y) {
		if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) return Double.NaN;
		int column = (int) x, row = (int) y, at = row * width + column;
		double u = x - column, v = y - row;
		return (1 - v) * ((1 - u) * picture[at] + u * picture[at + 1]) + v * ((1 - u) * picture[at + width] + u * picture[at + width + 1]);
	}
}
