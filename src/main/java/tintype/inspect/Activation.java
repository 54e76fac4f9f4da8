package tintype.inspect;

import java.util.Locale;

/**
 * The function after a layer's sum, built into the layer or a layer of its own. Those
 * without a parameter are a {@link Curve}.
 */
public sealed interface Activation {

	/** What users know it by, e.g. "relu". */
	String label();

	/** x where x &gt;= threshold, at most {@code max}; slope (x - threshold) elsewhere. The leaky, thresholded and capped ones too. */
	record Relu(double slope, double threshold, double max) implements Activation {

		@Override
		public String label() {
			if (max == 6 && slope == 0 && threshold == 0) return "relu6";
			return slope == 0 ? "relu" : "leaky_relu";
		}
	}

	/** x above 0, alpha (e^x - 1) below (Clevert, Unterthiner &amp; Hochreiter 2016). */
	record Elu(double alpha) implements Activation {

		@Override
		public String label() {
			return "elu";
		}
	}

	/** x above 0, alpha (e^(x / alpha) - 1) below. */
	record Celu(double alpha) implements Activation {

		@Override
		public String label() {
			return "celu";
		}
	}

	/** 0 within [-lambda, lambda]; outside x, or x moved by lambda towards 0 if soft. */
	record Shrink(double lambda, boolean soft) implements Activation {

		@Override
		public String label() {
			return soft ? "soft_shrink" : "hard_shrink";
		}
	}

	/**
	 * e^x divided by its sum along an axis.
	 *
	 * @param axis        as Keras counts: the batch is 0, -1 is the last
	 * @param logarithmic whether its logarithm
	 */
	record Softmax(int axis, boolean logarithmic) implements Activation {

		@Override
		public String label() {
			return logarithmic ? "log_softmax" : "softmax";
		}
	}

	/** x above 0, alpha x below, with the layer's weight "alpha" (He et al. 2015), whose edges of 1 are shared. */
	record PRelu() implements Activation {

		@Override
		public String label() {
			return "prelu";
		}
	}

	/**
	 * x above 0 and below, for each value, slope x in training with a slope drawn anew
	 * (Xu et al. 2015).
	 *
	 * @param lower     of the uniform distribution
	 * @param upper     of the uniform distribution
	 * @param dividing  whether the slope is one over what is drawn
	 * @param testSlope the slope that is used after training
	 */
	record RandomRelu(double lower, double upper, boolean dividing, double testSlope) implements Activation {

		@Override
		public String label() {
			return "rrelu";
		}
	}

	/** Whether this changes nothing. */
	default boolean isLinear() {
		return this == Curve.LINEAR;
	}

	/** The usual rectified linear unit. */
	static Activation relu() {
		return new Relu(0, 0, Double.POSITIVE_INFINITY);
	}

	/** Slope times x below 0. */
	static Activation leaky(double slope) {
		return new Relu(slope, 0, Double.POSITIVE_INFINITY);
	}

	/** Activations without a parameter, each value by itself. */
	enum Curve implements Activation {

		LINEAR, SIGMOID, TANH, EXPONENTIAL, SOFTSIGN, SOFTPLUS,
		/** x / (1 + e^-x), also called swish. */
		SILU,
		/** x times the normal distribution function (Hendrycks &amp; Gimpel 2016), exact. */
		GELU,
		/** The same by a tanh: x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))). */
		GELU_TANH,
		/** x / (1 + e^(-1.702 x)), also called the quick GELU: what DeepLearning4J means by GELU. */
		GELU_SIGMOID,
		/**
		 * x / 2 (1 + tanh(sqrt(2 / pi) (x + (0.044715 x)^3))): DeepLearning4J's "precise" GELU,
		 * which cubes the constant too and is up to 0.034 off.
		 */
		GELU_CUBED,
		/** 1.0507009873554805 x above 0, times 1.6732632423543772 (e^x - 1) below (Klambauer et al. 2017). */
		SELU,
		/** x tanh(ln(1 + e^x)). */
		MISH,
		/** 0.2 x + 0.5 within [0, 1], as Keras 1 and 2 and DeepLearning4J. */
		HARD_SIGMOID,
		/** x / 6 + 0.5 within [0, 1], as Keras 3. */
		HARD_SIGMOID_6,
		/** x times {@link #HARD_SIGMOID_6}. */
		HARD_SILU,
		/** x within [-1, 1]. */
		HARD_TANH,
		/** ln of the sigmoid. */
		LOG_SIGMOID,
		/** x - tanh x. */
		TANH_SHRINK,
		/** (x + sqrt(x^2 + 4)) / 2. */
		SQUAREPLUS,
		/** 0 below -1, x above 1, ((x + 1) / 2)^2 between. */
		SPARSE_PLUS,
		/** x^3. */
		CUBE,
		/** max(0, tanh x). */
		RECTIFIED_TANH,
		/** 1.7159 times an approximation of tanh(2 x / 3), as DeepLearning4J computes it. */
		RATIONAL_TANH;

		@Override
		public String label() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}
