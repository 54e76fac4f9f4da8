package tintype.rectify;

/** Fills pixels of one row by bilinear interpolation where no neighbour is missing. */
interface BilinearRow {

	/**
	 * @param x     columns in the source, 0 to its width - 1, less 1e-6 at least
	 * @param y     rows in the source, 0 to its height - 1, likewise
	 * @param count of pixels, at most {@link Strip#BLOCK}
	 * @param at    index of the first in the target
	 */
	void write(double[] x, double[] y, int count, int at);
}
