package tintype.rectify;

/** Finds the values of a source between its pixels. Keeps working memory, so each thread needs its own. */
interface Sampler {

	/**
	 * Adds the values at some places.
	 *
	 * @param x     columns of the source; NaN for what lies beyond the horizon
	 * @param y     rows likewise
	 * @param count of places, at most {@link Strip#BLOCK}
	 * @param sums  [channel, place] with {@link Strip#BLOCK} places each, added to
	 */
	void add(double[] x, double[] y, int count, double[] sums);
}
