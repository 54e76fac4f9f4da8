package tintype.rectify;

/** The weights of the pixels around a place, in one direction. Keeps no state. */
interface Kernel {

	/** How many pixels have a weight: an even number, half of them on either side. */
	int taps();

	/**
	 * Sets the weights, whose sum is 1.
	 *
	 * @param fraction how far the place is beyond pixel {@code taps() / 2 - 1} of those
	 *                 weighted, 0 to 1
	 * @param weights  of length {@link #taps()}, overwritten
	 */
	void weigh(double fraction, double[] weights);
}
