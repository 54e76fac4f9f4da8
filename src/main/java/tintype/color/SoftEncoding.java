package tintype.color;

/**
 * Soft code of a colour, after Zhang et al. 2016, section 2.2: its nearest bins
 * with Gaussian weights of their distance, normalised to sum 1 everywhere, at
 * the edge of the gamut too. The paper uses 5 neighbours and sigma 5, the
 * authors' code 10 neighbours. Safe for several threads.
 */
public final class SoftEncoding {

	/** Farther colours are moved here before squaring, which would overflow. */
	private static final double FARTHEST = 1e6;

	private final AbGrid grid;
	private final NearestBins nearest;
	private final int neighbours;
	private final double sigma;

	/**
	 * @param grid       bins to choose from
	 * @param neighbours number of nearest bins, at least 1; a grid with fewer
	 *                   bins gives all it has
	 * @param sigma      standard deviation in ab units, above 0
	 * @throws IllegalArgumentException if neighbours or sigma is out of range
	 */
	public SoftEncoding(AbGrid grid, int neighbours, double sigma) {
		if (neighbours < 1)
			throw new IllegalArgumentException("A soft code needs at least 1 neighbour, but is asked for " + neighbours + ".");
		if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("Sigma must be above 0 and finite, but is " + sigma + ".");
		this.grid = grid;
		this.neighbours = Math.min(neighbours, grid.size());
		this.sigma = sigma;
		this.nearest = grid.nearest(this.neighbours);
	}

	/** Number of bins in a code: as asked for, or all bins of a smaller grid. */
	public int neighbours() {
		return neighbours;
	}

	/**
	 * Writes the code of one colour, nearest bin first; of bins equally near,
	 * the one with the lowest index first.
	 *
	 * @param bins    written: indices of bins, length {@link #neighbours()}
	 * @param weights written: their weights, 0..1, length {@link #neighbours()}
	 * @throws IllegalArgumentException if a or b is not finite
	 */
	public void encode(double a, double b, int[] bins, float[] weights) {
		AbGrid.requireFinite(a, b);
		double nearA = Math.max(-FARTHEST, Math.min(FARTHEST, a));
		double nearB = Math.max(-FARTHEST, Math.min(FARTHEST, b));
		find(nearA, nearB, bins);
		weigh(nearA, nearB, bins, weights);
	}

	private void find(double a, double b, int[] bins) {
		int found = 0;
		for (int bin : nearest.candidates(a, b)) {
			double d2 = grid.squaredDistance(bin, a, b);
			int place = found < neighbours ? found++ : neighbours;
			while (place > 0 && d2 < grid.squaredDistance(bins[place - 1], a, b)) {
				if (place < neighbours)
					bins[place] = bins[place - 1];
				place--;
			}
			if (place < neighbours)
				bins[place] = bin;
		}
	}

	private void weigh(double a, double b, int[] bins, float[] weights) {
		// relative to the nearest bin: far from all bins every exp would be 0
		double least = grid.squaredDistance(bins[0], a, b);
		double sum = 0;
		for (int i = 0; i < neighbours; i++) {
			double d2 = grid.squaredDistance(bins[i], a, b);
			double weight = Math.exp((least - d2) / sigma / sigma / 2);
			weights[i] = (float) weight;
			sum += weight;
		}
		for (int i = 0; i < neighbours; i++)
			weights[i] = (float) (weights[i] / sum);
	}
}
