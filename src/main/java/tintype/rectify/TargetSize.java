package tintype.rectify;

import tintype.TintypeException;

/**
 * The size in pixels of a rectified picture.
 *
 * @param width  at least 1
 * @param height at least 1
 */
public record TargetSize(int width, int height) {

	/**
	 * The smallest size with these proportions whose sides have at least as many pixels as the
	 * longer ones of the quad, so that along them no pixel of the photograph is lost.
	 *
	 * @param quad  the rectangle in the photograph
	 * @param ratio width over height that the result is to have, more than 0
	 * @throws TintypeException if the ratio is no such number or the picture too large for ImageJ
	 */
	public static TargetSize of(Quad quad, double ratio) {
		if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) throw new TintypeException(
			"The ratio of width to height is " + ratio + ": give a number above 0.");
		double[] sides = quad.sides();
		double width = Math.max(sides[0], sides[2]), height = Math.max(sides[1], sides[3]);
		double wider = Math.max(width, height * ratio), higher = Math.max(height, width / ratio);
		if (wider * higher > Integer.MAX_VALUE) throw new TintypeException(
			"With a ratio of width to height of " + ratio + " the result would have more than 2 147 483 647 pixels: give width and height in pixels.");
		return new TargetSize((int) Math.max(1, Math.round(wider)), (int) Math.max(1, Math.round(higher)));
	}
}
