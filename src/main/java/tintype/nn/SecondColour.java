package tintype.nn;

import tintype.color.AbGrid;

/**
 * What is left of each cell's distribution for its second-best colour: the bins
 * around the strongest one that is not near the strongest of all.
 */
final class SecondColour {

	/**
	 * Nearer colours, in ab units, count as one. The bins that stand for a single
	 * colour in training (five neighbours, ten units apart) are up to 22.4 units
	 * apart, so two bins farther than this are two opinions and not one.
	 */
	static final double APART = 25;

	/** A second colour less probable than this is noise: the cell keeps its first one. */
	static final double LEAST_SHARE = 0.05;

	private final BinMap map;
	private final float[] shares;

	private SecondColour(BinMap map) {
		this.map = map;
		shares = map.probabilities();
	}

	/**
	 * Excludes from each cell the bins within {@value #APART} of its strongest one,
	 * and those not within as much of the strongest that remains. Where what is left
	 * has less than {@value #LEAST_SHARE} of the probability, nothing is excluded.
	 *
	 * @param map logits as they are decoded
	 * @return a new map; excluded bins have logits of negative infinity
	 */
	static BinMap of(BinMap map) {
		SecondColour colour = new SecondColour(map);
		float[] logits = map.logits().clone();
		for (int cell = 0; cell < map.cells(); cell++)
			colour.exclude(cell, logits);
		return new BinMap(map.grid(), map.width(), map.height(), logits);
	}

	private void exclude(int cell, float[] logits) {
		int first = strongest(cell, -1), second = strongest(cell, first);
		if (second < 0 || share(cell, first, second) < LEAST_SHARE) return;
		for (int bin = 0; bin < map.grid().size(); bin++)
			if (!isOf(bin, first, second)) logits[bin * map.cells() + cell] = Float.NEGATIVE_INFINITY;
	}

	/** The likeliest bin, if a first one is given apart from it; -1 if there is none. */
	private int strongest(int cell, int first) {
		int strongest = -1;
		for (int bin = 0; bin < map.grid().size(); bin++)
			if ((strongest < 0 || share(cell, bin) > share(cell, strongest)) && (first < 0 || !isNear(bin, first))) strongest = bin;
		return strongest;
	}

	private double share(int cell, int first, int second) {
		double sum = 0;
		for (int bin = 0; bin < map.grid().size(); bin++)
			if (isOf(bin, first, second)) sum += share(cell, bin);
		return sum;
	}

	private float share(int cell, int bin) {
		return shares[bin * map.cells() + cell];
	}

	private boolean isOf(int bin, int first, int second) {
		return isNear(bin, second) && !isNear(bin, first);
	}

	private boolean isNear(int bin, int other) {
		AbGrid grid = map.grid();
		return grid.squaredDistance(bin, grid.a(other), grid.b(other)) <= APART * APART;
	}
}
