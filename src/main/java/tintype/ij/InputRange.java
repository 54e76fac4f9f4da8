package tintype.ij;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import tintype.Labelled;

/** What a network is to get for an image's grey values. */
public enum InputRange implements Labelled {

	/** Lightness for Tintype's own models; else 0 to 1 for 8 bits, 16 bits and RGB, and 32 bits as they are. */
	AUTO("auto"),
	/** The numbers of the image. */
	AS_THEY_ARE("as they are"),
	/** 8 bits and RGB divided by 255; deeper ones by their range of display, without clipping. */
	UNIT("0 to 1"),
	/** The same, from -1. */
	SIGNED("-1 to 1"),
	/** CIE lightness, black -1 and white 1, as Tintype's own models want it. */
	LIGHTNESS("lightness");

	private final String label;

	InputRange(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static InputRange of(String label) {
		return Labelled.of(InputRange.class, "range", label);
	}

	/** What {@link #AUTO} means for an image and a network. */
	InputRange resolved(ImagePlus imp, boolean ownModel) {
		if (this != AUTO) return this;
		if (ownModel) return LIGHTNESS;
		return imp.getBitDepth() == 32 ? AS_THEY_ARE : UNIT;
	}

	/** Factor and offset for the values of a plane. */
	double[] map(ImageProcessor plane, int bitDepth) {
		boolean bytes = bitDepth == 8 || bitDepth == 24;
		double min = bytes ? 0 : plane.getMin(), max = bytes ? 255 : plane.getMax();
		double range = max > min ? max - min : 1;
		return switch (this) {
			case UNIT -> new double[] { 1 / range, -min / range };
			case SIGNED -> new double[] { 2 / range, -2 * min / range - 1 };
			default -> new double[] { 1, 0 };
		};
	}
}
