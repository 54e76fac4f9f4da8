package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.AnnealedMean;
import tintype.color.Lab;
import tintype.nn.Architecture;
import tintype.nn.AreaCover;
import tintype.nn.BinMap;
import tintype.nn.ChromaMap;
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
	 * @param network to be judged
	 * @param bins   of the models to come
	 * @param shares of the training pixels in the 313 bins; they weight the bins in the rebalanced AuC
	 */
	Validation(List<Path> files, PhotoReader reader, Architecture network, int bins, double[] shares, RebalancedCrossEntropy loss, Progress progress) {
		this.shares = shares;
		this.loss = loss;
		int edge = bins > MANY_BINS && !network.seesScene() ? LARGEST_EDGE_WITH_MANY_BINS : LARGEST_EDGE;
		for (Path file : spread(files)) {
			if (views.size() == MOST_VIEWS) break;
			if (progress.canceled()) throw new CancellationException("Canceled");
			Photo truth = network.seesScene() ? scene(reader.read(file), edge) : middle(reader.read(file), edge);
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

	/** The longest square in the middle, made smaller if need be. */
	private static Photo scene(Photo photo, int largest) {
		int square = Math.min(photo.width(), photo.height()), side = Math.min(square, largest);
		return new Photo(side, side, AreaSampling.square(photo, (photo.width() - square) / 2, (photo.height() - square) / 2, //
			(double) square / side, side, false));
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
		long cells = 0;
		for (int i = 0; i < views.size(); i++) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(i, views.size(), "Validating");
			View view = views.get(i);
			BinMap map = model.map(lightness(view.grey), progress);
			List<Photo> coloured = coloured(model, view, map, comparisons);
			if (isPreview(i)) previews.add(coloured);
			sum += loss(view.truth, map);
			cells += map.cells();
		}
		return result(sum / cells, comparisons, previews);
	}

	private static RandomAccessibleInterval<FloatType> lightness(Photo grey) {
		float[] lightness = new float[grey.rgb().length];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = (float) Lab.lightness(grey.rgb()[i]);
		return ArrayImgs.floats(lightness, grey.width(), grey.height());
	}

	/** The view at each temperature, and each compared with the truth. */
	private static List<Photo> coloured(ColorModel model, View view, BinMap map, List<Comparison> comparisons) {
		return IntStream.range(0, TEMPERATURES.length).parallel().mapToObj(t -> {
			Photo coloured = coloured(view.grey, map.decoded(new AnnealedMean(model.card().grid(), TEMPERATURES[t]), 1));
			comparisons.get(t).add(view.truth, coloured);
			return coloured;
		}).toList();
	}

	private static Photo coloured(Photo grey, ChromaMap chroma) {
		Interval whole = new FinalInterval(grey.width(), grey.height());
		int[] rgb = new int[grey.rgb().length];
		float[] a = new float[rgb.length], b = new float[rgb.length];
		chroma.sample(whole, whole, a, b);
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = Lab.toSrgb(Lab.lightness(grey.rgb()[i]), a[i], b[i]);
		return new Photo(grey.width(), grey.height(), rgb);
	}

	private double loss(Photo truth, BinMap map) {
		float[] a = new float[map.cells()], b = new float[map.cells()];
		AreaCover[] columns = AreaCover.of(0, (double) truth.width() / map.width(), map.width(), truth.width());
		AreaCover[] rows = AreaCover.of(0, (double) truth.height() / map.height(), map.height(), truth.height());
		for (int cell = 0; cell < a.length; cell++)
			addMean(truth, columns[cell % map.width()], rows[cell / map.width()], a, b, cell);
		return loss.sum(map.logits(), a, b);
	}

	private static void addMean(Photo truth, AreaCover columns, AreaCover rows, float[] a, float[] b, int cell) {
		double[] lab = new double[3];
		for (int y = 0; y < rows.shares().length; y++)
			for (int x = 0; x < columns.shares().length; x++) {
				Lab.fromSrgb(truth.rgb()[(rows.first() + y) * truth.width() + columns.first() + x], lab);
				double share = rows.shares()[y] * columns.shares()[x];
				a[cell] += (float) (share * lab[1]);
				b[cell] += (float) (share * lab[2]);
			}
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
