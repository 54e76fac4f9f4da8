package tintype.color;

/** How often each bin occurs, smoothed so that rare neighbours help each other. */
public final class AbPrior {

	private AbPrior() {}

	/**
	 * Smooths shares with a Gaussian over the distance of the bins, as Zhang
	 * et al. 2016, section 2.2: the same Gaussian as their soft targets. Each
	 * bin spreads its whole share over the bins of the grid, nothing is lost
	 * at the edge of the gamut.
	 *
	 * @param shares pixels or shares per bin, 0 or more; not changed
	 * @param sigma  standard deviation in ab units, above 0; 5 in the paper
	 * @return smoothed shares, summing to 1
	 * @throws IllegalArgumentException if shares do not fit the grid, contain
	 *                                  negative or non-finite numbers or sum to
	 *                                  0, or if sigma is not above 0
	 */
	public static double[] smoothed(AbGrid grid, double[] shares, double sigma) {
		if (shares.length != grid.size())
			throw new IllegalArgumentException("The grid has " + grid.size() + " bins, but there are " + shares.length + " shares.");
		if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("Sigma must be above 0 and finite, but is " + sigma + ".");
		double[] from = Rebalance.normalised(shares);
		double[] to = new double[from.length];
		double[] kernel = new double[from.length];
		for (int source = 0; source < from.length; source++) {
			double sum = 0;
			for (int bin = 0; bin < kernel.length; bin++) {
				double d2 = grid.squaredDistance(bin, grid.a(source), grid.b(source));
				kernel[bin] = Math.exp(-d2 / sigma / sigma / 2);
				sum += kernel[bin];
			}
			for (int bin = 0; bin < kernel.length; bin++)
				to[bin] += from[source] * kernel[bin] / sum;
		}
		return Rebalance.normalised(to);
	}
}
