package tintype.color;

import tintype.TintypeException;

/**
 * Class rebalancing of Zhang et al. 2016, equation 4: rare colours weigh more,
 * so that a network does not end in the grey of the average.
 */
public final class Rebalance {

	/**
	 * Shares below one pixel in a million weigh as if they were that: the
	 * counts behind them are noise, and an empty bin would weigh infinitely.
	 */
	private static final double RAREST_SHARE = 1e-6;

	private Rebalance() {}

	/**
	 * Weight of each bin, w ~ 1 / ((1 - lambda) p + lambda / n), scaled so that
	 * the mean weight of a pixel, the sum of p w, is 1. Here p is the prior
	 * divided by its sum and n the number of bins with p above 0. A bin that
	 * never occurs weighs 1 / (lambda / n) before scaling, the limit for ever
	 * rarer bins. The denominator is never taken below 1e-6, so weights are
	 * finite for lambda = 0 too.
	 *
	 * @param prior  pixels or shares per bin, 0 or more; not changed
	 * @param lambda 0: full rebalancing, 1: all weights are 1; 0.5 in the paper
	 * @return weights, as many as there are bins
	 * @throws TintypeException         if lambda is outside 0..1
	 * @throws IllegalArgumentException if the prior is empty, contains negative
	 *                                  or non-finite numbers, or sums to 0
	 */
	public static double[] weights(double[] prior, double lambda) {
		if (!(lambda >= 0 && lambda <= 1))
			throw new TintypeException("Lambda must be 0 to 1, but is " + lambda + "; choose e.g. 0.5.");
		double[] p = normalised(prior);
		int occurring = 0;
		for (double share : p)
			if (share > 0)
				occurring++;
		double[] weights = new double[p.length];
		double mean = 0;
		for (int bin = 0; bin < p.length; bin++) {
			double mix = (1 - lambda) * p[bin] + lambda / occurring;
			weights[bin] = 1 / Math.max(mix, RAREST_SHARE);
			mean += p[bin] * weights[bin];
		}
		for (int bin = 0; bin < p.length; bin++)
			weights[bin] /= mean;
		return weights;
	}

	/**
	 * Shares of the bins where each pixel counts with its weight.
	 *
	 * @return as many as there are bins; their sum is 1
	 */
	public static double[] shares(double[] prior, double lambda) {
		double[] weights = weights(prior, lambda);
		for (int bin = 0; bin < weights.length; bin++)
			weights[bin] *= prior[bin];
		return normalised(weights);
	}

	/** A copy divided by its sum: shares, whether pixels or shares came in. */
	static double[] normalised(double[] prior) {
		double sum = 0;
		for (double share : prior) {
			if (!(share >= 0))
				throw new IllegalArgumentException("Shares must be 0 or more, but one is " + share + ".");
			sum += share;
		}
		if (!(sum > 0 && sum < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("Shares must have a finite sum above 0, but sum to " + sum + ".");
		double[] shares = prior.clone();
		for (int bin = 0; bin < shares.length; bin++)
			shares[bin] /= sum;
		return shares;
	}
}
