package tintype.inspect.read;

import java.util.List;
import java.util.Locale;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation;

/** Keras's activations: names, objects, and layers of their own. */
final class KerasActivations {

	/** Slope below 0 of "leaky_relu", as in TensorFlow; the layer LeakyReLU has another. */
	private static final double LEAKY = 0.2;

	private static final double LEAKY_LAYER = 0.3;

	private KerasActivations() {}

	/**
	 * A recipe with the activation that the settings name.
	 *
	 * @return one that says why if there is no such activation here
	 */
	static Recipe applied(Recipe recipe, Settings settings) {
		Activation activation = of(settings, "activation");
		return activation == null ? unknown(settings, "activation") : recipe.with(activation);
	}

	/** Why a layer cannot be computed. */
	static Recipe unknown(Settings settings, String key) {
		return Recipe.unknown(settings.layer(), "has the activation " + label(settings.get(key)));
	}

	private static String label(JsonNode value) {
		if (value.isTextual()) return value.asText();
		return value.path("config").isTextual() ? value.path("config").asText() : value.path("class_name").asText("of an unknown kind");
	}

	/** The activation under a key, linear if there is none, null if it is not known here. */
	static Activation of(Settings settings, String key) {
		if (!settings.has(key)) return Curve.LINEAR;
		JsonNode value = settings.get(key);
		if (value.isTextual()) return named(value.asText(), settings);
		String type = value.path("class_name").asText("");
		JsonNode config = value.path("config");
		if (Foreign.is(value)) return null;
		if (config.isTextual()) return named(config.asText(), settings);
		Recipe layer = layer(type, settings.inner(config));
		return layer == null || layer.isUnsupported() || !layer.slots().isEmpty() ? named(type, settings) : layer.activation();
	}

	private static Activation named(String name, Settings settings) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "linear", "" -> Curve.LINEAR;
			case "relu" -> Activation.relu();
			case "relu6" -> new Activation.Relu(0, 0, 6);
			case "leaky_relu" -> Activation.leaky(LEAKY);
			case "leakyrelu" -> Activation.leaky(LEAKY_LAYER);
			case "elu" -> new Activation.Elu(1);
			case "celu" -> new Activation.Celu(1);
			case "softmax" -> new Activation.Softmax(-1, false);
			case "log_softmax" -> new Activation.Softmax(-1, true);
			case "hard_shrink" -> new Activation.Shrink(0.5, false);
			case "soft_shrink" -> new Activation.Shrink(0.5, true);
			case "hard_sigmoid" -> settings.keras() >= 3 ? Curve.HARD_SIGMOID_6 : Curve.HARD_SIGMOID;
			default -> curve(name.toLowerCase(Locale.ROOT));
		};
	}

	private static Activation curve(String name) {
		return switch (name) {
			case "sigmoid" -> Curve.SIGMOID;
			case "tanh" -> Curve.TANH;
			case "exponential" -> Curve.EXPONENTIAL;
			case "softsign" -> Curve.SOFTSIGN;
			case "softplus" -> Curve.SOFTPLUS;
			case "swish", "silu" -> Curve.SILU;
			case "gelu" -> Curve.GELU;
			case "selu" -> Curve.SELU;
			case "mish" -> Curve.MISH;
			case "hard_silu", "hard_swish" -> Curve.HARD_SILU;
			case "hard_tanh" -> Curve.HARD_TANH;
			case "log_sigmoid" -> Curve.LOG_SIGMOID;
			case "tanh_shrink" -> Curve.TANH_SHRINK;
			case "squareplus" -> Curve.SQUAREPLUS;
			case "sparse_plus" -> Curve.SPARSE_PLUS;
			default -> null;
		};
	}

	/** The recipe of a layer that is only an activation, or null if it is another layer. */
	static Recipe layer(String type, Settings settings) {
		return switch (type) {
			case "Activation" -> applied(Recipe.of(Curve.LINEAR), settings);
			case "ReLU" -> Recipe.of(new Activation.Relu(settings.number("negative_slope", 0), settings.number("threshold", 0), //
				settings.number("max_value", Double.POSITIVE_INFINITY)));
			case "LeakyReLU" -> Recipe.of(Activation.leaky(settings.number("negative_slope", settings.number("alpha", LEAKY_LAYER))));
			case "ELU" -> Recipe.of(new Activation.Elu(settings.number("alpha", 1)));
			case "ThresholdedReLU" -> Recipe.of(new Activation.Relu(0, settings.number("theta", 1), Double.POSITIVE_INFINITY));
			case "Softmax" -> softmax(settings);
			case "PReLU" -> Recipe.ofEach(new Operation.Identity()).with(new Activation.PRelu()).with(List.of(Slot.of("alpha", (int[]) null)));
			default -> null;
		};
	}

	private static Recipe softmax(Settings settings) {
		int[] axes = settings.has("axis") ? settings.wholes("axis") : new int[] { -1 };
		return axes.length == 1 ? Recipe.of(new Activation.Softmax(axes[0], false)) //
			: Recipe.unknown(settings.layer(), "is a softmax over several axes together");
	}
}
