package tintype.inspect.dl4j;

import java.util.function.DoubleUnaryOperator;

import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

import tintype.inspect.Activation;
import tintype.inspect.Layer;

/** What a layer does after its sum. */
final class Activations {

	private Activations() {}

	static Kernel.OfOne of(Layer layer) {
		Activation activation = layer.activation();
		if (activation instanceof Activation.PRelu) return new ParametricRelu(layer);
		if (activation instanceof Activation.RandomRelu random) return new RandomSlopes(layer.name(), random);
		return of(activation);
	}

	/** Of one that needs nothing of its layer. */
	static Kernel.OfOne of(Activation activation) {
		if (activation instanceof Activation.Curve curve) return Curves.of(curve);
		if (activation instanceof Activation.Relu relu) return of(relu);
		if (activation instanceof Activation.Elu elu) return of(elu);
		if (activation instanceof Activation.Celu celu) return of(celu);
		if (activation instanceof Activation.Shrink shrink) return of(shrink);
		if (activation instanceof Activation.Softmax softmax) return new SoftmaxKernel(softmax);
		throw new IllegalArgumentException(activation.label());
	}

	/** ActivationThresholdedReLU would leave out a value at the threshold. */
	private static Kernel.OfOne of(Activation.Relu relu) {
		if (relu.equals(Activation.relu())) return new Rectifier();
		Double max = relu.max() == Double.POSITIVE_INFINITY ? null : Double.valueOf(relu.max());
		boolean plain = relu.slope() == 0 && relu.threshold() == 0;
		return new Borrowed(plain ? new ActivationReLU(max, null, null) : new ActivationReLU(max, relu.threshold(), relu.slope()), //
			x -> x < relu.threshold() ? relu.slope() : x < relu.max() ? 1 : 0);
	}

	/** ActivationELU's derivative takes alpha for 1. */
	private static Kernel.OfOne of(Activation.Elu elu) {
		return new Borrowed(new ActivationELU(elu.alpha()), x -> x > 0 ? 1 : elu.alpha() * Math.exp(x));
	}

	private static Kernel.OfOne of(Activation.Celu celu) {
		double alpha = celu.alpha();
		return new Pointwise(x -> x > 0 ? x : alpha * Math.expm1(x / alpha), x -> x > 0 ? 1 : Math.exp(x / alpha));
	}

	private static Kernel.OfOne of(Activation.Shrink shrink) {
		double lambda = shrink.lambda();
		DoubleUnaryOperator slope = x -> Math.abs(x) > lambda ? 1 : 0;
		if (!shrink.soft()) return new Pointwise(x -> Math.abs(x) > lambda ? x : 0, slope);
		return new Pointwise(x -> Math.abs(x) > lambda ? x - Math.copySign(lambda, x) : 0, slope);
	}
}
