package tintype.train;

import tintype.color.Lab;

/**
 * A colour picture in memory.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param rgb    row by row, 0xRRGGBB in sRGB, the upper byte without meaning;
 *               not copied
 */
public record Photo(int width, int height, int[] rgb) {

	/** A picture without |a| or |b| above this teaches nothing about colour. */
	private static final double COLOURLESS = 5;

	/** Codes by which the pixels of an even area differ after JPEG. */
	private static final int EVEN = 2;

	/** Whether no pixel has a visible hue (Zhang et al. 2016 leave such pictures out). */
	boolean isGrey() {
		double[] lab = new double[3];
		for (int pixel : rgb) {
			Lab.fromSrgb(pixel, lab);
			if (Math.abs(lab[1]) > COLOURLESS || Math.abs(lab[2]) > COLOURLESS) return false;
		}
		return true;
	}

	/** Whether all pixels are, up to 2 of 255 codes, the same. */
	boolean isOneColour() {
		for (int pixel : rgb)
			for (int shift = 0; shift <= 16; shift += 8)
				if (Math.abs((pixel >> shift & 255) - (rgb[0] >> shift & 255)) > EVEN) return false;
		return true;
	}
}
