package tintype.ij;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import tintype.TintypeException;
import tintype.color.Lab;

/** ImageJ's images as lightness, which is all that a network sees of them. */
public final class Images {

	private static final int SHORT_VALUES = 1 << 16;
	private static final int BYTE_VALUES = 1 << 8;

	private Images() {}

	/**
	 * Refuses what has nothing to colour.
	 *
	 * @throws TintypeException if there is no image, it has no pixels, or every
	 *           pixel of all its planes is NaN
	 */
	public static void requirePixels(ImagePlus imp) {
		if (imp == null) throw new TintypeException(
			"There are no images open; open a photograph first.");
		if (imp.getWidth() < 1 || imp.getHeight() < 1 || imp.getProcessor() == null)
			throw new TintypeException("The image \"" + imp.getTitle() +
				"\" has no pixels; open a photograph first.");
		for (int slice = 1; slice <= imp.getStackSize(); slice++)
			if (hasNumbers(pixels(imp, slice))) return;
		throw new TintypeException("The image \"" + imp.getTitle() +
			"\" holds no numbers, only NaN; fill it with values first.");
	}

	/**
	 * The lightness of one plane, [width x height]. A view: pixels are not
	 * copied (a virtual stack reads the plane once), and later changes of the
	 * image show through. Display range and lookup table are those of this
	 * moment, as {@link DisplayCurve} says; RGB goes through Lab.
	 *
	 * @param imp   8, 16 or 32-bit grey, indexed colour, RGB or composite
	 * @param slice 1 to the stack's size
	 * @return L, 0..100; a NaN pixel reads as 0
	 */
	public static RandomAccessibleInterval<FloatType> lightness(ImagePlus imp, int slice) {
		long[] size = { imp.getWidth(), imp.getHeight() };
		Object pixels = pixels(imp, slice);
		if (pixels instanceof int[] rgb)
			return view(ArrayImgs.argbs(rgb, size), (in, out) -> out.setReal(Lab.lightness(in.get())));
		DisplayCurve curve = DisplayCurve.of(imp, slice);
		if (pixels instanceof byte[] bytes) {
			float[] table = curve.table(BYTE_VALUES);
			return view(ArrayImgs.unsignedBytes(bytes, size), (in, out) -> out.set(table[in.get()]));
		}
		if (pixels instanceof short[] shorts) {
			float[] table = curve.table(SHORT_VALUES);
			return view(ArrayImgs.unsignedShorts(shorts, size), (in, out) -> out.set(table[in.get()]));
		}
		return view(ArrayImgs.floats((float[]) pixels, size), (in, out) -> out.set(curve.lightness(in.get())));
	}

	private static <T> RandomAccessibleInterval<FloatType> view(RandomAccessibleInterval<T> plane,
		Converter<T, FloatType> lightness)
	{
		return Converters.convert(plane, lightness, new FloatType());
	}

	private static Object pixels(ImagePlus imp, int slice) {
		if (imp.getStackSize() == 1) return imp.getProcessor().getPixels();
		return imp.getStack().getPixels(slice);
	}

	private static boolean hasNumbers(Object pixels) {
		if (!(pixels instanceof float[] values)) return true;
		for (float value : values)
			if (!Float.isNaN(value)) return true;
		return false;
	}
}
