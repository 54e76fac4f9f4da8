package tintype.rectify;

/**
 * The cubic B-spline, which weighs coefficients and not pixels: see
 * {@link SplineCoefficients}. Unser, Splines, a perfect fit for signal and image
 * processing, IEEE Signal Processing Magazine 16 (1999), equation 7.
 */
final class CubicBSpline implements Kernel {

	@Override
	public int taps() {
		return 4;
	}

	@Override
	public void weigh(double f, double[] weights) {
		double g = 1 - f;
		weights[0] = g * g * g / 6;
		weights[1] = (4 - 3 * f * f * (1 + g)) / 6;
		weights[2] = (4 - 3 * g * g * (1 + f)) / 6;
		weights[3] = f * f * f / 6;
	}
}
