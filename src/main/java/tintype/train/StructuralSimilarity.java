package tintype.train;

import java.util.concurrent.CancellationException;

import tintype.Progress;

/**
 * SSIM of Wang, Bovik, Sheikh and Simoncelli 2004 for 8-bit RGB, mean over the
 * channels, with a uniform window of 7 x 7 and sample covariances: the default of
 * scikit-image's {@code structural_similarity}. Windows that reach over the edge
 * do not count.
 */
final class StructuralSimilarity {

	/** Edge of the window; smaller pictures have no SSIM. */
	static final int WINDOW = 7;

	private static final int N = WINDOW * WINDOW;
	private static final double C1 = 0.01 * 255 * (0.01 * 255);
	private static final double C2 = 0.03 * 255 * (0.03 * 255);

	private final Photo one;
	private final Photo other;
	private final int shift;

	/** Sums over the window's rows, per column: of x, y, xx, yy and xy. */
	private final int[][] columns;

	private StructuralSimilarity(Photo one, Photo other, int shift) {
		this.one = one;
		this.other = other;
		this.shift = shift;
		columns = new int[5][one.width()];
	}

	/**
	 * @param one   at least 7 x 7 pixels
	 * @param other of the same size
	 * @return -1 to 1; 1 for equal pictures
	 * @throws CancellationException when the caller cancels
	 */
	static double of(Photo one, Photo other, Progress progress) {
		double sum = 0;
		for (int shift : new int[] { 16, 8, 0 })
			sum += new StructuralSimilarity(one, other, shift).mean(progress);
		return sum / 3;
	}

	private double mean(Progress progress) {
		double sum = 0;
		for (int y = 0; y < one.height(); y++) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			count(y, 1);
			if (y >= WINDOW) count(y - WINDOW, -1);
			if (y >= WINDOW - 1) sum += row();
		}
		return sum / ((one.width() - WINDOW + 1.0) * (one.height() - WINDOW + 1));
	}

	private void count(int row, int sign) {
		for (int column = 0; column < one.width(); column++) {
			int at = row * one.width() + column;
			int x = one.rgb()[at] >> shift & 255, y = other.rgb()[at] >> shift & 255;
			columns[0][column] += sign * x;
			columns[1][column] += sign * y;
			columns[2][column] += sign * x * x;
			columns[3][column] += sign * y * y;
			columns[4][column] += sign * x * y;
		}
	}

	private double row() {
		int[] sums = new int[5];
		double total = 0;
		for (int column = 0; column < one.width(); column++) {
			for (int k = 0; k < sums.length; k++) {
				sums[k] += columns[k][column];
				if (column >= WINDOW) sums[k] -= columns[k][column - WINDOW];
			}
			if (column >= WINDOW - 1) total += similarity(sums);
		}
		return total;
	}

	private static double similarity(int[] sums) {
		double x = sums[0] / (double) N, y = sums[1] / (double) N;
		double varianceX = (sums[2] - x * sums[0]) / (N - 1);
		double varianceY = (sums[3] - y * sums[1]) / (N - 1);
		double covariance = (sums[4] - x * sums[1]) / (N - 1);
		return (2 * x * y + C1) * (2 * covariance + C2) / ((x * x + y * y + C1) * (varianceX + varianceY + C2));
	}
}
