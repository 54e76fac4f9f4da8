package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.inspect.Operation;

/** From a layer's class and settings to what it computes. Nothing of it is executed. */
final class KerasLayers {

	/** Layers that compute by code in the file or outside of it. */
	private static final Set<String> CODE = Set.of("Lambda", "TensorFlowOpLayer", "TFOpLambda", "SlicingOpLambda", "ClassMethod", "InstanceMethod", //
		"InstanceProperty");

	private KerasLayers() {}

	/** The recipe of any layer; one that says why if it cannot be computed. */
	static Recipe of(JsonNode layer, String type, Settings settings) {
		if (CODE.contains(type)) return Recipe.unsupported("Layer " + settings.layer() + " is a " + type + //
			": a file has only its Python code, which Tintype does not run.");
		if (Foreign.is(layer)) return Recipe.unsupported("Layer " + settings.layer() + " is a " + name(type) + //
			", which is not Keras's own: a file does not say what it computes.");
		if (isOperation(layer)) return operation(type, settings);
		if (type.equals("TimeDistributed")) return distributed(settings);
		Recipe recipe = known(type, settings);
		return recipe != null ? recipe : Recipe.unknown(settings.layer(), "is a " + name(type));
	}

	private static String name(String type) {
		return type.substring(0, Math.min(60, type.length()));
	}

	private static Recipe known(String type, Settings settings) {
		Recipe recipe = plain(type, settings);
		if (recipe == null) return null;
		if (settings.keras() == 1) recipe = Keras1.stored(recipe, settings.text("data_format", "").equals("channels_first"));
		return settings.origin().theano() ? rotated(recipe) : recipe;
	}

	/** Theano convolves; to correlate instead, kernels are turned by 180 degrees, those that Keras turns too. */
	private static Recipe rotated(Recipe recipe) {
		if (!(recipe.operation() instanceof Operation.Convolution) && !(recipe.operation() instanceof Operation.TransposedConvolution)) return recipe;
		List<Slot> slots = new ArrayList<>(recipe.slots());
		Slot kernel = slots.get(0);
		slots.set(0, kernel.turned(tensor -> Axes.rotated(kernel.turn().apply(tensor)), kernel.shape()));
		return recipe.with(slots).noting("Its kernels are turned by 180 degrees, as Theano reads them.");
	}

	private static Recipe plain(String type, Settings settings) {
		Recipe recipe = KerasConvolutions.of(type, settings);
		if (recipe == null) recipe = KerasPooling.of(type, settings);
		if (recipe == null) recipe = KerasActivations.layer(type, settings);
		if (recipe == null) recipe = KerasShapes.of(type, settings);
		if (recipe == null) recipe = KerasNormalization.of(type, settings);
		return recipe == null ? KerasRecurrent.of(type, settings) : recipe;
	}

	/** Keras 3 also stores functions on tensors, some under the names of layers. */
	private static boolean isOperation(JsonNode layer) {
		String module = layer.path("module").asText("");
		return module.startsWith("keras.ops") || module.startsWith("keras.src.ops") || module.startsWith("keras.operations");
	}

	private static Recipe operation(String type, Settings settings) {
		return switch (type) {
			case "Add", "Subtract", "Multiply", "Maximum", "Minimum" -> KerasShapes.of(type, settings);
			default -> Recipe.unknown(settings.layer(), "is the function " + name(type));
		};
	}

	/** A dense layer does the same at every time anyway, and so does what takes each value by itself. */
	private static Recipe distributed(Settings settings) {
		JsonNode layer = settings.get("layer");
		String type = layer.path("class_name").asText("");
		Recipe recipe = Foreign.is(layer) ? null : known(type, settings.inner(layer.path("config")));
		boolean same = recipe != null && (type.equals("Dense") || type.equals("Activation") || type.equals("Dropout") || type.equals("Rescaling"));
		return same ? recipe : Recipe.unknown(settings.layer(), "repeats a " + name(type) + " over time");
	}
}
