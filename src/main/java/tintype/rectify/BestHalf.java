package tintype.rectify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import tintype.TintypeException;

/**
 * The half of the pairs of points that agrees best on one map: that which is closest to the map
 * through four of the pairs for which the farthest of the half is nearest. This is the least
 * median of squares, with the order statistic next to the median that bears most outliers
 * (Rousseeuw and Leroy, Robust Regression and Outlier Detection, 1987, section 3.4). All fours
 * of up to 20 pairs are tried, and a fixed sample of the fours of more. Distances are those in
 * the source, from the clicked point to the target mapped back.
 */
final class BestHalf {

	private static final int MOST_FOR_ALL_FOURS = 20;

	/** With half of the pairs wrong, 3000 fours miss a right one with a probability of 1e-84. */
	private static final int SAMPLES = 3000;

	private BestHalf() {}

	/**
	 * @param pairs six or more
	 * @return true for those of the half, which is at least five
	 */
	static boolean[] of(PointPairs pairs) {
		int half = pairs.count() / 2 + (PointPairs.LEAST + 1) / 2;
		double[][] source = pairs.source(), target = pairs.target();
		double least = Double.POSITIVE_INFINITY;
		double[] best = null;
		for (int[] four : fours(pairs.count())) {
			double[] distances = distances(pairs.only(four), source, target);
			double farthest = distances == null ? Double.POSITIVE_INFINITY : ordered(distances, half);
			if (farthest < least) {
				least = farthest;
				best = distances;
			}
		}
		if (best == null) throw new TintypeException("No four of the " + pairs.count()
			+ " pairs give a map for half of the others: check that the source and target points have the same order.");
		boolean[] marked = new boolean[pairs.count()];
		for (int i = 0; i < marked.length; i++)
			marked[i] = best[i] <= least;
		return marked;
	}

	private static double ordered(double[] distances, int rank) {
		double[] sorted = distances.clone();
		Arrays.sort(sorted);
		return sorted[rank - 1];
	}

	/** Squared distances in the source, infinite beyond the horizon; null if the four settle no map. */
	private static double[] distances(PointPairs four, double[][] source, double[][] target) {
		if (!Folding.keepsSides(four.source(), four.target())) return null;
		FramedPairs framed = FramedPairs.of(four);
		Homography back = framed.unframed(DirectLinearTransform.solve(framed, 0)).inverse();
		double[] distances = new double[source.length];
		for (int i = 0; i < distances.length; i++) {
			double[] found = back.map(target[i][0], target[i][1]);
			double dx = found[0] - source[i][0], dy = found[1] - source[i][1];
			distances[i] = back.denominator(target[i][0], target[i][1]) > 0 ? dx * dx + dy * dy : Double.POSITIVE_INFINITY;
		}
		return distances;
	}

	private static List<int[]> fours(int n) {
		List<int[]> fours = new ArrayList<>();
		if (n > MOST_FOR_ALL_FOURS) {
			Random random = new Random(n);
			for (int i = 0; i < SAMPLES; i++)
				fours.add(random.ints(0, n).distinct().limit(PointPairs.LEAST).toArray());
			return fours;
		}
		for (int a = 0; a < n; a++)
			for (int b = a + 1; b < n; b++)
				for (int c = b + 1; c < n; c++)
					for (int d = c + 1; d < n; d++)
						fours.add(new int[] { a, b, c, d });
		return fours;
	}
}
