package tintype.rectify;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How uncertain mapped positions are when the source points were clicked with an error. To
 * first order a click error d in the source moves the target residual by J d, J the map's
 * derivative there, and the fit answers with -A⁺ J d, A the derivative of all transferred
 * positions by the eight numbers and A⁺ its pseudo-inverse; so the numbers have the covariance
 * sigma² (A⁺ J)(A⁺ J)ᵀ (Hartley and Zisserman, Multiple View Geometry, 2nd edition, chapter 5).
 * The targets are taken as exact. Immutable.
 */
public final class PositionCovariance {

	private final FramedPairs framed;

	private final double[] h;

	private final double sigma;

	/** sigma A⁺ J between the frames, of 8 rows. */
	private final RealMatrix response;

	/**
	 * @param pairs      that {@code homography} was fitted to, all of them
	 * @param homography from source to target
	 * @param sigma      standard deviation of a click along each axis, in source units
	 */
	PositionCovariance(PointPairs pairs, Homography homography, double sigma) {
		framed = FramedPairs.of(pairs);
		h = framed.framed(homography);
		this.sigma = sigma;
		Homography between = Homography.of(h);
		int count = pairs.count();
		double[][] byMap = new double[2 * count][];
		RealMatrix byClicks = new Array2DRowRealMatrix(2 * count, 2 * count);
		for (int i = 0; i < count; i++) {
			double x = framed.source()[i][0], y = framed.source()[i][1];
			double[][] derivative = FramedPairs.derivative(h, x, y);
			byMap[2 * i] = derivative[0];
			byMap[2 * i + 1] = derivative[1];
			byClicks.setSubMatrix(rows(between.jacobian(x, y)), 2 * i, 2 * i);
		}
		RealMatrix inverse = new QRDecomposition(new Array2DRowRealMatrix(byMap, false)).getSolver().getInverse();
		response = inverse.multiply(byClicks).scalarMultiply(sigma * framed.sourceFrame().scale());
	}

	private static double[][] rows(double[] jacobian) {
		return new double[][] { { jacobian[0], jacobian[1] }, { jacobian[2], jacobian[3] } };
	}

	/** Standard deviation of a click along each axis, in source units. */
	public double sigma() {
		return sigma;
	}

	/**
	 * Of the image of a fixed source position, from the errors of the fitted points alone.
	 *
	 * @return {variance of u, covariance of u and v, variance of v} in squared target units, new
	 */
	public double[] at(double x, double y) {
		double[] position = framed.sourceFrame().to(new double[] { x, y });
		RealMatrix byMap = new Array2DRowRealMatrix(FramedPairs.derivative(h, position[0], position[1]), false);
		RealMatrix half = byMap.multiply(response).scalarMultiply(1 / framed.targetFrame().scale());
		return symmetric(half.multiply(half.transpose()));
	}

	/**
	 * Of the image of a clicked source position, from the error of this click alone. Where the
	 * click is none of the fitted ones, its image has the sum of this and {@link #at}.
	 *
	 * @return {variance of u, covariance of u and v, variance of v} in squared target units, new
	 */
	public double[] ofClick(double x, double y) {
		double[] position = framed.sourceFrame().to(new double[] { x, y });
		RealMatrix own = new Array2DRowRealMatrix(rows(Homography.of(h).jacobian(position[0], position[1])), false)
			.scalarMultiply(sigma * framed.sourceFrame().scale() / framed.targetFrame().scale());
		return symmetric(own.multiply(own.transpose()));
	}

	private static double[] symmetric(RealMatrix matrix) {
		return new double[] { matrix.getEntry(0, 0), matrix.getEntry(0, 1), matrix.getEntry(1, 1) };
	}
}
