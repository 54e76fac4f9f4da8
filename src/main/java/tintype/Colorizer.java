package tintype;

import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import tintype.nn.Alternatives;
import tintype.nn.Backend;
import tintype.nn.ColorModel;
import tintype.nn.Decoding;
import tintype.nn.Doubt;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.Prediction;
import tintype.nn.SeriesPrediction;

/**
 * Opens a model once and colours many pictures with it:
 *
 * <pre>
 * try (Colorizer colorizer = Colorizer.open("default")) {
 * 	Img&lt;ARGBType&gt; colour = colorizer.colorize(lightness, Look.VIVID, Progress.NONE);
 * }
 * </pre>
 *
 * One thread at a time.
 */
public final class Colorizer implements AutoCloseable {

	/** Name of the model that comes with Tintype. */
	public static final String DEFAULT_MODEL = ModelFile.DEFAULT;

	/** Colourings of one picture that one can have at most. */
	public static final int MOST_ALTERNATIVES = Alternatives.MOST;

	private final ColorModel model;

	private Colorizer(ColorModel model) {
		this.model = model;
	}

	/**
	 * Opens a model.
	 *
	 * @param model {@value #DEFAULT_MODEL}, {@code colornet} (the network of the source
	 *              posts), or a model file
	 * @throws TintypeException if the file is missing, no model, damaged, or of a
	 *                          newer format
	 */
	public static Colorizer open(String model) {
		return new Colorizer(ModelFile.open(model));
	}

	/**
	 * Colours a picture. Its lightness stays as it is; a and b are predicted.
	 *
	 * @param lightness L, 0 (black) to 100 (white), two-dimensional, at least one
	 *                  pixel; only read
	 * @param look      how colourful
	 * @param progress  told about each tile, and asked whether to go on
	 * @return sRGB, a new image of the same size
	 * @throws TintypeException if temperature or saturation are out of range, or
	 *                          the memory does not suffice
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public ArrayImg<ARGBType, IntArray> colorize(RandomAccessibleInterval<FloatType> lightness, Look look,
		Progress progress)
	{
		return new Prediction(model, decoding(look)).rgb(lightness, progress);
	}

	/**
	 * Colours the slices of a series, neighbours in time or depth, so that they don't
	 * flicker. However long it is, only some slices are in memory:
	 *
	 * <pre>
	 * colorizer.colorizeSeries(frames, Look.VIVID, (rgb, frame) -&gt; save(rgb, frame), Progress.NONE);
	 * </pre>
	 *
	 * @param slices   as for a picture, all of one size, in their order; each is asked
	 *                 for up to three times, so that the list may read it then
	 * @param look     how colourful
	 * @param result   given each slice as sRGB, a new image, and its index, in their
	 *                 order
	 * @param progress told about each slice, and asked whether to go on
	 * @throws TintypeException as for a picture, and if the slices differ in size
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public void colorizeSeries(List<? extends RandomAccessibleInterval<FloatType>> slices, Look look,
		ObjIntConsumer<ArrayImg<ARGBType, IntArray>> result, Progress progress)
	{
		new SeriesPrediction(model, decoding(look)).rgb(slices, result, progress);
	}

	/**
	 * Says where the model is sure of a picture's colours and where not.
	 *
	 * @param lightness as for {@link #colorize colorize}
	 * @param look      its setting and saturation; the temperature matters to the second
	 *                  colour only
	 * @throws TintypeException as {@link #colorize colorize}
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public Uncertainty uncertainty(RandomAccessibleInterval<FloatType> lightness, Look look, Progress progress) {
		Doubt doubt = new Doubt(model, decoding(look), lightness, progress.part(0, 3));
		return new Uncertainty(doubt.entropy(progress.part(1, 3)), doubt.second(progress.part(2, 3)), doubt.mostBits());
	}

	/**
	 * Colours a picture in several ways, each plausible as a whole.
	 *
	 * @param lightness as for {@link #colorize colorize}
	 * @param count     of colourings, 2 to {@value #MOST_ALTERNATIVES}
	 * @return sRGB images by what they lean to, such as "leaning to a 20, b -30"; the
	 *         first is the same as by {@link #colorize colorize}
	 * @throws TintypeException as {@link #colorize colorize}, and if the count is out
	 *                          of range or the model knows too few colours
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public Map<String, ArrayImg<ARGBType, IntArray>> alternatives(RandomAccessibleInterval<FloatType> lightness, int count, Look look,
		Progress progress)
	{
		return new Alternatives(model, decoding(look)).of(lightness, count, progress);
	}

	/** A look and what it means with this model, for an image's Info or a log. */
	public String words(Look look) {
		Decoding decoding = decoding(look);
		return look.setting().label() + ", temperature " + decoding.temperature() + ", saturation " + decoding.saturation();
	}

	private Decoding decoding(Look look) {
		return card().decoding(look.setting()).with(look.temperature(), look.saturation());
	}

	/** What the model is, how it was made and how it scored. */
	public ModelCard card() {
		return model.card();
	}

	/** Model and device, for a log or an image's Info. */
	public String description() {
		return model.card().title() + " on " + Backend.description();
	}

	@Override
	public void close() {
		model.close();
	}
}
