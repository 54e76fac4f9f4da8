package tintype.rectify;

/**
 * The same as a {@link Warp} without supersampling, written down as the formulas stand in
 * the books and sharing nothing with it: one channel, one pixel at a time, values neither
 * rounded nor clamped.
 */
final class PlainWarp {

	private final double[] picture;
	private final double[] coefficients;
	private final int width, height;
	private final Interpolation interpolation;
	private final Border border;

	PlainWarp(double[] picture, int width, int height, Interpolation interpolation, Border border) {
		this.picture = picture;
		this.width = width;
		this.height = height;
		this.interpolation = interpolation;
		this.border = border;
		coefficients = interpolation == Interpolation.BSPLINE ? coefficients() : null;
	}

	/** @param m the nine numbers from the target to the source, in any scale */
	double at(double[] m, double i, double j) {
		double w = m[6] * i + m[7] * j + m[8];
		if (w <= 0) return border.fill();
		return at((m[0] * i + m[1] * j + m[2]) / w, (m[3] * i + m[4] * j + m[5]) / w);
	}

	/** The value at a place of the source. */
	double at(double x, double y) {
		switch (interpolation) {
			case NEAREST:
				return pixel((int) Math.floor(x + 0.5), (int) Math.floor(y + 0.5));
			case BSPLINE:
				double cover = border.replicate() ? 1 : cover(x, width) * cover(y, height);
				return cover * spline(inside(x, width), inside(y, height)) + (1 - cover) * border.fill();
			default:
				return convolved(x, y);
		}
	}

	private double convolved(double x, double y) {
		double sum = 0, weights = 0;
		for (int row = (int) Math.floor(y) - 3; row <= Math.floor(y) + 4; row++)
			for (int column = (int) Math.floor(x) - 3; column <= Math.floor(x) + 4; column++) {
				double weight = kernel(x - column) * kernel(y - row);
				if (weight != 0) sum += weight * pixel(column, row);
				weights += weight;
			}
		return sum / weights;
	}

	private double kernel(double signed) {
		double t = Math.abs(signed);
		switch (interpolation) {
			case BILINEAR:
				return Math.max(0, 1 - t);
			case BICUBIC:
				return t <= 1 ? 1.5 * t * t * t - 2.5 * t * t + 1 : t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
			default:
				return t == 0 ? 1 : t < 3 ? 3 * Math.sin(Math.PI * t) * Math.sin(Math.PI * t / 3) / (Math.PI * Math.PI * t * t) : 0;
		}
	}

	private double pixel(int x, int y) {
		if (border.replicate()) return picture[(int) inside(y, height) * width + (int) inside(x, width)];
		return x < 0 || y < 0 || x >= width || y >= height ? border.fill() : picture[y * width + x];
	}

	private static double inside(double place, int size) {
		return Math.max(0, Math.min(size - 1, place));
	}

	private static double cover(double place, int size) {
		return Math.max(0, 1 - Math.abs(place - inside(place, size)));
	}

	private double spline(double x, double y) {
		double sum = 0;
		for (int row = (int) y - 1; row <= (int) y + 2; row++)
			for (int column = (int) x - 1; column <= (int) x + 2; column++)
				sum += bSpline(x - column) * bSpline(y - row) * coefficients[mirrored(row, height) * width + mirrored(column, width)];
		return sum;
	}

	private static double bSpline(double signed) {
		double t = Math.abs(signed);
		return t < 1 ? 2.0 / 3 - t * t + t * t * t / 2 : t < 2 ? (2 - t) * (2 - t) * (2 - t) / 6 : 0;
	}

	private static int mirrored(int index, int size) {
		if (size == 1) return 0;
		int folded = index < 0 ? -index : index;
		return folded >= size ? 2 * size - 2 - folded : folded;
	}

	/** By solving (c[k-1] + 4 c[k] + c[k+1]) / 6 = value along rows, then columns. */
	private double[] coefficients() {
		double[] solved = picture.clone();
		for (int y = 0; y < height; y++)
			solve(solved, y * width, 1, width);
		for (int x = 0; x < width; x++)
			solve(solved, x, width, height);
		return solved;
	}

	/** Thomas' algorithm; at the ends c[-1] = c[1]. */
	private static void solve(double[] values, int start, int stride, int size) {
		if (size == 1) return;
		double[] upper = new double[size], line = new double[size];
		for (int k = 0; k < size; k++) {
			double lower = k == 0 ? 0 : k == size - 1 ? 2 : 1, pivot = 4 - (k == 0 ? 0 : lower * upper[k - 1]);
			upper[k] = (k == 0 ? 2 : 1) / pivot;
			line[k] = (6 * values[start + k * stride] - (k == 0 ? 0 : lower * line[k - 1])) / pivot;
		}
		for (int k = size - 1; k >= 0; k--)
			values[start + k * stride] = line[k] - (k == size - 1 ? 0 : upper[k] * values[start + (k + 1) * stride]);
	}
}
