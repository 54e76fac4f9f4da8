package tintype.rectify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.IntStream;

import tintype.TintypeException;

/**
 * Finds the wrong ones among pairs of points, the same ones on every run. The half of the pairs
 * that agrees best ({@link BestHalf}) is fitted, every pair is judged by that fit, those found
 * right are fitted, and so on until no verdict changes.
 * <p>
 * One wrong pair among five fits as well as each of the others and cannot be told, so five
 * pairs are fitted as they are. Of n more pairs, (n - 4) / 2 can be wrong.
 */
final class RobustFit {

	private static final int MOST_ROUNDS = 50;

	/**
	 * Probability to call any pair of a right set wrong, if the clicks are normal and the first
	 * half were chosen blindly. As it is the half that agrees best, the true one is twice as
	 * large: less than one in a hundred sets of 6 to 14 pairs in a simulation.
	 */
	private static final double FALSE_ALARM = 0.004;

	/** Of the extent of the source points; smaller scatter is rounding. */
	private static final double ROUNDING = 1e-6;

	private RobustFit() {}

	/**
	 * Calls a pair wrong if its error is larger than those of the fitted pairs explain. The
	 * squared error in units of its own covariance, halved, has an F distribution with 2 and m
	 * degrees of freedom, m those of the fit.
	 */
	static HomographyFit of(PointPairs pairs) {
		double least = ROUNDING / Frame.of(pairs.source()).scale();
		return settled(pairs, fit -> rightByScatter(fit, Math.max(least, fit.sigma())));
	}

	/**
	 * Calls a pair wrong if its distance in the source is larger than the threshold. A right
	 * pair far from the others can be missed by their fit by more, so pairs that were called
	 * wrong are tried again, the nearest first: one is right if a fit that includes it keeps all
	 * of its pairs within the threshold.
	 */
	static HomographyFit of(PointPairs pairs, double threshold) {
		if (!(threshold > 0)) throw new TintypeException(
			"The threshold for wrong pairs is " + threshold + ": give a distance above 0, such as 3 pixels.");
		HomographyFit fit = settled(pairs, each -> rightByDistance(each, threshold));
		for (HomographyFit wider = wider(fit, threshold); wider != null; wider = wider(fit, threshold))
			fit = wider;
		return fit;
	}

	private static HomographyFit settled(PointPairs pairs, Function<HomographyFit, boolean[]> judge) {
		Collinearity.refuse(pairs);
		if (pairs.count() <= PointPairs.LEAST + 1) return HomographyFit.of(pairs);
		HomographyFit fit = fit(pairs, BestHalf.of(pairs));
		for (int i = 0; i < MOST_ROUNDS; i++) {
			boolean[] right = judge.apply(fit);
			if (Arrays.equals(right, fit.inliers())) break;
			int count = count(right);
			if (2 * count < right.length || count <= PointPairs.LEAST) throw new TintypeException("Only " + count + " of the " + right.length
				+ " pairs agree on one map: check that the source and target points have the same order, or allow larger distances.");
			fit = fit(pairs, right);
		}
		return fit;
	}

	/** As the sentences of a fit count only the pairs that it is given, a refusal here has its own. */
	private static HomographyFit fit(PointPairs pairs, boolean[] right) {
		try {
			return HomographyFit.of(pairs, right);
		}
		catch (TintypeException refused) {
			int[] wrong = IntStream.range(0, right.length).filter(i -> !right[i]).toArray();
			throw new TintypeException("The pairs that agree best, all but " + Collinearity.list(wrong)
				+ ", settle no map: check that the source and target points have the same order, or allow larger distances.", refused);
		}
	}

	private static int count(boolean[] right) {
		int count = 0;
		for (boolean each : right)
			count += each ? 1 : 0;
		return count;
	}

	private static boolean[] rightByDistance(HomographyFit fit, double threshold) {
		boolean[] right = new boolean[fit.pairs().count()];
		for (int i = 0; i < right.length; i++)
			right[i] = fit.sourceDistance(i) <= threshold;
		return right;
	}

	/** The fit that includes one more pair; null if none can be included. */
	private static HomographyFit wider(HomographyFit fit, double threshold) {
		int[] nearest = Arrays.stream(fit.outliers()).boxed().sorted(Comparator.comparingDouble(fit::sourceDistance)).mapToInt(each -> each).toArray();
		for (int pair : nearest) {
			HomographyFit wider = fit.including(pair);
			if (keepsAll(wider, threshold)) return wider;
		}
		return null;
	}

	private static boolean keepsAll(HomographyFit fit, double threshold) {
		boolean[] fitted = fit.inliers(), right = rightByDistance(fit, threshold);
		for (int i = 0; i < right.length; i++)
			if (fitted[i] && !right[i]) return false;
		return true;
	}

	/** A fitted pair has drawn the map towards itself, so its residual has at most the spread of its click. */
	private static boolean[] rightByScatter(HomographyFit fit, double sigma) {
		PointPairs pairs = fit.pairs();
		PositionCovariance covariance = fit.covariance(sigma);
		double most = largestError(pairs.count(), fit.degreesOfFreedom());
		boolean[] right = new boolean[pairs.count()], fitted = fit.inliers();
		for (int i = 0; i < right.length; i++) {
			double[] at = pairs.source(i), e = fit.residual(i), c = covariance.ofClick(at[0], at[1]);
			if (!fitted[i]) c = sum(c, covariance.at(at[0], at[1]));
			double squared = (c[2] * e[0] * e[0] - 2 * c[1] * e[0] * e[1] + c[0] * e[1] * e[1]) / (c[0] * c[2] - c[1] * c[1]);
			right[i] = squared / 2 <= most && fit.sourceDistance(i) < Double.POSITIVE_INFINITY;
		}
		return right;
	}

	private static double[] sum(double[] a, double[] b) {
		return new double[] { a[0] + b[0], a[1] + b[1], a[2] + b[2] };
	}

	/** The quantile of F(2, m) that any of n right pairs exceeds with {@link #FALSE_ALARM}; P(F &gt; q) is (1 + 2 q / m)^(-m / 2). */
	private static double largestError(int n, int m) {
		return m / 2.0 * (Math.pow(FALSE_ALARM / n, -2.0 / m) - 1);
	}
}
