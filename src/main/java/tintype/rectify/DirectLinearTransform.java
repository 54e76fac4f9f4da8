package tintype.rectify;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

import tintype.TintypeException;

/**
 * The homography of pairs of points by one linear system, the direct linear transform: each
 * pair (x, y), (u, v) gives two rows of a matrix A,
 *
 * <pre>
 * x y 1 0 0 0 -ux -uy -u
 * 0 0 0 x y 1 -vx -vy -v
 * </pre>
 *
 * and the nine numbers are the right singular vector of the smallest singular value of A, both
 * point sets taken in their {@link Frame}s (Hartley and Zisserman, Multiple View Geometry, 2nd
 * edition, algorithm 4.2). The posts that this command follows misprint -uy of the first row as
 * -vy, and -vx and -v of the second as -ux and -u.
 * <p>
 * Four pairs are mapped exactly. More than four are fitted in the sense of A, not of distances;
 * {@link HomographyFit} goes on from there.
 */
public final class DirectLinearTransform {

	/** Below this ratio of the eighth to the first singular value, A leaves more than one map open. */
	private static final double LEAST_RATIO = 1e-10;

	private static final int UNKNOWNS = 9;

	private DirectLinearTransform() {}

	/**
	 * @param pairs at least four
	 * @return the map from source to target, of unit Frobenius norm and with w &gt; 0 at the
	 *         centroid of the source points
	 * @throws TintypeException if the points settle no map or one that folds the plane between
	 *                          them; the sentence names them
	 */
	public static Homography of(PointPairs pairs) {
		Collinearity.refuse(pairs);
		Folding.refuse(pairs);
		FramedPairs framed = FramedPairs.of(pairs);
		double[] h = solve(framed, LEAST_RATIO);
		Collinearity.refuse(pairs, h);
		Folding.refuse(framed, h);
		return WholeNumbers.where(framed.unframed(h), pairs);
	}

	/**
	 * The nine numbers between the frames with h8 = 1, without a look at what they mean.
	 *
	 * @param leastRatio of the eighth to the first singular value; below it the pairs are refused
	 */
	static double[] solve(FramedPairs framed, double leastRatio) {
		SingularValueDecomposition svd = new SingularValueDecomposition(system(framed));
		double[] sigma = svd.getSingularValues();
		if (!(sigma[UNKNOWNS - 2] > leastRatio * sigma[0])) throw new TintypeException("These " + framed.source().length
			+ " pairs leave more than one map open: spread the points so that four of them, no three on one line, differ clearly.");
		double[] h = svd.getV().getColumn(UNKNOWNS - 1);
		if (Math.abs(h[UNKNOWNS - 1]) < LEAST_RATIO) throw new TintypeException(
			"The map that fits best sends its horizon through the middle of the points: check that the source and target points have the same order.");
		for (int i = 0; i < UNKNOWNS; i++)
			h[i] /= h[UNKNOWNS - 1];
		return h;
	}

	/** A, with a row of zeros below the eight of four pairs, as the SVD gives all of V for no fewer rows than columns. */
	private static RealMatrix system(FramedPairs framed) {
		int count = framed.source().length;
		double[][] rows = new double[Math.max(2 * count, UNKNOWNS)][UNKNOWNS];
		for (int i = 0; i < count; i++) {
			double x = framed.source()[i][0], y = framed.source()[i][1], u = framed.target()[i][0], v = framed.target()[i][1];
			rows[2 * i] = new double[] { x, y, 1, 0, 0, 0, -u * x, -u * y, -u };
			rows[2 * i + 1] = new double[] { 0, 0, 0, x, y, 1, -v * x, -v * y, -v };
		}
		return new Array2DRowRealMatrix(rows, false);
	}

	/** Ratio of the largest to the smallest singular value of a map between frames. */
	static double condition(double[] h) {
		RealMatrix matrix = MatrixUtils.createRealMatrix(new double[][] { { h[0], h[1], h[2] }, { h[3], h[4], h[5] }, { h[6], h[7], h[8] } });
		return new SingularValueDecomposition(matrix).getConditionNumber();
	}
}
