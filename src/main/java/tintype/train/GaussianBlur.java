package tintype.train;

/** Smooths a square of values along rows, then columns; at the border the last value goes on. */
final class GaussianBlur {

	/** Right half of the kernel with its centre; the whole sums to 1. */
	private final float[] weights;

	private GaussianBlur(float[] weights) {
		this.weights = weights;
	}

	/** @param sigma standard deviation in pixels, 0 or more; cut off at three of it */
	static GaussianBlur of(double sigma) {
		float[] weights = new float[(int) Math.ceil(3 * sigma) + 1];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i == 0 ? 1 : (float) Math.exp(-i * i / (2 * sigma * sigma));
			sum += i == 0 ? 1 : 2 * weights[i];
		}
		for (int i = 0; i < weights.length; i++)
			weights[i] /= (float) sum;
		return new GaussianBlur(weights);
	}

	/** Standard deviation of white noise of standard deviation 1 after blurring. */
	double noiseGain() {
		double sum = weights[0] * weights[0];
		for (int i = 1; i < weights.length; i++)
			sum += 2 * weights[i] * weights[i];
		return sum; // the root of one sum for rows and one for columns
	}

	/** Changes the values, row by row of a square. */
	void blur(float[] values, int side) {
		float[] line = new float[side];
		for (int i = 0; i < side; i++)
			blur(values, i * side, 1, line);
		for (int i = 0; i < side; i++)
			blur(values, i, side, line);
	}

	private void blur(float[] values, int start, int step, float[] line) {
		for (int i = 0; i < line.length; i++)
			line[i] = values[start + i * step];
		for (int i = 0; i < line.length; i++) {
			float sum = weights[0] * line[i];
			for (int k = 1; k < weights.length; k++)
				sum += weights[k] * (line[Math.max(0, i - k)] + line[Math.min(line.length - 1, i + k)]);
			values[start + i * step] = sum;
		}
	}
}
