package tintype.rectify;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Makes the sum of the squared distances between the targets and where the sources are mapped
 * as small as it can be, by the Gauss-Newton method with the damping of Levenberg and
 * Marquardt. Other than what the linear system minimises, these are distances that a user can
 * measure, and the result does not depend on the frames.
 */
final class GeometricRefinement {

	private static final int MOST_STEPS = 100;

	/** What is left after a step so small is less than float64 can tell, as the numbers are about 1. */
	private static final double SMALLEST_STEP = 1e-13;

	/** Close to the optimum, sums of squares differ by rounding only, and the step is still good. */
	private static final double ROUNDING = 1e-12;

	private static final int FREE = 8;

	private GeometricRefinement() {}

	/**
	 * @param framed more than four pairs
	 * @param start  a map between the frames with h8 = 1; not changed
	 * @return the best one, with h8 = 1, new
	 */
	static double[] refine(FramedPairs framed, double[] start) {
		double[] h = start.clone();
		double sum = sumOfSquares(framed, h), damping = 0;
		for (int i = 0; i < MOST_STEPS; i++) {
			RealVector step = step(framed, h, damping);
			double[] next = h.clone();
			for (int j = 0; j < FREE; j++)
				next[j] += step.getEntry(j);
			double nextSum = sumOfSquares(framed, next);
			if (nextSum <= sum * (1 + ROUNDING)) {
				h = next;
				sum = nextSum;
				damping = damping < 1e-9 ? 0 : damping / 10;
				if (step.getLInfNorm() <= SMALLEST_STEP) break;
			} else damping = Math.max(1e-6, 10 * damping);
		}
		return h;
	}

	/** The least-squares solution of the linearised problem, with one damping row per number. */
	private static RealVector step(FramedPairs framed, double[] h, double damping) {
		int count = framed.source().length;
		double[][] rows = new double[2 * count + FREE][FREE];
		double[] errors = new double[rows.length];
		for (int i = 0; i < count; i++) {
			double x = framed.source()[i][0], y = framed.source()[i][1];
			double[][] derivative = FramedPairs.derivative(h, x, y);
			double[] image = FramedPairs.transfer(h, x, y);
			for (int axis = 0; axis < 2; axis++) {
				rows[2 * i + axis] = derivative[axis];
				errors[2 * i + axis] = framed.target()[i][axis] - image[axis];
			}
		}
		for (int j = 0; j < FREE; j++)
			rows[2 * count + j][j] = Math.sqrt(count * damping);
		return new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver().solve(new ArrayRealVector(errors, false));
	}

	/** Infinite if a source point lies at or beyond the horizon. */
	private static double sumOfSquares(FramedPairs framed, double[] h) {
		double sum = 0;
		for (int i = 0; i < framed.source().length; i++) {
			double[] image = FramedPairs.transfer(h, framed.source()[i][0], framed.source()[i][1]);
			if (!(image[2] > 0)) return Double.POSITIVE_INFINITY;
			double du = framed.target()[i][0] - image[0], dv = framed.target()[i][1] - image[1];
			sum += du * du + dv * dv;
		}
		return sum;
	}
}
