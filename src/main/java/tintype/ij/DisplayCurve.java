package tintype.ij;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import tintype.color.Lab;

/**
 * How ImageJ shows the numbers of a grey or indexed plane, as lightness.
 * <p>
 * A value v is placed at t = (v - min) / (max - min) of the display range,
 * clipped to 0..1. With a grey lookup table t is an sRGB-encoded grey, kept in
 * full depth; with an inverting one 1 - t is. With a colour table L is
 * interpolated between its 256 entries. A display range of no width shows
 * everything above it white and the rest black, as ImageJ does.
 */
final class DisplayCurve {

	private static final int ENTRIES = 256;

	private final double min;
	private final double max;
	private final Tone tone;
	private final float[] entries;

	private enum Tone {
		GREY, INVERTED, COLOR
	}

	private DisplayCurve(double min, double max, IndexColorModel lut) {
		this.min = min;
		this.max = max;
		tone = tone(lut);
		entries = entries(lut);
	}

	/**
	 * The curve of one plane. A stack shows all its slices in the display range
	 * of the current one; a composite image has a range and table per channel.
	 *
	 * @param slice 1 to the stack's size
	 */
	static DisplayCurve of(ImagePlus imp, int slice) {
		if (imp instanceof CompositeImage composite) {
			int channel = imp.convertIndexToPosition(slice)[0];
			LUT lut = composite.getChannelLut(channel);
			boolean grey = composite.getMode() == CompositeImage.GRAYSCALE;
			return new DisplayCurve(lut.min, lut.max, grey ? null : lut);
		}
		ImageProcessor ip = imp.getProcessor();
		return new DisplayCurve(ip.getMin(), ip.getMax(), indexed(ip.getColorModel()));
	}

	private static IndexColorModel indexed(ColorModel model) {
		return model instanceof IndexColorModel lut ? lut : null;
	}

	/** L of a value, 0..100; NaN reads as 0. */
	float lightness(double value) {
		double t = position(value);
		return (float) switch (tone) {
			case GREY -> Lab.lightnessOfGrey(t);
			case INVERTED -> Lab.lightnessOfGrey(1 - t);
			case COLOR -> interpolated(t);
		};
	}

	/** L of the values 0 to count - 1. */
	float[] table(int count) {
		float[] table = new float[count];
		for (int i = 0; i < count; i++)
			table[i] = lightness(i);
		return table;
	}

	private double position(double value) {
		if (max > min) return Math.max(0, Math.min(1, (value - min) / (max - min)));
		return value > max ? 1 : 0;
	}

	private double interpolated(double t) {
		if (Double.isNaN(t)) return 0;
		double x = t * (ENTRIES - 1);
		int i = Math.min((int) x, ENTRIES - 2);
		return entries[i] + (x - i) * (entries[i + 1] - entries[i]);
	}

	private static Tone tone(IndexColorModel lut) {
		if (lut == null) return Tone.GREY;
		boolean grey = true;
		boolean inverted = true;
		for (int i = 0; i < ENTRIES; i++) {
			int rgb = rgb(lut, i);
			grey &= rgb == i * 0x010101;
			inverted &= rgb == (ENTRIES - 1 - i) * 0x010101;
		}
		return grey ? Tone.GREY : inverted ? Tone.INVERTED : Tone.COLOR;
	}

	private static float[] entries(IndexColorModel lut) {
		float[] lightness = new float[ENTRIES];
		for (int i = 0; i < ENTRIES; i++)
			lightness[i] = (float) Lab.lightness(lut == null ? i * 0x010101 : rgb(lut, i));
		return lightness;
	}

	/** Tables from palette files may be shorter; ImageJ never indexes behind their end. */
	private static int rgb(IndexColorModel lut, int entry) {
		return lut.getRGB(Math.min(entry, lut.getMapSize() - 1)) & 0xffffff;
	}
}
