package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.color.AnnealedMean;
import tintype.color.Lab;
import tintype.nn.ColorModel;
import tintype.nn.RebalancedCrossEntropy;

/**
 * The same few pictures, coloured after every epoch: small enough to take a
 * tenth of the time, and held in memory. Large pictures are represented by their
 * middle.
 */
final class Validation {

	/** Of the annealed mean; the best one becomes the model's own. */
	private static final double[] TEMPERATURES = { 0.2, 0.3, 0.38, 0.5, 0.7, 1 };

	/** With more bins a network takes far longer per pixel, and its logits more memory. */
	private static final int MANY_BINS = 128;
	private static final int LARGEST_EDGE = 256;
	private static final int LARGEST_EDGE_WITH_MANY_BINS = 128;
	private static final int MOST_VIEWS = 16;
	private static final int PREVIEWS = 6;

	private final List<View> views = new ArrayList<>();
	private final double[] shares;
	private final RebalancedCrossEntropy loss;

	/** The middle of a picture. */
	private record View(String name, Photo truth, Photo grey) {}

	/**
	 * Colours of a model on the validation pictures.
	 *
	 * @param temperature at which the scores are best
	 */
	record Result(double loss, Scores scores, double temperature, List<TrainingLog.Preview> previews) {}

	/**
	 * @param files  of which some are taken, evenly over the list
	 * @param bins   of the models to come
	 * @param shares of the training pixels in the 313 bins; they weight the bins in the rebalanced AuC
	 */
	Validation(List<Path> files, PhotoReader reader, int bins, double[] shares, RebalancedCrossEntropy loss, Progress progress) {
		this.shares = shares;
		this.loss = loss;
		int edge = bins > MANY_BINS ? LARGEST_EDGE_WITH_MANY_BINS : LARGEST_EDGE;
		for (Path file : spread(files)) {
			if (views.size() == MOST_VIEWS) break;
			if (progress.canceled()) throw new CancellationException("Canceled");
			Photo truth = middle(reader.read(file), edge);
			views.add(new View(file.getFileName().toString(), truth, Colouring.grey(truth, Progress.NONE)));
		}
		views.sort(Comparator.comparing(View::name));
	}

	/** How many pictures are looked at. */
	int size() {
		return views.size();
	}

	/** The list in an order whose every beginning is spread over the whole: 0, 1/2, 1/4, 3/4, 1/8 .. (van der Corput 1935). */
	static <T> List<T> spread(List<T> list) {
		int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, list.size() - 1));
		return IntStream.range(0, 1 << bits).map(i -> Integer.reverse(i) >>> Integer.SIZE - bits) //
			.filter(i -> i < list.size()).mapToObj(list::get).toList();
	}

	private static Photo middle(Photo photo, int edge) {
		int width = Math.min(edge, photo.width()), height = Math.min(edge, photo.height());
		int left = (photo.width() - width) / 2, top = (photo.height() - height) / 2;
		int[] rgb = new int[width * height];
		for (int y = 0; y < height; y++)
			System.arraycopy(photo.rgb(), (top + y) * photo.width() + left, rgb, y * width, width);
		return new Photo(width, height, rgb);
	}

	/**
	 * Colours every view at every temperature.
	 *
	 * @throws CancellationException when the caller cancels
	 */
	Result of(ColorModel model, Progress progress) {
		List<Comparison> comparisons = Stream.generate(() -> new Comparison(shares)).limit(TEMPERATURES.length).toList();
		List<List<Photo>> previews = new ArrayList<>();
		double sum = 0;
		long pixels = 0;
		for (int i = 0; i < views.size(); i++) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(i, views.size(), "Validating");
			View view = views.get(i);
			float[] logits = logits(model, view.grey, progress);
			List<Photo> coloured = coloured(model, view, logits, comparisons);
			if (isPreview(i)) previews.add(coloured);
			sum += loss(view.truth, logits);
			pixels += view.truth.rgb().length;
		}
		return result(sum / pixels, comparisons, previews);
	}

	private static float[] logits(ColorModel model, Photo grey, Progress progress) {
		float[] lightness = new float[grey.rgb().length];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = (float) Lab.lightness(grey.rgb()[i]);
		RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(lightness, grey.width(), grey.height());
		return model.logits(Views.extendMirrorDouble(image), image, progress);
	}

	/** The view at each temperature, and each compared with the truth. */
	private static List<Photo> coloured(ColorModel model, View view, float[] logits, List<Comparison> comparisons) {
		return IntStream.range(0, TEMPERATURES.length).parallel().mapToObj(t -> {
			Photo coloured = coloured(view.grey, logits, new AnnealedMean(model.card().grid(), TEMPERATURES[t]));
			comparisons.get(t).add(view.truth, coloured);
			return coloured;
		}).toList();
	}

	private static Photo coloured(Photo grey, float[] logits, AnnealedMean mean) {
		int pixels = grey.rgb().length;
		float[] a = new float[pixels], b = new float[pixels];
		mean.ofLogits(logits, pixels, a, b);
		int[] rgb = new int[pixels];
		for (int i = 0; i < pixels; i++)
			rgb[i] = Lab.toSrgb(Lab.lightness(grey.rgb()[i]), a[i], b[i]);
		return new Photo(grey.width(), grey.height(), rgb);
	}

	private double loss(Photo truth, float[] logits) {
		float[] a = new float[truth.rgb().length], b = new float[a.length];
		double[] lab = new double[3];
		for (int i = 0; i < a.length; i++) {
			Lab.fromSrgb(truth.rgb()[i], lab);
			a[i] = (float) lab[1];
			b[i] = (float) lab[2];
		}
		return loss.sum(logits, a, b);
	}

	private Result result(double meanLoss, List<Comparison> comparisons, List<List<Photo>> previews) {
		List<Scores> scores = comparisons.stream().map(Comparison::scores).toList();
		int best = IntStream.range(0, TEMPERATURES.length).boxed() //
			.max(Comparator.comparingDouble(t -> scores.get(t).merit())).orElseThrow();
		List<TrainingLog.Preview> strip = new ArrayList<>();
		for (int i = 0; i < views.size(); i++)
			if (isPreview(i)) strip.add(new TrainingLog.Preview(views.get(i).name, views.get(i).grey, //
				previews.get(strip.size()).get(best), views.get(i).truth));
		return new Result(meanLoss, scores.get(best), TEMPERATURES[best], strip);
	}

	/** Evenly over the views. */
	private boolean isPreview(int i) {
		return views.size() <= PREVIEWS || (long) i * PREVIEWS / views.size() != (i - 1L) * PREVIEWS / views.size() || i == 0;
	}
}
