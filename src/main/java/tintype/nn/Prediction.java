package tintype.nn;

import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.IterableInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AnnealedMean;
import tintype.color.Lab;

/**
 * Colours whole pictures with a model: tile by tile, the picture mirrored at its
 * edges, so that every pixel is coloured and no tile shows.
 * <p>
 * The lightness of the result is the picture's own; only a and b are predicted.
 */
public final class Prediction {

	/** Saturation above this only clips. */
	public static final double HIGHEST_SATURATION = 2;

	private final ColorModel model;
	private final AnnealedMean mean;
	private final double saturation;

	/**
	 * @param temperature T of the annealed mean, above 0 and at most 1; 0 takes the model's own
	 * @param saturation  factor on a and b, 0 (grey) to
	 *                    {@value #HIGHEST_SATURATION}
	 * @throws TintypeException if one of them is out of range
	 */
	public Prediction(ColorModel model, double temperature, double saturation) {
		if (!(saturation >= 0 && saturation <= HIGHEST_SATURATION)) throw new TintypeException( //
			"Saturation must be between 0 and 2, but is " + saturation + "; 1 leaves the colours as predicted.");
		this.model = model;
		this.mean = new AnnealedMean(model.card().grid(), model.card().temperature(temperature));
		this.saturation = saturation;
	}

	/**
	 * Colours a picture.
	 *
	 * @param lightness L, 0 to 100, two-dimensional; only read
	 * @return sRGB of the same size, out-of-gamut colours clipped, origin at 0
	 */
	public ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		RandomAccessibleInterval<FloatType> source = Views.zeroMin(lightness);
		ArrayImg<ARGBType, IntArray> result = ArrayImgs.argbs(source.dimensionsAsLongArray());
		forEachTile(source, Tiles.EDGE, progress, (tile, a, b) -> {
			Cursor<FloatType> l = flat(source, tile).cursor();
			Cursor<ARGBType> rgb = flat(result, tile).cursor();
			for (int i = 0; l.hasNext(); i++)
				rgb.next().set(Lab.toSrgb(l.next().get(), a[i], b[i]));
		});
		return result;
	}

	/**
	 * Predicts a and b of a picture.
	 *
	 * @param tileEdge of the largest tile in pixels; changes nothing but the memory
	 *                 used
	 * @return [x, y, 2], a and b in ab units, before any clipping
	 */
	public Img<FloatType> ab(RandomAccessibleInterval<FloatType> lightness, int tileEdge, Progress progress) {
		RandomAccessibleInterval<FloatType> source = Views.zeroMin(lightness);
		Img<FloatType> result = PlanarImgs.floats(source.dimension(0), source.dimension(1), 2);
		forEachTile(source, tileEdge, progress, (tile, a, b) -> {
			write(a, Views.hyperSlice(result, 2, 0), tile);
			write(b, Views.hyperSlice(result, 2, 1), tile);
		});
		return result;
	}

	private interface TileResult {

		void accept(Interval tile, float[] a, float[] b);
	}

	private void forEachTile(RandomAccessibleInterval<FloatType> source, int edge, Progress progress, TileResult result) {
		RandomAccessible<FloatType> endless = Views.extendMirrorDouble(source);
		Tiles.forEach(source, edge, tile -> {
			int pixels = Math.toIntExact(tile.dimension(0) * tile.dimension(1));
			float[] a = new float[pixels], b = new float[pixels];
			mean.ofLogits(model.logits(endless, tile, progress), pixels, a, b);
			saturate(a);
			saturate(b);
			result.accept(tile, a, b);
		}, progress);
	}

	private void saturate(float[] values) {
		for (int i = 0; i < values.length; i++)
			values[i] *= (float) saturation;
	}

	private static void write(float[] values, RandomAccessibleInterval<FloatType> plane, Interval tile) {
		int i = 0;
		for (FloatType pixel : flat(plane, tile))
			pixel.set(values[i++]);
	}

	private static <T> IterableInterval<T> flat(RandomAccessibleInterval<T> image, Interval tile) {
		return Views.flatIterable(Views.interval(image, tile));
	}
}
