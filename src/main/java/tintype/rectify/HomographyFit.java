package tintype.rectify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A homography fitted to pairs of points, and how well it fits. Four pairs are mapped exactly,
 * whatever the clicks were worth: their residuals are 0 and say nothing. From more than four,
 * the sum of the squared distances in the target is made least, and the residuals measure the
 * clicks. A robust fit leaves wrong pairs out and marks them. Immutable.
 */
public final class HomographyFit {

	/** What a careful click on a photograph is worth along each axis, in pixels. */
	public static final double USUAL_SIGMA = 0.5;

	private final PointPairs pairs;

	private final Homography homography, back;

	private final boolean[] inliers;

	private HomographyFit(PointPairs pairs, Homography homography, boolean[] inliers) {
		this.pairs = pairs;
		this.homography = homography;
		back = homography.inverse();
		this.inliers = inliers;
	}

	/**
	 * Fits all pairs.
	 *
	 * @throws tintype.TintypeException if the pairs settle no usable map; the sentence names them
	 */
	public static HomographyFit of(PointPairs pairs) {
		boolean[] all = new boolean[pairs.count()];
		Arrays.fill(all, true);
		return of(pairs, all);
	}

	/**
	 * Fits the right ones among the pairs, which are told by their own scatter.
	 *
	 * @throws tintype.TintypeException as {@link #of}, and if more than (n - 4) / 2 of n pairs are wrong
	 * @see RobustFit
	 */
	public static HomographyFit robust(PointPairs pairs) {
		return RobustFit.of(pairs);
	}

	/**
	 * Fits the right ones among the pairs.
	 *
	 * @param threshold distance in source units, more than 0, up to which the target, mapped
	 *                  back, may miss its source point; 3 pixels of a photograph are usual
	 * @throws tintype.TintypeException as {@link #of}, and if more than (n - 4) / 2 of n pairs are wrong
	 * @see RobustFit
	 */
	public static HomographyFit robust(PointPairs pairs, double threshold) {
		return RobustFit.of(pairs, threshold);
	}

	/** Fits those pairs that are marked, in which case a refusal counts only these; the marks are not copied. */
	static HomographyFit of(PointPairs pairs, boolean[] inliers) {
		PointPairs fitted = pairs.where(inliers);
		Homography start = DirectLinearTransform.of(fitted);
		return fitted.count() == PointPairs.LEAST ? new HomographyFit(pairs, start, inliers) : refined(pairs, inliers, start);
	}

	/** The fit of these pairs and one more. */
	HomographyFit including(int pair) {
		boolean[] more = inliers.clone();
		more[pair] = true;
		return refined(pairs, more, homography);
	}

	private static HomographyFit refined(PointPairs pairs, boolean[] inliers, Homography start) {
		PointPairs fitted = pairs.where(inliers);
		FramedPairs framed = FramedPairs.of(fitted);
		double[] h = GeometricRefinement.refine(framed, framed.framed(start));
		Collinearity.refuse(fitted, h);
		return new HomographyFit(pairs, WholeNumbers.where(framed.unframed(h), fitted), inliers);
	}

	/** All pairs, fitted or not. */
	public PointPairs pairs() {
		return pairs;
	}

	/** From source to target. */
	public Homography homography() {
		return homography;
	}

	/** From target to source. */
	public Homography inverse() {
		return back;
	}

	/**
	 * True if the map turns clockwise into counterclockwise. That is right where y runs down in
	 * one plane and up in the other, as on maps, and mostly a mistake elsewhere.
	 */
	public boolean isMirrored() {
		return homography.determinant() < 0;
	}

	/** True for the pairs that were fitted, new. */
	public boolean[] inliers() {
		return inliers.clone();
	}

	/** Numbers, from 0, of the pairs that were left out. */
	public int[] outliers() {
		return IntStream.range(0, inliers.length).filter(i -> !inliers[i]).toArray();
	}

	/** Target minus mapped source of a pair, fitted or not, as {du, dv} in target units, new. */
	public double[] residual(int pair) {
		double[] source = pairs.source(pair), target = pairs.target(pair), image = homography.map(source[0], source[1]);
		return new double[] { target[0] - image[0], target[1] - image[1] };
	}

	/**
	 * Distance from the source point of a pair, fitted or not, to its target mapped back, in
	 * source units; infinite if the target lies beyond the horizon.
	 */
	public double sourceDistance(int pair) {
		double[] source = pairs.source(pair), target = pairs.target(pair), found = back.map(target[0], target[1]);
		return back.denominator(target[0], target[1]) > 0 ? Math.hypot(found[0] - source[0], found[1] - source[1]) : Double.POSITIVE_INFINITY;
	}

	/** Root of the mean squared length of the fitted pairs' residuals, in target units; 0 for four pairs. */
	public double rms() {
		return Math.sqrt(fitted().mapToObj(this::residual).mapToDouble(each -> each[0] * each[0] + each[1] * each[1]).average().getAsDouble());
	}

	private IntStream fitted() {
		return IntStream.range(0, inliers.length).filter(i -> inliers[i]);
	}

	/** Equations less unknowns: how many independent residuals there are, 0 for four pairs. */
	public int degreesOfFreedom() {
		return 2 * (int) fitted().count() - 8;
	}

	/**
	 * Standard deviation of a click along each axis as the residuals tell it, in source units;
	 * NaN for four pairs, which tell nothing.
	 */
	public double sigma() {
		double sum = fitted().mapToDouble(this::sourceDistance).map(each -> each * each).sum();
		return degreesOfFreedom() == 0 ? Double.NaN : Math.sqrt(sum / degreesOfFreedom());
	}

	/**
	 * How uncertain mapped positions are.
	 *
	 * @param clickSigma standard deviation of the clicks along each axis, in source units, such
	 *                   as {@link #USUAL_SIGMA}, or {@link #sigma} where there is one
	 */
	public PositionCovariance covariance(double clickSigma) {
		return new PositionCovariance(pairs.where(inliers), homography, clickSigma);
	}
}
