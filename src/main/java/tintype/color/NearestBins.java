package tintype.color;

import java.util.Arrays;

/**
 * Narrows the search for the k nearest bins of a point to a few candidates,
 * without ever losing one: the ab plane is cut into square cells, and each
 * cell keeps all bins that are among the k nearest of any point inside it,
 * ties included.
 * <p>
 * With c the centre of a cell and h half its diagonal, a bin that is among the
 * k nearest of a point of the cell lies within d_k(c) + 2h of c, d_k(c) being
 * the distance from c to its own k-th nearest bin.
 */
final class NearestBins {

	private static final int CELL = 4;
	private static final int CELLS = 256 / CELL;
	private static final double ORIGIN = -128;

	/** Far above the rounding of a distance in the ab plane. */
	private static final double SLACK = 1e-6;

	private final int[][] candidates = new int[CELLS * CELLS][];
	private final int[] all;

	/** The arrays are read here and not kept; k is 1 to a.length. */
	NearestBins(double[] a, double[] b, int k) {
		all = new int[a.length];
		Arrays.setAll(all, bin -> bin);
		double[] distance = new double[a.length];
		double[] nearest = new double[k];
		for (int row = 0; row < CELLS; row++)
			for (int column = 0; column < CELLS; column++) {
				double centreA = ORIGIN + CELL * (row + 0.5);
				double centreB = ORIGIN + CELL * (column + 0.5);
				for (int bin = 0; bin < a.length; bin++)
					distance[bin] = Math.hypot(a[bin] - centreA, b[bin] - centreB);
				double reach = kthSmallest(distance, nearest) + CELL * Math.sqrt(2) + SLACK;
				candidates[row * CELLS + column] = within(reach, distance);
			}
	}

	/**
	 * Bins to look at for a point, lowest index first; not to be written to.
	 * Points outside -128..128 get all bins.
	 */
	int[] candidates(double a, double b) {
		double row = (a - ORIGIN) / CELL;
		double column = (b - ORIGIN) / CELL;
		boolean inside = row >= 0 && row < CELLS && column >= 0 && column < CELLS;
		return inside ? candidates[(int) row * CELLS + (int) column] : all;
	}

	private static double kthSmallest(double[] values, double[] smallest) {
		Arrays.fill(smallest, Double.POSITIVE_INFINITY);
		for (double value : values) {
			int place = smallest.length - 1;
			if (value >= smallest[place])
				continue;
			while (place > 0 && value < smallest[place - 1]) {
				smallest[place] = smallest[place - 1];
				place--;
			}
			smallest[place] = value;
		}
		return smallest[smallest.length - 1];
	}

	private static int[] within(double reach, double[] distance) {
		int[] kept = new int[distance.length];
		int count = 0;
		for (int bin = 0; bin < distance.length; bin++)
			if (distance[bin] <= reach)
				kept[count++] = bin;
		return Arrays.copyOf(kept, count);
	}
}
