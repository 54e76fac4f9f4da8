package tintype.inspect.plain;

import java.util.function.DoubleUnaryOperator;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;

/** Activations that see one value at a time. */
final class Nonlinearities {

	private static final double SELU_SCALE = 1.0507009873554805;
	private static final double SELU_ALPHA = 1.6732632423543772;

	private Nonlinearities() {}

	/** @throws TintypeException if it is not a function of a single value */
	static DoubleUnaryOperator function(Activation activation) {
		if (activation instanceof Curve curve) return function(curve);
		if (activation instanceof Activation.Relu relu) return x -> relu(x, relu);
		if (activation instanceof Activation.Elu elu) return x -> x > 0 ? x : elu.alpha() * Math.expm1(x);
		if (activation instanceof Activation.Celu celu) return x -> x > 0 ? x : celu.alpha() * Math.expm1(x / celu.alpha());
		if (activation instanceof Activation.Shrink shrink) return x -> shrunk(x, shrink);
		throw new TintypeException("A layer has " + activation.label() + " where a function of one value is expected: give it another activation.");
	}

	private static DoubleUnaryOperator function(Curve curve) {
		return switch (curve) {
			case LINEAR -> x -> x;
			case SIGMOID -> Nonlinearities::sigmoid;
			case TANH -> Math::tanh;
			case EXPONENTIAL -> Math::exp;
			case SOFTSIGN -> x -> x / (1 + Math.abs(x));
			case SOFTPLUS -> Nonlinearities::softplus;
			case SILU -> x -> x * sigmoid(x);
			case GELU -> x -> x * ErrorFunction.below(x);
			case GELU_TANH -> x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
			case GELU_SIGMOID -> x -> x * sigmoid(1.702 * x);
			case GELU_CUBED -> x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + Math.pow(0.044715 * x, 3))));
			case SELU -> x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
			case MISH -> x -> x * Math.tanh(softplus(x));
			case HARD_SIGMOID -> x -> within(0, 0.2 * x + 0.5, 1);
			case HARD_SIGMOID_6 -> x -> within(0, x / 6 + 0.5, 1);
			case HARD_SILU -> x -> x * within(0, x / 6 + 0.5, 1);
			case HARD_TANH -> x -> within(-1, x, 1);
			case LOG_SIGMOID -> x -> -softplus(-x);
			case TANH_SHRINK -> x -> x - Math.tanh(x);
			case SQUAREPLUS -> Nonlinearities::squareplus;
			case SPARSE_PLUS -> x -> x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4;
			case CUBE -> x -> x * x * x;
			case RECTIFIED_TANH -> x -> Math.max(0, Math.tanh(x));
			case RATIONAL_TANH -> Nonlinearities::rationalTanh;
		};
	}

	/** A slope of 0 gives 0 even infinitely far below. */
	private static double relu(double x, Activation.Relu relu) {
		if (x >= relu.threshold()) return Math.min(x, relu.max());
		return relu.slope() == 0 && !Double.isNaN(x) ? 0 : relu.slope() * (x - relu.threshold());
	}

	private static double shrunk(double x, Activation.Shrink shrink) {
		if (Math.abs(x) <= shrink.lambda()) return 0;
		return shrink.soft() ? x - Math.signum(x) * shrink.lambda() : x;
	}

	private static double sigmoid(double x) {
		return 1 / (1 + Math.exp(-x));
	}

	/** ln(1 + e^x), without overflow. */
	private static double softplus(double x) {
		return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	/** Below 0 by what 4 / (sqrt - x) is, as the sum would cancel. */
	private static double squareplus(double x) {
		double root = Math.sqrt(x * x + 4);
		return x < 0 ? 2 / (root - x) : (x + root) / 2;
	}

	/** 1.7159 s with s = +-(1 - 1 / (1 + y + y^2 + 1.41645 y^4)), y = |2 x / 3|. */
	private static double rationalTanh(double x) {
		double y = Math.abs(2 * x / 3);
		return 1.7159 * Math.signum(x) * (1 - 1 / (1 + y + y * y + 1.41645 * y * y * y * y));
	}

	private static double within(double low, double x, double high) {
		return Math.max(low, Math.min(high, x));
	}
}
