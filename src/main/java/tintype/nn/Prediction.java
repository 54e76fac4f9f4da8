package tintype.nn;

import java.util.stream.IntStream;

import net.imglib2.Interval;
import net.imglib2.IterableInterval;
import net.imglib2.RandomAccess;
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
import tintype.color.AnnealedMean;
import tintype.color.Lab;

/**
 * Colours whole pictures with a model, tile by tile. A network that sees the
 * scene has looked at the whole before; for another one the picture is mirrored at
 * its edges. So every pixel is coloured and no tile shows.
 * <p>
 * The lightness of the result is the picture's own; only a and b are predicted.
 */
public final class Prediction {

	private final ColorModel model;
	private final AnnealedMean mean;
	private final double saturation;

	/** @param decoding how the model's distributions become colours */
	public Prediction(ColorModel model, Decoding decoding) {
		this(model, decoding, new double[model.card().grid().size()]);
	}

	/** As above, after more offsets of the bins: logarithms of the factors by which they become likelier. */
	Prediction(ColorModel model, Decoding decoding, double[] more) {
		this.model = model;
		double[] offsets = model.card().offsets(decoding);
		for (int bin = 0; bin < offsets.length; bin++)
			offsets[bin] += more[bin];
		this.mean = new AnnealedMean(model.card().grid(), decoding.temperature(), offsets);
		this.saturation = decoding.saturation();
	}

	/**
	 * Colours a picture.
	 *
	 * @param lightness L, 0 to 100, two-dimensional; only read
	 * @return sRGB of the same size, out-of-gamut colours clipped, origin at 0
	 */
	public ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		RandomAccessibleInterval<FloatType> source = Views.zeroMin(lightness);
		return painted(source, colours(source, progress), progress);
	}

	/**
	 * Colours a picture with distributions at hand.
	 *
	 * @param lightness as above
	 * @param map       that covers the picture
	 */
	public ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, BinMap map, Progress progress) {
		return painted(lightness, map.decoded(mean, saturation), progress);
	}

	/** Paints colours over a picture's lightness. */
	static ArrayImg<ARGBType, IntArray> painted(RandomAccessibleInterval<FloatType> lightness, ChromaMap chroma, Progress progress) {
		RandomAccessibleInterval<FloatType> source = Views.zeroMin(lightness);
		return painted(source, (tile, a, b) -> chroma.sample(source, tile, a, b), progress);
	}

	private static ArrayImg<ARGBType, IntArray> painted(RandomAccessibleInterval<FloatType> source, TileColours colours, Progress progress) {
		ArrayImg<ARGBType, IntArray> result = ArrayImgs.argbs(source.dimensionsAsLongArray());
		int[] rgb = result.update(null).getCurrentStorageArray();
		forEachTile(source, Tiles.EDGE, colours, progress, (tile, a, b) -> {
			int width = Math.toIntExact(tile.dimension(0)), height = Math.toIntExact(tile.dimension(1));
			IntStream.range(0, height).parallel().forEach(y -> {
				long at = (tile.min(1) + y) * source.dimension(0) + tile.min(0);
				paintRow(rowOf(source, tile, y), a, b, y * width, rgb, Math.toIntExact(at), width);
			});
		});
		return result;
	}

	/** At the first pixel of a tile's row, to be moved along it. */
	private static RandomAccess<FloatType> rowOf(RandomAccessibleInterval<FloatType> source, Interval tile, int y) {
		RandomAccess<FloatType> row = source.randomAccess();
		row.setPosition(tile.min(0), 0);
		row.setPosition(tile.min(1) + y, 1);
		return row;
	}

	private static void paintRow(RandomAccess<FloatType> l, float[] a, float[] b, int from, int[] rgb, int to, int width) {
		for (int x = 0; x < width; x++, l.fwd(0))
			rgb[to + x] = Lab.toSrgb(l.get().get(), a[from + x], b[from + x]);
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
		forEachTile(source, tileEdge, colours(source, progress), progress, (tile, a, b) -> {
			write(a, Views.hyperSlice(result, 2, 0), tile);
			write(b, Views.hyperSlice(result, 2, 1), tile);
		});
		return result;
	}

	/** Writes a and b of a tile, row by row. */
	private interface TileColours {

		void write(Interval tile, float[] a, float[] b);
	}

	private interface TileResult {

		void accept(Interval tile, float[] a, float[] b);
	}

	private TileColours colours(RandomAccessibleInterval<FloatType> source, Progress progress) {
		if (model.card().network().seesScene()) {
			ChromaMap chroma = model.map(source, progress).decoded(mean, saturation);
			return (tile, a, b) -> chroma.sample(source, tile, a, b);
		}
		RandomAccessible<FloatType> endless = Views.extendMirrorDouble(source);
		return (tile, a, b) -> {
			model.colours(endless, tile, mean, a, b, progress);
			saturate(a);
			saturate(b);
		};
	}

	private static void forEachTile(RandomAccessibleInterval<FloatType> source, int edge, TileColours colours, Progress progress, TileResult result) {
		Tiles.forEach(source, edge, tile -> {
			int pixels = Math.toIntExact(tile.dimension(0) * tile.dimension(1));
			float[] a = new float[pixels], b = new float[pixels];
			colours.write(tile, a, b);
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
