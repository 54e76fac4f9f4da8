package tintype.rectify;

import java.util.Arrays;

/**
 * The pixels on the edges of a picture: where the gradient of the smoothed picture is
 * largest along its own direction (Canny, IEEE PAMI 8, 1986) and stands out of the noise. A
 * thin line has two edges, one on either side, of opposite directions.
 *
 * @param x     columns of the edge pixels
 * @param y     their rows
 * @param angle direction of the gradient, towards the brighter side, radians, -pi to pi
 */
record EdgePixels(float[] x, float[] y, float[] angle) {

	/** Standard deviation of the smoothing, pixels. */
	private static final double SMOOTHING = 1.2;

	/** Pixels along the border of the picture in which no edge is looked for. */
	static final int MARGIN = 2;

	/**
	 * The least gradient that counts, in units of the median gradient: the gradients of pure
	 * noise have a Rayleigh distribution, with 1 pixel in 40 above.
	 */
	private static final double ABOVE_MEDIAN = 2.3;

	/** The least gradient that counts, as a part of the whole range of brightness, per pixel. */
	private static final double OF_RANGE = 0.006;

	/** @param picture not changed */
	static EdgePixels of(ReducedPicture picture) {
		int width = picture.width(), height = picture.height();
		float[] smooth = smoothed(picture.values(), width, height);
		float[] length = gradientLength(smooth, width, height);
		double least = leastGradient(smooth, length);
		int[] edges = new int[smooth.length];
		int count = 0;
		for (int y = MARGIN; y < height - MARGIN; y++)
			for (int i = y * width + MARGIN, end = (y + 1) * width - MARGIN; i < end; i++)
				if (length[i] > least && isCrest(smooth, length, width, i)) edges[count++] = i;
		float[] x = new float[count], y = new float[count], angle = new float[count];
		for (int e = 0; e < count; e++) {
			int i = edges[e];
			x[e] = i % width;
			y[e] = i / width;
			angle[e] = (float) Math.atan2(smooth[i + width] - smooth[i - width], smooth[i + 1] - smooth[i - 1]);
		}
		return new EdgePixels(x, y, angle);
	}

	/** Number of edge pixels. */
	int count() {
		return x.length;
	}

	private static float[] smoothed(float[] values, int width, int height) {
		int reach = (int) Math.ceil(3 * SMOOTHING);
		double[] kernel = new double[2 * reach + 1];
		for (int k = -reach; k <= reach; k++)
			kernel[k + reach] = Math.exp(-k * k / (2 * SMOOTHING * SMOOTHING));
		double sum = Arrays.stream(kernel).sum();
		float[] rows = new float[values.length], smooth = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			int x = i % width, row = i - x;
			double value = 0;
			for (int k = -reach; k <= reach; k++)
				value += kernel[k + reach] * values[row + Math.max(0, Math.min(width - 1, x + k))];
			rows[i] = (float) (value / sum);
		}
		for (int i = 0; i < values.length; i++) {
			int x = i % width, y = i / width;
			double value = 0;
			for (int k = -reach; k <= reach; k++)
				value += kernel[k + reach] * rows[x + width * Math.max(0, Math.min(height - 1, y + k))];
			smooth[i] = (float) (value / sum);
		}
		return smooth;
	}

	/** By central differences; 0 on the border. */
	private static float[] gradientLength(float[] smooth, int width, int height) {
		float[] length = new float[smooth.length];
		for (int y = 1; y < height - 1; y++)
			for (int i = y * width + 1, end = (y + 1) * width - 1; i < end; i++) {
				float gx = smooth[i + 1] - smooth[i - 1], gy = smooth[i + width] - smooth[i - width];
				length[i] = (float) Math.sqrt(gx * gx + gy * gy) / 2;
			}
		return length;
	}

	private static double leastGradient(float[] smooth, float[] length) {
		float[] sorted = length.clone();
		Arrays.sort(sorted);
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (float value : smooth) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		return Math.max(ABOVE_MEDIAN * sorted[sorted.length / 2], OF_RANGE * (high - low));
	}

	private static boolean isCrest(float[] smooth, float[] length, int width, int i) {
		float gx = smooth[i + 1] - smooth[i - 1], gy = smooth[i + width] - smooth[i - width];
		double norm = 2 * length[i], nx = gx / norm, ny = gy / norm;
		return length[i] >= sample(length, width, i, nx, ny) && length[i] > sample(length, width, i, -nx, -ny);
	}

	/** Bilinear, (dx, dy) beside pixel {@code i}. */
	private static double sample(float[] values, int width, int i, double dx, double dy) {
		int x = (int) Math.floor(dx), y = (int) Math.floor(dy);
		double u = dx - x, v = dy - y;
		int at = i + x + y * width;
		return (1 - v) * ((1 - u) * values[at] + u * values[at + 1]) + v * ((1 - u) * values[at + width] + u * values[at + width + 1]);
	}
}
