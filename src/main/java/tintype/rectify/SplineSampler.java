package tintype.rectify;

import java.util.Arrays;

/**
 * The values of the spline through all pixels. It is not used beyond the centres of the
 * outermost pixels, where it would swing: from there on the nearest value of its edge
 * holds, under a fill value blended into that over one pixel, as bilinear interpolation
 * would. Where a pixel that is not finite has a part in the value, that is NaN.
 */
final class SplineSampler implements Sampler {

	private final Sampler spline;
	private final Sampler source;
	private final int right, bottom;
	private final boolean replicate;
	private final double[] fill;
	private final double[] columns = new double[Strip.BLOCK], rows = columns.clone();
	private final double[] values, checks;
	private final boolean mended;

	/** @param fill one value per channel, for what lies outside unless {@code replicate}, and beyond the horizon */
	SplineSampler(SplineCoefficients coefficients, Plane source, boolean replicate, double[] fill) {
		Kernel kernel = Interpolation.BSPLINE.kernel();
		spline = new KernelSampler(coefficients, kernel, Extension.MIRROR, fill);
		this.source = new KernelSampler(source, kernel, Extension.MIRROR, fill);
		right = source.width() - 1;
		bottom = source.height() - 1;
		this.replicate = replicate;
		this.fill = fill;
		mended = coefficients.mended();
		values = new double[fill.length * Strip.BLOCK];
		checks = values.clone();
	}

	@Override
	public void add(double[] x, double[] y, int count, double[] sums) {
		for (int k = 0; k < count; k++) {
			columns[k] = Math.max(0, Math.min(right, x[k]));
			rows[k] = Math.max(0, Math.min(bottom, y[k]));
		}
		evaluate(count);
		for (int channel = 0; channel < fill.length; channel++)
			for (int k = 0; k < count; k++) {
				double share = replicate || x[k] != x[k] ? 1 : cover(x[k], right) * cover(y[k], bottom);
				int i = channel * Strip.BLOCK + k;
				sums[i] += share == 1 ? values[i] : share == 0 ? fill[channel] : share * values[i] + (1 - share) * fill[channel];
			}
	}

	private void evaluate(int count) {
		Arrays.fill(values, 0);
		spline.add(columns, rows, count, values);
		if (!mended) return;
		Arrays.fill(checks, 0);
		source.add(columns, rows, count, checks);
		for (int i = 0; i < values.length; i++)
			if (!Double.isFinite(checks[i])) values[i] = Double.NaN;
	}

	/** The share of a line from 0 to {@code last} in the linear interpolation with what is beyond. */
	private static double cover(double place, int last) {
		return Math.max(0, Math.min(1, Math.min(1 + place, last + 1 - place)));
	}
}
