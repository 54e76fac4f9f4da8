package tintype.rectify;

import java.util.concurrent.CancellationException;

import tintype.Progress;

/**
 * A small copy of a picture, each of its pixels the mean of a square block of the
 * original. Samples that are not finite are left out of the mean; a block without any
 * other sample gets the mean of the whole picture.
 *
 * @param width  in blocks
 * @param height in blocks
 * @param block  side of a block in pixels of the original, at least 1; the last column and
 *               row of blocks may hold less
 * @param values the means, row by row
 */
record ReducedPicture(int width, int height, int block, float[] values) {

	/**
	 * Reads each sample once and needs no memory but that of the result.
	 *
	 * @param picture samples row by row; not changed
	 * @param longest the most blocks along the longer side
	 * @throws CancellationException if the caller wants no more
	 */
	static ReducedPicture of(float[] picture, int width, int height, int longest, Progress progress) {
		int block = Math.max(1, (Math.max(width, height) + longest - 1) / longest);
		int across = (width + block - 1) / block, down = (height + block - 1) / block;
		float[] values = new float[across * down];
		double[] sums = new double[across];
		int[] counts = new int[across];
		double total = 0;
		long all = 0;
		for (int row = 0; row < down; row++) {
			if (progress.canceled()) throw new CancellationException();
			progress.report(row, down, "Looking at the picture");
			for (int y = row * block, end = Math.min(height, y + block); y < end; y++)
				addRow(picture, y * width, width, block, sums, counts);
			for (int column = 0; column < across; column++) {
				values[row * across + column] = (float) (sums[column] / counts[column]);
				total += sums[column];
				all += counts[column];
				sums[column] = counts[column] = 0;
			}
		}
		float mean = all == 0 ? 0 : (float) (total / all);
		for (int i = 0; i < values.length; i++)
			if (!Float.isFinite(values[i])) values[i] = mean;
		return new ReducedPicture(across, down, block, values);
	}

	private static void addRow(float[] picture, int start, int width, int block, double[] sums, int[] counts) {
		for (int column = 0, x = 0; x < width; column++) {
			double sum = 0;
			int count = 0;
			for (int end = Math.min(width, x + block); x < end; x++) {
				float sample = picture[start + x];
				if (Float.isFinite(sample)) {
					sum += sample;
					count++;
				}
			}
			sums[column] += sum;
			counts[column] += count;
		}
	}

	/** A position of this copy, x or y, as a position of the original. */
	double original(double position) {
		return (position + 0.5) * block - 0.5;
	}
}
