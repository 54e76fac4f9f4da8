package tintype.nn;

import java.util.LinkedHashMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.TintypeException;

/**
 * Several colourings of one picture, each plausible as a whole: the usual one, and
 * others that lean to colours the model thinks possible. All cells of a picture lean
 * to the same colour, the more the less decided they are, so a colouring is as
 * coherent as the usual one.
 */
public final class Alternatives {

	/** More would differ by less than the eye tells apart. */
	public static final int MOST = 10;

	private static final String USUAL = "as usual";

	private final ColorModel model;
	private final Decoding decoding;

	/** @param decoding of the usual colouring, the others being decoded like it */
	public Alternatives(ColorModel model, Decoding decoding) {
		this.model = model;
		this.decoding = decoding;
	}

	/** @throws TintypeException if one can't have so many */
	public static void require(int count) {
		if (count < 2 || count > MOST) throw new TintypeException( //
			"Alternatives must be 2 to " + MOST + ", the usual colouring among them, but are " + count + "; choose e.g. 4.");
	}

	/**
	 * Colours a picture.
	 *
	 * @param lightness L, 0 to 100, two-dimensional; only read
	 * @param count     of colourings, 2 to {@value #MOST}
	 * @return colourings by what they lean to, the usual one first, then those that
	 *         change the picture most
	 * @throws TintypeException if the count is out of range or the model's colours are
	 *                          too few
	 */
	public Map<String, ArrayImg<ARGBType, IntArray>> of(RandomAccessibleInterval<FloatType> lightness, int count, Progress progress) {
		require(count);
		int parts = count + 1;
		BinMap map = model.map(lightness, progress.part(0, parts));
		Map<String, ArrayImg<ARGBType, IntArray>> colourings = new LinkedHashMap<>();
		colourings.put(USUAL, coloured(new Prediction(model, decoding), lightness, map, progress.part(1, parts)));
		ChromaMap usual = map.decoded(model.card().mean(decoding), 1);
		for (Leaning leaning : Leaning.of(map.weighted(model.card().offsets(decoding)), usual, count - 1)) {
			Prediction prediction = new Prediction(model, decoding, leaning.weights(map.grid()));
			colourings.put(leaning.words(), coloured(prediction, lightness, map, progress.part(colourings.size() + 1, parts)));
		}
		return colourings;
	}

	/** A network that reads pixels as they are reads them again: its map of a large picture is coarse. */
	private ArrayImg<ARGBType, IntArray> coloured(Prediction prediction, RandomAccessibleInterval<FloatType> lightness, BinMap map, Progress progress) {
		return model.card().network().seesScene() ? prediction.rgb(lightness, map, progress) : prediction.rgb(lightness, progress);
	}
}
