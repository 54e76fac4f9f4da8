package tintype.train;

/**
 * What a picture looks like from afar, in 128 bits: the difference hash, which
 * holds for each cell of a coarse grid whether its neighbour to the right is
 * lighter, and whether the one below is. It hardly changes when a picture is
 * scaled, brightened or compressed again. Block means are compared as in Zauner,
 * Implementation and Benchmarking of Perceptual Image Hash Functions, 2010; the
 * differences follow Krawetz's dHash, 2013, which has the first half only: on
 * pictures of one kind, with a bright sky above, that is too little.
 * <p>
 * Neighbours that are nearly the same, as on a white background, would give the
 * noise of compression; their bits are 0 and tell nothing.
 *
 * @param across    of 8 rows of 9 cells, row by row, first cell highest
 * @param down      of 9 rows of 8 cells, in the same order
 * @param telling   how many of the 128 bits come from neighbours that differ
 * @param thumbnail what tells apart pictures of which few bits tell something
 */
public record PerceptualHash(long across, long down, int telling, Thumbnail thumbnail) {

	private static final int CELLS = 8;

	/** Less than this share of the range between darkest and lightest cell is no difference. */
	private static final double EVEN = 0.01;

	/** The hash of a picture of any size from one pixel. */
	static PerceptualHash of(Photo photo) {
		AreaMeans picture = new AreaMeans(photo);
		double[] wide = luma(picture.of(CELLS, CELLS + 1)), high = luma(picture.of(CELLS + 1, CELLS));
		double least = EVEN * range(wide);
		long across = 0, down = 0;
		int telling = 0;
		for (int row = 0; row < CELLS; row++)
			for (int column = 0; column < CELLS; column++) {
				int left = row * (CELLS + 1) + column, above = row * CELLS + column;
				double right = wide[left + 1] - wide[left], below = high[above + CELLS] - high[above];
				across = across << 1 | (right > least ? 1 : 0);
				down = down << 1 | (below > least ? 1 : 0);
				telling += (Math.abs(right) > least ? 1 : 0) + (Math.abs(below) > least ? 1 : 0);
			}
		return new PerceptualHash(across, down, telling, new Thumbnail(picture));
	}

	/** How many of the 128 bits differ: 0 for the same view, 20 to 80 for others. */
	public int distance(PerceptualHash other) {
		return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down);
	}

	private static double range(double[] luma) {
		double least = luma[0], most = luma[0];
		for (double value : luma) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return most - least;
	}

	/** ITU-R BT.601, 0..255: it orders cells as lightness does and costs no root. */
	private static double[] luma(double[] rgb) {
		double[] luma = new double[rgb.length / 3];
		for (int i = 0; i < luma.length; i++)
			luma[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
		return luma;
	}
}
