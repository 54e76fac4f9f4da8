package tintype.ij;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import tintype.rectify.Border;
import tintype.rectify.Interpolation;
import tintype.rectify.Mapping;
import tintype.rectify.Warp;

/**
 * How the pixels of a flat picture are found.
 *
 * @param interpolation between pixels of the photograph
 * @param edge          whether what lies beyond the photograph takes the nearest pixel
 *                      of its edge
 * @param fill          the value that it takes otherwise, in the image's own values; a
 *                      grey, 0 to 255, of a colour picture
 * @param aliased       whether one sample per pixel is enough where the picture shrinks
 */
public record Resampling(Interpolation interpolation, boolean edge, double fill, boolean aliased) {

	private static final int GREY = 0x010101;

	private static final int WHITE = 255;

	/** Bilinear, black beyond the edges, the mean of several samples where the picture shrinks. */
	public static final Resampling USUAL = new Resampling(Interpolation.BILINEAR, false, 0, false);

	/** The warp of an image's planes. Indices into a colour table can't be mixed, so of those the nearest is taken. */
	Warp warp(ImagePlus imp, Mapping mapping) {
		double value = imp.getType() == ImagePlus.COLOR_RGB ? GREY * Math.rint(Math.max(0, Math.min(WHITE, fill))) : fill;
		return new Warp(mapping.toFlat().inverse(), mapping.width(), mapping.height(), interpolation(imp), new Border(edge, value), !aliased);
	}

	/** What is done to this image, which may have no values between its own. */
	Interpolation interpolation(ImagePlus imp) {
		return isIndexed(imp) ? Interpolation.NEAREST : interpolation;
	}

	/** Whether neighbouring values mean unlike colours; the colours of a table such as Fire follow one another. */
	private static boolean isIndexed(ImagePlus imp) {
		ImageProcessor ip = imp.getProcessor();
		return imp.getType() == ImagePlus.COLOR_256 || imp.getType() == ImagePlus.GRAY8 && ip.isColorLut() && !ip.isPseudoColorLut();
	}
}
