package tintype.study;

import java.util.List;

import tintype.TintypeException;

/**
 * Small grey pictures of one size, each of one class. The arrays are neither
 * copied nor changed.
 *
 * @param width   of a picture in pixels, at least 1
 * @param height  of a picture in pixels, at least 1
 * @param pixels  0 to 255 (unsigned), row by row, picture after picture; the
 *                object is bright on dark ground, as in MNIST
 * @param labels  of each picture, an index into {@code classes} (unsigned)
 * @param classes names of the classes, 1 to 256
 */
public record LabelledImages(int width, int height, byte[] pixels, byte[] labels, List<String> classes) {

	private static final int MOST_CLASSES = 256;

	/** @throws TintypeException if the numbers do not fit together */
	public LabelledImages {
		classes = List.copyOf(classes);
		if (width < 1 || height < 1) throw new TintypeException( //
			"The pictures are " + width + " x " + height + " pixels: choose pictures of at least one pixel.");
		if (pixels.length != (long) width * height * labels.length) throw new TintypeException( //
			"There are " + pixels.length + " pixels for " + labels.length + " labels of pictures of " + width + " x " + height + //
				": choose pictures and labels that belong together.");
		if (classes.isEmpty() || classes.size() > MOST_CLASSES) throw new TintypeException( //
			"There are " + classes.size() + " classes: choose data with 1 to " + MOST_CLASSES + ".");
		for (byte label : labels)
			if (Byte.toUnsignedInt(label) >= classes.size()) throw new TintypeException( //
				"A picture has the label " + Byte.toUnsignedInt(label) + ", but there are only " + classes.size() + //
					" classes: choose labels that count the classes from 0.");
	}

	/** Number of pictures. */
	public int count() {
		return labels.length;
	}
}
