package tintype.inspect.dl4j;

import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

import tintype.inspect.Activation.Curve;

/**
 * Activations without a parameter: ND4J's where they are right. In 1.0.0-M2.1 its
 * softplus is infinite from 89 on, its log-sigmoid minus infinite below -88, its two
 * GELUs are others, and the derivatives of Swish, Mish and GELU are not a number for
 * large x.
 */
final class Curves {

	private static final double ROOT = Math.sqrt(2 / Math.PI), CUBIC = 0.044715, QUICK = 1.702;

	private Curves() {}

	static Kernel.OfOne of(Curve curve) {
		return switch (curve) {
			case LINEAR -> Scaling.NONE;
			case SIGMOID -> new Borrowed(new ActivationSigmoid());
			case TANH -> new Borrowed(new ActivationTanH());
			case SOFTSIGN -> new Borrowed(new ActivationSoftSign());
			case SILU -> new Borrowed(new ActivationSwish(), x -> sigmoid(x) * (1 + x * sigmoid(-x)));
			case SELU -> new Borrowed(new ActivationSELU());
			case MISH -> new Borrowed(new ActivationMish(), Curves::ofMish);
			case HARD_SIGMOID -> new Borrowed(new ActivationHardSigmoid());
			case HARD_TANH -> new Borrowed(new ActivationHardTanH());
			case CUBE -> new Borrowed(new ActivationCube());
			case RECTIFIED_TANH -> new Borrowed(new ActivationRectifiedTanh());
			case RATIONAL_TANH -> new Borrowed(new ActivationRationalTanh());
			case GELU -> new GaussianUnit();
			case GELU_SIGMOID -> new Borrowed(new ActivationGELU(), Curves::ofQuickGelu);
			case GELU_CUBED -> new Borrowed(new ActivationGELU(true), x -> ofGelu(x, CUBIC * CUBIC * CUBIC));
			default -> own(curve);
		};
	}

	private static Kernel.OfOne own(Curve curve) {
		return switch (curve) {
			case EXPONENTIAL -> new Pointwise(Math::exp, Math::exp);
			case SOFTPLUS -> new Pointwise(Curves::softplus, Curves::sigmoid);
			case GELU_TANH -> new Pointwise(x -> x / 2 * (1 + Math.tanh(ROOT * (x + CUBIC * x * x * x))), x -> ofGelu(x, CUBIC));
			case HARD_SIGMOID_6 -> new Pointwise(Curves::hardSigmoid, x -> Math.abs(x) < 3 ? 1 / 6.0 : 0);
			case HARD_SILU -> new Pointwise(x -> x * hardSigmoid(x), x -> x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5);
			case LOG_SIGMOID -> new Pointwise(x -> -softplus(-x), x -> sigmoid(-x));
			case TANH_SHRINK -> new Pointwise(x -> x - Math.tanh(x), x -> Math.tanh(x) * Math.tanh(x));
			case SQUAREPLUS -> new Pointwise(x -> (x + Math.sqrt(x * x + 4)) / 2, x -> (1 + x / Math.sqrt(x * x + 4)) / 2);
			case SPARSE_PLUS -> new Pointwise(x -> x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4, x -> x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2);
			default -> throw new IllegalArgumentException(curve.label());
		};
	}

	static double sigmoid(double x) {
		return 1 / (1 + Math.exp(-x));
	}

	private static double softplus(double x) {
		return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	private static double hardSigmoid(double x) {
		return Math.max(0, Math.min(1, x / 6 + 0.5));
	}

	private static double ofMish(double x) {
		double t = Math.tanh(softplus(x));
		return t + x * sigmoid(x) * (1 - t * t);
	}

	private static double ofQuickGelu(double x) {
		return sigmoid(QUICK * x) * (1 + QUICK * x * sigmoid(-QUICK * x));
	}

	/** Of the one by a tanh. @param cubic factor of x^3 */
	private static double ofGelu(double x, double cubic) {
		double t = Math.tanh(ROOT * (x + cubic * x * x * x));
		return (1 + t) / 2 + x / 2 * (1 - t * t) * ROOT * (1 + 3 * cubic * x * x);
	}
}
