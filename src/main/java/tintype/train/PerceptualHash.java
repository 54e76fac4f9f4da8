package tintype.train;

import tintype.color.Lab;

/**
 * What a picture looks like from afar, in 64 bits: the difference hash, which
 * holds for each cell of a coarse grid whether the next one to the right is
 * lighter. It hardly changes when a picture is scaled, brightened or compressed
 * again. Block means are compared as in Zauner, Implementation and Benchmarking
 * of Perceptual Image Hash Functions, 2010; the differences follow Krawetz's
 * dHash, 2013.
 *
 * @param bits row by row of an 8 x 8 grid, first cell highest
 */
public record PerceptualHash(long bits) {

	private static final int COLUMNS = 9;
	private static final int ROWS = 8;

	/** Large pictures are seen through a coarser raster; their block means stay the same. */
	private static final int FINEST = 512;

	/** The hash of a picture of any size from one pixel. */
	static PerceptualHash of(Photo photo) {
		double[] means = means(photo);
		long bits = 0;
		for (int row = 0; row < ROWS; row++)
			for (int column = 0; column + 1 < COLUMNS; column++)
				bits = bits << 1 | (means[row * COLUMNS + column] < means[row * COLUMNS + column + 1] ? 1 : 0);
		return new PerceptualHash(bits);
	}

	/** How many of the 64 bits differ: 0 for the same view, about 32 for unlike ones. */
	public int distance(PerceptualHash other) {
		return Long.bitCount(bits ^ other.bits);
	}

	/** Mean lightness per cell. */
	private static double[] means(Photo photo) {
		double[] sums = new double[COLUMNS * ROWS];
		int[] counts = new int[COLUMNS * ROWS];
		int step = Math.max(1, Math.max(photo.width(), photo.height()) / FINEST);
		for (int y = step / 2; y < photo.height(); y += step)
			for (int x = step / 2; x < photo.width(); x += step) {
				int cell = (int) ((long) y * ROWS / photo.height()) * COLUMNS + (int) ((long) x * COLUMNS / photo.width());
				sums[cell] += Lab.lightness(photo.rgb()[y * photo.width() + x]);
				counts[cell]++;
			}
		for (int i = 0; i < sums.length; i++)
			sums[i] /= Math.max(1, counts[i]);
		return sums;
	}
}
