package tintype.train;

/**
 * What a picture looks like from afar, in 128 bits: the difference hash, which
 * holds for each cell of a coarse grid whether its neighbour to the right is
 * lighter, and whether the one below is. It hardly changes when a picture is
 * scaled, brightened or compressed again. Block means are compared as in Zauner,
 * Implementation and Benchmarking of Perceptual Image Hash Functions, 2010; the
 * differences follow Krawetz's dHash, 2013, which has the first half only: on
 * pictures of one kind, with a bright sky above, that is too little.
 *
 * @param across of 8 rows of 9 cells, row by row, first cell highest
 * @param down   of 9 rows of 8 cells, in the same order
 */
public record PerceptualHash(long across, long down) {

	private static final int CELLS = 8;

	/** Large pictures are seen through a coarser raster; their block means stay the same. */
	private static final int FINEST = 512;

	/** The hash of a picture of any size from one pixel. */
	static PerceptualHash of(Photo photo) {
		double[] wide = means(photo, CELLS + 1, CELLS);
		double[] high = means(photo, CELLS, CELLS + 1);
		long across = 0, down = 0;
		for (int row = 0; row < CELLS; row++)
			for (int column = 0; column < CELLS; column++) {
				int left = row * (CELLS + 1) + column, above = row * CELLS + column;
				across = across << 1 | (wide[left] < wide[left + 1] ? 1 : 0);
				down = down << 1 | (high[above] < high[above + CELLS] ? 1 : 0);
			}
		return new PerceptualHash(across, down);
	}

	/** How many of the 128 bits differ: 0 for the same view, 20 to 80 for others. */
	public int distance(PerceptualHash other) {
		return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down);
	}

	/** Mean luma per cell; it orders cells as lightness does and costs no root. */
	private static double[] means(Photo photo, int columns, int rows) {
		long[] sums = new long[columns * rows];
		int[] counts = new int[columns * rows];
		int step = Math.max(1, Math.max(photo.width(), photo.height()) / FINEST);
		for (int y = step / 2; y < photo.height(); y += step) {
			int row = (int) ((long) y * rows / photo.height());
			for (int x = step / 2; x < photo.width(); x += step) {
				int cell = row * columns + (int) ((long) x * columns / photo.width());
				sums[cell] += luma(photo.rgb()[y * photo.width() + x]);
				counts[cell]++;
			}
		}
		double[] means = new double[sums.length];
		for (int i = 0; i < means.length; i++)
			means[i] = (double) sums[i] / Math.max(1, counts[i]);
		return means;
	}

	/** ITU-R BT.601, in thousandths. */
	private static int luma(int rgb) {
		return 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
	}
}
