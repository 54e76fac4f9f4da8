package tintype.train;

import tintype.color.Lab;

/**
 * How restless the colour of a series is: the mean distance in the ab plane of
 * pixels between one slice and the next, over those pixels whose lightness hardly
 * changed. What moves in the picture changes its lightness too, and is left out; what
 * stays ought to keep its colour. 0 is perfect calm, 2 is about the least change that
 * an eye sees; rounding to 8 bits alone makes some 0.25 of changing lightness.
 */
final class Flicker {

	/** A difference in L up to which the lightness hardly changed. */
	static final double HARDLY = 2;

	private int[] last;
	private double sum;
	private long count;

	/**
	 * Takes the next slice of the series.
	 *
	 * @param rgb 8-bit sRGB pixels, as many as in the slices before; kept, not copied
	 */
	void add(int[] rgb) {
		double[] now = new double[3], before = new double[3];
		for (int i = 0; last != null && i < rgb.length; i++) {
			Lab.fromSrgb(rgb[i], now);
			Lab.fromSrgb(last[i], before);
			if (Math.abs(now[0] - before[0]) > HARDLY) continue;
			sum += Math.hypot(now[1] - before[1], now[2] - before[2]);
			count++;
		}
		last = rgb;
	}

	/** The measure, in ab units; NaN if no pixel has kept its lightness. */
	double mean() {
		return sum / count;
	}
}
