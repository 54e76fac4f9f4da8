package tintype.train;

import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.color.AbGrid;
import tintype.color.AbPrior;
import tintype.color.Rebalance;

/**
 * Compares predicted pictures with the true ones, pair by pair, on 8-bit sRGB:
 *
 * <pre>
 * Comparison comparison = new Comparison(shares);
 * comparison.add(truth, prediction);
 * Scores scores = comparison.scores();
 * </pre>
 *
 * Keeps no pictures. One thread at a time.
 */
public final class Comparison {

	/** Smaller pictures, in pixels, have no SSIM. */
	public static final int SMALLEST_EDGE = StructuralSimilarity.WINDOW;

	private static final double SIGMA = 5;

	private final QuarterBins bins = new QuarterBins();
	private final double[] weights;
	private final double[] halfway;
	private final Differences sum = new Differences();

	/**
	 * @param shares of the 313 bins of Zhang et al. in the pictures that weight the
	 *               colours, summing to 1 or to a number of pixels; not changed
	 */
	public Comparison(double[] shares) {
		double[] prior = AbPrior.smoothed(AbGrid.zhang313(), shares, SIGMA);
		// A share too small for a double is still above 0: all 313 bins count as occurring.
		for (int bin = 0; bin < prior.length; bin++)
			prior[bin] = Math.max(prior[bin], Double.MIN_NORMAL);
		weights = Rebalance.weights(prior, 0);
		halfway = Rebalance.weights(prior, 0.5);
	}

	/**
	 * Compares a pair.
	 *
	 * @param truth      at least 7 x 7 pixels; only read
	 * @param prediction of the same size; only read
	 * @return the scores of this pair alone
	 * @throws IllegalArgumentException if the sizes differ or are too small
	 */
	public Scores add(Photo truth, Photo prediction) {
		return add(truth, prediction, Progress.NONE);
	}

	/**
	 * Compares a pair that may be large.
	 *
	 * @param progress asked whether to go on; told nothing
	 * @throws CancellationException when the caller cancels; the pair doesn't count then
	 */
	public Scores add(Photo truth, Photo prediction, Progress progress) {
		return add(differences(truth, prediction, progress));
	}

	/** Of a pair that doesn't count yet. */
	Differences differences(Photo truth, Photo prediction, Progress progress) {
		if (truth.width() != prediction.width() || truth.height() != prediction.height()) throw new IllegalArgumentException( //
			"Pictures of different sizes can't be compared.");
		if (Math.min(truth.width(), truth.height()) < SMALLEST_EDGE) throw new IllegalArgumentException( //
			"Pictures of less than 7 x 7 pixels can't be compared.");
		return Differences.of(truth, prediction, bins, progress);
	}

	/** Counts a pair. */
	Scores add(Differences one) {
		sum.add(one);
		return one.scores(weights, halfway);
	}

	/** The scores of all pairs so far; at least one. */
	public Scores scores() {
		return sum.scores(weights, halfway);
	}

	/** Share of all pixels whose ab is within t of the true one, for t = 0 to 150 in steps of 1. */
	public double[] curve() {
		return sum.curve();
	}
}
