package tintype.train;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.color.Lab;

/**
 * What predicted pictures differ by from the true ones, as sums: over the pixels
 * of one pair or of many, and over pairs.
 */
final class Differences {

	/** Farther apart in the ab plane is no worse. */
	static final int FARTHEST = 150;

	/** Below this the mean squared difference of a PSNR is taken for this. */
	private static final double LEAST_SQUARE = 1e-10;
	private static final double LEAST_VARIANCE = 1e-12;

	private final double[] binPixels = new double[QuarterBins.SIZE];
	private final double[] binDistances = new double[QuarterBins.SIZE];
	private final long[] histogram = new long[FARTHEST + 1];
	private final Moments chroma = new Moments();
	private double psnr;
	private double ssim;
	private double colourfulness;
	private double trueColourfulness;
	private double lightness;
	private int pairs;

	/** Of one pair of pictures of the same size. */
	static Differences of(Photo truth, Photo prediction, QuarterBins bins, Progress progress) {
		Differences one = new Differences();
		double squares = 0, lightness = 0;
		double[] trueLab = new double[3], lab = new double[3];
		int[] trueRgb = truth.rgb(), rgb = prediction.rgb();
		for (int i = 0; i < trueRgb.length; i++) {
			if (i % truth.width() == 0 && progress.canceled()) throw new CancellationException("Canceled");
			Lab.fromSrgb(trueRgb[i], trueLab);
			Lab.fromSrgb(rgb[i], lab);
			one.add(bins.nearest(trueLab[1], trueLab[2]), trueLab, lab);
			lightness += Math.abs(trueLab[0] - lab[0]);
			squares += squaredDifference(trueRgb[i], rgb[i]);
		}
		one.lightness = lightness / trueRgb.length;
		one.psnr = 10 * Math.log10(255 * 255 / Math.max(squares / (3.0 * trueRgb.length), LEAST_SQUARE));
		one.ssim = StructuralSimilarity.of(truth, prediction, progress);
		one.colourfulness = Colourfulness.of(rgb);
		one.trueColourfulness = Colourfulness.of(trueRgb);
		one.pairs = 1;
		return one;
	}

	private void add(int bin, double[] trueLab, double[] lab) {
		double da = trueLab[1] - lab[1], db = trueLab[2] - lab[2];
		double distance = Math.min(FARTHEST, Math.sqrt(da * da + db * db));
		binPixels[bin]++;
		binDistances[bin] += distance;
		histogram[(int) Math.ceil(distance)]++;
		chroma.add(chroma(trueLab), chroma(lab));
	}

	private static double chroma(double[] lab) {
		return Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
	}

	private static int squaredDifference(int rgb, int other) {
		int red = (rgb >> 16 & 255) - (other >> 16 & 255);
		int green = (rgb >> 8 & 255) - (other >> 8 & 255);
		int blue = (rgb & 255) - (other & 255);
		return red * red + green * green + blue * blue;
	}

	void add(Differences other) {
		for (int bin = 0; bin < binPixels.length; bin++) {
			binPixels[bin] += other.binPixels[bin];
			binDistances[bin] += other.binDistances[bin];
		}
		for (int t = 0; t < histogram.length; t++)
			histogram[t] += other.histogram[t];
		chroma.add(other.chroma);
		psnr += other.psnr;
		ssim += other.ssim;
		colourfulness += other.colourfulness;
		trueColourfulness += other.trueColourfulness;
		lightness += other.lightness;
		pairs += other.pairs;
	}

	/**
	 * @param weights of the bins, fully rebalanced (λ = 0)
	 * @param halfway the same, λ = 1/2
	 */
	Scores scores(double[] weights, double[] halfway) {
		double[] even = new double[binPixels.length];
		Arrays.fill(even, 1);
		return new Scores(auc(even), auc(halfway), colourfulness / trueColourfulness, psnr / pairs, auc(weights), ssim / pairs,
			colourfulness / pairs, trueColourfulness / pairs, chroma.correlation(), lightness / pairs);
	}

	private double auc(double[] weights) {
		double pixels = 0, distances = 0;
		for (int bin = 0; bin < weights.length; bin++) {
			pixels += weights[bin] * binPixels[bin];
			distances += weights[bin] * binDistances[bin];
		}
		return 1 - distances / pixels / FARTHEST;
	}

	/** Share of the pixels within t of the true ab, for t = 0 to 150. */
	double[] curve() {
		double[] shares = new double[histogram.length];
		long within = 0;
		for (int t = 0; t < shares.length; t++) {
			within += histogram[t];
			shares[t] = within;
		}
		for (int t = 0; t < shares.length; t++)
			shares[t] /= within;
		return shares;
	}

	/** Sums of two quantities, their squares and their product. */
	private static final class Moments {

		private double n, x, y, xx, yy, xy;

		void add(double valueX, double valueY) {
			n++;
			x += valueX;
			y += valueY;
			xx += valueX * valueX;
			yy += valueY * valueY;
			xy += valueX * valueY;
		}

		void add(Moments other) {
			n += other.n;
			x += other.x;
			y += other.y;
			xx += other.xx;
			yy += other.yy;
			xy += other.xy;
		}

		/** Pearson's; near 0 where one of the two does not vary. */
		double correlation() {
			double varianceX = xx / n - x / n * (x / n), varianceY = yy / n - y / n * (y / n);
			return (xy / n - x / n * (y / n)) / Math.sqrt(Math.max(varianceX * varianceY, LEAST_VARIANCE));
		}
	}
}
