package tintype.rectify;

import net.imglib2.Cursor;
import net.imglib2.Dimensions;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.TintypeException;

/** Takes an image of ImgLib2 through a {@link Warp}: numbers as 64-bit ones, colours as they are. */
final class WarpedImage {

	private WarpedImage() {}

	static <T extends Type<T>> Img<T> of(Warp warp, RandomAccessibleInterval<T> source, Progress progress) {
		long width = source.dimension(0), height = source.numDimensions() == 2 ? source.dimension(1) : 0;
		if (source.numDimensions() != 2 || width * height > Integer.MAX_VALUE - 8)
			throw new TintypeException("Rectifying takes an image of two dimensions and at most 2^31 pixels: give it slice after slice.");
		Dimensions size = new FinalDimensions(warp.width(), warp.height());
		Img<T> target = Util.getSuitableImgFactory(size, source.getType()).create(size);
		if (source.getType() instanceof ARGBType)
			writeColours(target, warp.of(colours(source), (int) width, (int) height, progress));
		else if (source.getType() instanceof RealType)
			writeNumbers(target, warp.of(numbers(source), (int) width, (int) height, progress));
		else throw new TintypeException("Pixels of type " + source.getType().getClass().getSimpleName() + " cannot be interpolated: convert the image to numbers or RGB.");
		return target;
	}

	private static int[] colours(RandomAccessibleInterval<?> source) {
		int[] colours = new int[(int) source.size()];
		Cursor<?> cursor = Views.flatIterable(source).cursor();
		for (int k = 0; k < colours.length; k++)
			colours[k] = ((ARGBType) cursor.next()).get();
		return colours;
	}

	private static double[] numbers(RandomAccessibleInterval<?> source) {
		double[] numbers = new double[(int) source.size()];
		Cursor<?> cursor = Views.flatIterable(source).cursor();
		for (int k = 0; k < numbers.length; k++)
			numbers[k] = ((RealType<?>) cursor.next()).getRealDouble();
		return numbers;
	}

	private static void writeColours(Img<?> target, int[] colours) {
		Cursor<?> cursor = Views.flatIterable(target).cursor();
		for (int colour : colours)
			((ARGBType) cursor.next()).set(colour);
	}

	/** Integers are rounded, halves upwards, and clamped to what the type holds. */
	private static void writeNumbers(Img<?> target, double[] numbers) {
		Cursor<?> cursor = Views.flatIterable(target).cursor();
		for (double number : numbers) {
			RealType<?> pixel = (RealType<?>) cursor.next();
			boolean whole = pixel instanceof IntegerType;
			pixel.setReal(whole ? Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), Math.floor(number + 0.5))) : number);
		}
	}
}
