package tintype.train;

import tintype.color.Lab;

/**
 * A colour picture in memory.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param rgb    row by row, 0xRRGGBB in sRGB; not copied
 */
public record Photo(int width, int height, int[] rgb) {

	/** A picture without |a| or |b| above this teaches nothing about colour. */
	private static final double COLOURLESS = 5;

	/** Whether no pixel has a visible hue (Zhang et al. 2016 leave such pictures out). */
	boolean isGrey() {
		double[] lab = new double[3];
		for (int pixel : rgb) {
			Lab.fromSrgb(pixel, lab);
			if (Math.abs(lab[1]) > COLOURLESS || Math.abs(lab[2]) > COLOURLESS) return false;
		}
		return true;
	}
}
