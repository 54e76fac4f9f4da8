package tintype.nn;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.color.AnnealedMean;

/** What a model does not know about the colours of one picture. */
public final class Doubt {

	private final RandomAccessibleInterval<FloatType> lightness;
	private final BinMap map;
	private final Decoding decoding;

	/**
	 * Predicts a picture.
	 *
	 * @param decoding  which colours count as likely, and how they are painted
	 * @param lightness L, 0 to 100, two-dimensional; only read
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	public Doubt(ColorModel model, Decoding decoding, RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		this.lightness = Views.zeroMin(lightness);
		this.decoding = decoding;
		map = model.map(lightness, progress).weighted(model.card().offsets(decoding));
	}

	/**
	 * Entropy of the distributions, whatever the temperature.
	 *
	 * @return bits, 0 to {@link #mostBits()}, interpolated to the size of the picture
	 */
	public ArrayImg<FloatType, FloatArray> entropy(Progress progress) {
		float[] bits = map.entropy();
		ArrayImg<FloatType, FloatArray> image = ArrayImgs.floats(lightness.dimensionsAsLongArray());
		Tiles.forEach(lightness, Tiles.EDGE, tile -> {
			float[] values = new float[Math.toIntExact(tile.dimension(0) * tile.dimension(1))];
			new CellSampling(map.width(), map.height(), lightness, tile).write(bits, values);
			Cursor<FloatType> pixel = Views.flatIterable(Views.interval(image, tile)).cursor();
			for (float value : values)
				pixel.next().set(value);
		}, progress);
		return image;
	}

	/** Entropy in bits of a cell to which all colours are equally likely. */
	public double mostBits() {
		return Math.log(map.grid().size()) / Math.log(2);
	}

	/** The picture in the second-best colour of each cell; see {@link SecondColour}. */
	public ArrayImg<ARGBType, IntArray> second(Progress progress) {
		AnnealedMean mean = new AnnealedMean(map.grid(), decoding.temperature());
		return Prediction.painted(lightness, SecondColour.of(map).decoded(mean, decoding.saturation()), progress);
	}
}
