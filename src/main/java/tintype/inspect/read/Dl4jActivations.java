package tintype.inspect.read;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;

/**
 * Activations of DeepLearning4J 1.0.0-M2.1, as it computes them: each formula was
 * checked by running it.
 */
final class Dl4jActivations {

	private static final double LEAK = 0.01, ELU_ALPHA = 1, THETA = 1, LOWER = 1 / 8.0, UPPER = 1 / 3.0;

	private Dl4jActivations() {}

	/**
	 * Gives a part the activation that its layer names.
	 *
	 * @param last the graph's axis that is the last of the file's: softmax runs along it
	 */
	static Part applied(Part part, Fields layer, int last) {
		if (!layer.has("activationFn")) return part;
		Fields function = layer.inner("activationFn");
		Activation activation = of(function, last);
		if (activation == null) return Part.unsupported(layer, "has the activation " + Names.legible(function.kind()) + " of DeepLearning4J", part.layout(),
			part.count());
		return part.with(activation).noted(note(function, last));
	}

	/** @return null if there is no such activation */
	static Activation of(Fields function, int last) {
		return switch (function.kind()) {
			case "ActivationIdentity" -> Curve.LINEAR;
			case "ActivationReLU" -> new Activation.Relu(function.number("negativeSlope", 0), function.number("threshold", 0),
				function.number("max", Double.POSITIVE_INFINITY));
			case "ActivationReLU6" -> new Activation.Relu(0, 0, 6);
			case "ActivationLReLU" -> Activation.leaky(function.number("alpha", LEAK));
			case "ActivationThresholdedReLU" -> aboveOnly(function.number("theta", THETA));
			case "ActivationELU" -> new Activation.Elu(function.number("alpha", ELU_ALPHA));
			case "ActivationRReLU" -> randomized(function);
			case "ActivationSoftmax" -> new Activation.Softmax(last, false);
			case "ActivationGELU" -> function.flag("precise", false) ? Curve.GELU_CUBED : Curve.GELU_SIGMOID;
			case "ActivationCube" -> Curve.CUBE;
			case "ActivationHardSigmoid" -> Curve.HARD_SIGMOID;
			case "ActivationHardTanH" -> Curve.HARD_TANH;
			case "ActivationMish" -> Curve.MISH;
			case "ActivationRationalTanh" -> Curve.RATIONAL_TANH;
			case "ActivationRectifiedTanh" -> Curve.RECTIFIED_TANH;
			case "ActivationSELU" -> Curve.SELU;
			case "ActivationSigmoid" -> Curve.SIGMOID;
			case "ActivationSoftPlus" -> Curve.SOFTPLUS;
			case "ActivationSoftSign" -> Curve.SOFTSIGN;
			case "ActivationSwish" -> Curve.SILU;
			case "ActivationTanH" -> Curve.TANH;
			default -> null;
		};
	}

	/** x above theta, 0 at it and below: at least the next number of single precision. */
	private static Activation aboveOnly(double theta) {
		return new Activation.Relu(0, Math.nextUp((float) theta), Double.POSITIVE_INFINITY);
	}

	private static Activation randomized(Fields function) {
		double lower = function.number("l", LOWER), upper = function.number("u", UPPER);
		return new Activation.RandomRelu(lower, upper, false, (lower + upper) / 2);
	}

	/** {@code tintype.nn.RReLU}. */
	static Activation ownRandomized(Fields layer) {
		double lower = layer.number("lower"), upper = layer.number("upper"), mean = (lower + upper) / 2;
		boolean dividing = layer.flag("dividing", false);
		return new Activation.RandomRelu(lower, upper, dividing, dividing ? 1 / mean : mean);
	}

	private static String note(Fields function, int last) {
		if (function.kind().equals("ActivationRReLU")) return "After training DeepLearning4J gives max(x, slope) by mistake; here it is slope x below 0.";
		if (function.kind().equals("ActivationSoftmax") && last != -1) return "The softmax runs along the last axis of DeepLearning4J's order, not over the channels.";
		return "";
	}
}
