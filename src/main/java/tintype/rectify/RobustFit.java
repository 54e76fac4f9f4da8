package tintype.rectify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import tintype.TintypeException;

/**
 * Finds the wrong ones among pairs of points, the same ones on every run. It starts from the
 * map through four of the pairs that leaves the median of the distances smallest (least median
 * of squares, or rather the order statistic next to the median that bears most outliers;
 * Rousseeuw and Leroy, Robust Regression and Outlier Detection, 1987, section 3.4): of all
 * fours of up to 20 pairs, of a fixed sample of fours of more. The half that it maps best is
 * fitted, every pair is judged by that fit, those found right are fitted, and so on until no
 * verdict changes. Distances are those in the source, from the clicked point to the target
 * mapped back.
 * <p>
 * One wrong pair among five fits as well as each of the others and cannot be told, so five
 * pairs are fitted as they are; less than half of more pairs can be wrong.
 */
final class RobustFit {

	private static final int MOST_FOR_ALL_FOURS = 20;

	/** With half of the pairs wrong, 3000 fours miss a right one with a probability of 1e-84. */
	private static final int SAMPLES = 3000;

	private static final int MOST_ROUNDS = 50;

	/** Probability to call any pair of a right set wrong, if its errors are normal. */
	private static final double FALSE_ALARM = 0.01;

	/** Of the extent of the source points; smaller scatter is rounding. */
	private static final double ROUNDING = 1e-6;

	private final PointPairs pairs;

	private final double[][] source, target;

	private RobustFit(PointPairs pairs) {
		this.pairs = pairs;
		source = pairs.source();
		target = pairs.target();
	}

	/**
	 * Calls a pair wrong if its error is larger than those of the fitted pairs explain. The
	 * squared error in units of its own covariance, halved, has an F distribution with 2 and m
	 * degrees of freedom, m those of the fit.
	 */
	static HomographyFit of(PointPairs pairs) {
		double least = ROUNDING / Frame.of(pairs.source()).scale();
		return new RobustFit(pairs).fit(fit -> judge(fit, Math.max(least, fit.sigma())));
	}

	/** Calls a pair wrong if its distance is larger than the threshold. */
	static HomographyFit of(PointPairs pairs, double threshold) {
		if (!(threshold > 0)) throw new TintypeException("The threshold for wrong pairs is " + threshold + ": give a distance above 0, such as 3 pixels.");
		return new RobustFit(pairs).fit(fit -> {
			boolean[] right = new boolean[pairs.count()];
			for (int i = 0; i < right.length; i++)
				right[i] = fit.sourceDistance(i) <= threshold;
			return right;
		});
	}

	private HomographyFit fit(Function<HomographyFit, boolean[]> judge) {
		Collinearity.refuse(pairs);
		if (pairs.count() <= PointPairs.LEAST + 1) return HomographyFit.of(pairs);
		HomographyFit fit = HomographyFit.of(pairs, bestHalf());
		for (int i = 0; i < MOST_ROUNDS; i++) {
			boolean[] right = judge.apply(fit);
			if (Arrays.equals(right, fit.inliers())) break;
			int count = (int) count(right);
			if (2 * count < right.length || count <= PointPairs.LEAST) throw new TintypeException("Only " + count + " of the " + right.length
				+ " pairs agree on one map: check that the source and target points have the same order, or allow larger distances.");
			fit = HomographyFit.of(pairs, right);
		}
		return fit;
	}

	private static long count(boolean[] right) {
		long count = 0;
		for (boolean each : right)
			count += each ? 1 : 0;
		return count;
	}

	/** A fitted pair has drawn the map towards itself, so its residual has at most the spread of its click. */
	private static boolean[] judge(HomographyFit fit, double sigma) {
		PointPairs pairs = fit.pairs();
		PositionCovariance covariance = fit.covariance(sigma);
		double most = largestError(pairs.count(), fit.degreesOfFreedom());
		boolean[] right = new boolean[pairs.count()], fitted = fit.inliers();
		for (int i = 0; i < right.length; i++) {
			double[] at = pairs.source()[i], e = fit.residual(i);
			double[] c = covariance.ofClick(at[0], at[1]);
			if (!fitted[i]) c = sum(c, covariance.at(at[0], at[1]));
			double squared = (c[2] * e[0] * e[0] - 2 * c[1] * e[0] * e[1] + c[0] * e[1] * e[1]) / (c[0] * c[2] - c[1] * c[1]);
			right[i] = squared / 2 <= most && fit.sourceDistance(i) < Double.POSITIVE_INFINITY;
		}
		return right;
	}

	private static double[] sum(double[] a, double[] b) {
		return new double[] { a[0] + b[0], a[1] + b[1], a[2] + b[2] };
	}

	/** The quantile of F(2, m) that one of n pairs exceeds with {@link #FALSE_ALARM}; P(F &gt; q) is (1 + 2 q / m)^(-m / 2). */
	private static double largestError(int n, int m) {
		return m / 2.0 * (Math.pow(FALSE_ALARM / n, -2.0 / m) - 1);
	}

	/** The pairs that the map of the best four takes closest. */
	private boolean[] bestHalf() {
		int half = pairs.count() / 2 + (PointPairs.LEAST + 1) / 2;
		double least = Double.POSITIVE_INFINITY;
		double[] best = null;
		for (int[] four : fours()) {
			double[] distances = distances(four);
			if (distances == null) continue;
			double[] sorted = distances.clone();
			Arrays.sort(sorted);
			if (sorted[half - 1] < least) {
				least = sorted[half - 1];
				best = distances;
			}
		}
		if (best == null) throw new TintypeException("No four of the " + pairs.count()
			+ " pairs give a map for half of the others: check that the source and target points have the same order.");
		boolean[] marked = new boolean[pairs.count()];
		double[] sorted = best.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < marked.length; i++)
			marked[i] = best[i] <= sorted[half - 1];
		return marked;
	}

	/** Squared distances in the source; infinite beyond the horizon. Null if these four settle no map. */
	private double[] distances(int[] four) {
		PointPairs chosen = pairs.only(four);
		if (!Folding.keepsSides(chosen.source(), chosen.target())) return null;
		FramedPairs framed = FramedPairs.of(chosen);
		Homography back = framed.unframed(DirectLinearTransform.solve(framed, 0)).inverse();
		double[] distances = new double[pairs.count()];
		for (int i = 0; i < distances.length; i++) {
			double[] found = back.map(target[i][0], target[i][1]);
			double dx = found[0] - source[i][0], dy = found[1] - source[i][1];
			distances[i] = back.denominator(target[i][0], target[i][1]) > 0 ? dx * dx + dy * dy : Double.POSITIVE_INFINITY;
		}
		return distances;
	}

	private List<int[]> fours() {
		List<int[]> fours = new ArrayList<>();
		int n = pairs.count();
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
