package tintype.train;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.color.AbGrid;
import tintype.color.AbHistogram;
import tintype.color.AbPrior;
import tintype.color.Lab;
import tintype.color.Rebalance;
import tintype.nn.Prediction;

/**
 * Compares pictures coloured from their lightness with the true ones, on 8-bit
 * sRGB. Pixels of all pictures are pooled for AuC; PSNR and colourfulness are
 * means over pictures.
 */
public final class Evaluation {

	private static final double FARTHEST = 150;
	private static final double SIGMA = 5;
	private static final double LAMBDA = 0.5;

	private final AbGrid bins = AbGrid.zhang313();
	private final double[] weights;

	private long pixels;
	private double distance;
	private double weightedDistance;
	private double weight;
	private double psnr;
	private double trueColourfulness;
	private double predictedColourfulness;
	private int pictures;

	private Evaluation(double[] shares) {
		weights = Rebalance.weights(AbPrior.smoothed(bins, shares, SIGMA), LAMBDA);
	}

	/**
	 * Evaluates a way to colour.
	 *
	 * @param files      the true pictures; each is turned to grey and coloured
	 * @param training   colours of the training pictures; they weight the bins
	 * @param prediction the model with temperature and saturation
	 */
	public static Scores of(List<Path> files, AbHistogram training, Prediction prediction, Progress progress) {
		return of(files, training.shares(AbGrid.zhang313()), grey -> colorized(grey, prediction), progress);
	}

	/**
	 * @param shares   of the training pixels in the 313 bins
	 * @param colorize from a grey picture of equal lightness to a coloured one
	 */
	static Scores of(List<Path> files, double[] shares, UnaryOperator<Photo> colorize, Progress progress) {
		Evaluation evaluation = new Evaluation(shares);
		for (Path file : files) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(evaluation.pictures, files.size(), "Validating");
			Photo truth = PhotoReader.read(file);
			evaluation.add(truth, colorize.apply(grey(truth)));
		}
		return evaluation.scores();
	}

	/** The picture in true greys (R = G = B) of, up to rounding, the same lightness. */
	static Photo grey(Photo photo) {
		int[] grey = new int[photo.rgb().length];
		for (int i = 0; i < grey.length; i++)
			grey[i] = 0x010101 * (Lab.toSrgb(Lab.lightness(photo.rgb()[i]), 0, 0) >> 16 & 255);
		return new Photo(photo.width(), photo.height(), grey);
	}

	static Photo colorized(Photo grey, Prediction prediction) {
		float[] lightness = new float[grey.rgb().length];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = (float) Lab.lightness(grey.rgb()[i]);
		int[] rgb = new int[lightness.length];
		int i = 0;
		for (ARGBType pixel : Views.flatIterable(prediction.rgb(ArrayImgs.floats(lightness, grey.width(), grey.height()), Progress.NONE)))
			rgb[i++] = pixel.get();
		return new Photo(grey.width(), grey.height(), rgb);
	}

	private void add(Photo truth, Photo prediction) {
		double[] trueLab = new double[3];
		double[] lab = new double[3];
		double squares = 0;
		for (int i = 0; i < truth.rgb().length; i++) {
			Lab.fromSrgb(truth.rgb()[i], trueLab);
			Lab.fromSrgb(prediction.rgb()[i], lab);
			double d = Math.min(FARTHEST, Math.hypot(trueLab[1] - lab[1], trueLab[2] - lab[2]));
			double w = weights[bins.nearest(trueLab[1], trueLab[2])];
			distance += d;
			weightedDistance += w * d;
			weight += w;
			squares += squaredDifference(truth.rgb()[i], prediction.rgb()[i]);
		}
		pixels += truth.rgb().length;
		psnr += 10 * Math.log10(255 * 255 / Math.max(squares / (3.0 * truth.rgb().length), 1e-10));
		trueColourfulness += Colourfulness.of(truth.rgb());
		predictedColourfulness += Colourfulness.of(prediction.rgb());
		pictures++;
	}

	private static double squaredDifference(int rgb, int other) {
		int red = (rgb >> 16 & 255) - (other >> 16 & 255);
		int green = (rgb >> 8 & 255) - (other >> 8 & 255);
		int blue = (rgb & 255) - (other & 255);
		return red * red + green * green + blue * blue;
	}

	private Scores scores() {
		return new Scores(1 - distance / pixels / FARTHEST, 1 - weightedDistance / weight / FARTHEST, //
			predictedColourfulness / trueColourfulness, psnr / pictures);
	}
}
