package tintype.rectify;

/** A picture that kernels weigh the pixels of. */
interface Taps {

	int width();

	int height();

	/** How many values a pixel has: 1, or 3 for red, green and blue. */
	int channels();

	/**
	 * Copies a square of pixels.
	 *
	 * @param x    of its first column, such that all of it lies in the picture
	 * @param y    of its first row, likewise
	 * @param side in pixels
	 * @param into [channel, y, x], overwritten
	 */
	void patch(int x, int y, int side, double[] into);

	/** One value of the pixel at {@code index} = y width + x. */
	double value(int channel, int index);
}
