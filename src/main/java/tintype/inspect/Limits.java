package tintype.inspect;

import tintype.inspect.Activation.Curve;

/**
 * Where a curve becomes flat: what lies there hardly passes on a gradient.
 *
 * @param low  lower bound, or NaN
 * @param high upper bound, or NaN
 */
record Limits(double low, double high) {

	private static final double NEAR = 1e-3;
	private static final double RATIONAL_TANH_BOUND = 1.7159;

	/** Bounds that the activation tends to or is cut off at; 0 after a rectifier is none of them. */
	static Limits of(Activation activation) {
		if (activation instanceof Activation.Softmax softmax && !softmax.logarithmic()) return new Limits(0, 1);
		if (activation instanceof Activation.Relu relu && Double.isFinite(relu.max())) return new Limits(Double.NaN, relu.max());
		if (!(activation instanceof Curve curve)) return new Limits(Double.NaN, Double.NaN);
		return switch (curve) {
			case SIGMOID, HARD_SIGMOID, HARD_SIGMOID_6 -> new Limits(0, 1);
			case TANH, HARD_TANH, SOFTSIGN -> new Limits(-1, 1);
			case RECTIFIED_TANH -> new Limits(Double.NaN, 1);
			case RATIONAL_TANH -> new Limits(-RATIONAL_TANH_BOUND, RATIONAL_TANH_BOUND);
			default -> new Limits(Double.NaN, Double.NaN);
		};
	}

	/** Whether what is 0 after this activation stays 0 for all inputs near by. */
	static boolean isFlatAtZero(Activation activation) {
		if (activation instanceof Activation.Relu relu) return relu.slope() == 0;
		return activation instanceof Activation.Shrink || activation == Curve.RECTIFIED_TANH || activation == Curve.SPARSE_PLUS || activation == Curve.HARD_SILU;
	}

	/** Whether a value lies within 0.001 of a bound. */
	boolean isNear(double value) {
		return Math.abs(value - low) <= NEAR || Math.abs(value - high) <= NEAR;
	}
}
