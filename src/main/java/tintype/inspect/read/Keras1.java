package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.inspect.Operation;

/** Keras 1 (2015 to 2017) in the words of Keras 2. */
final class Keras1 {

	private static final Map<String, String> TYPES = Map.of("Convolution1D", "Conv1D", "Convolution2D", "Conv2D", "AtrousConvolution1D", "Conv1D", //
		"AtrousConvolution2D", "Conv2D", "Deconvolution2D", "Conv2DTranspose", "SeparableConvolution2D", "SeparableConv2D", "TimeDistributedDense", "Dense");

	private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("nb_filter", "filters"), Map.entry("filter_length", "kernel_size"), //
		Map.entry("subsample", "strides"), Map.entry("subsample_length", "strides"), Map.entry("stride", "strides"), Map.entry("border_mode", "padding"), //
		Map.entry("atrous_rate", "dilation_rate"), Map.entry("bias", "use_bias"), Map.entry("p", "rate"), Map.entry("sigma", "stddev"), //
		Map.entry("pool_length", "pool_size"), Map.entry("length", "size"), Map.entry("inner_activation", "recurrent_activation"), //
		Map.entry("concat_axis", "axis"));

	/** The modes of a layer "Merge", and the layers that they became. */
	private static final Map<String, String> MODES = Map.of("sum", "Add", "mul", "Multiply", "ave", "Average", "max", "Maximum", "concat", "Concatenate");

	private Keras1() {}

	/** The class of a layer in Keras 2, or its own where it is the same or unknown. */
	static String type(String type, JsonNode config) {
		if (type.equals("Merge")) return MODES.getOrDefault(config.path("mode").asText(""), type);
		return TYPES.getOrDefault(type, type);
	}

	/** Settings of a layer in the words of Keras 2, new. */
	static JsonNode settings(String type, JsonNode config) {
		if (!config.isObject()) return config;
		ObjectNode settings = config.deepCopy();
		KEYS.forEach((old, now) -> move(settings, old, now));
		if (!type.equals("Embedding")) move(settings, "output_dim", "units");
		if (settings.hasNonNull("nb_row")) settings.putArray("kernel_size").add(settings.get("nb_row")).add(settings.path("nb_col"));
		String order = settings.path("dim_ordering").asText("");
		if (!order.isEmpty()) settings.put("data_format", order.equals("th") ? "channels_first" : "channels_last");
		JsonNode edges = settings.path("padding");
		if (edges.isArray() && edges.size() == 4) {
			ArrayNode pairs = settings.putArray("padding");
			pairs.addArray().add(edges.get(0)).add(edges.get(1));
			pairs.addArray().add(edges.get(2)).add(edges.get(3));
		}
		return settings;
	}

	private static void move(ObjectNode settings, String old, String now) {
		if (settings.has(old) && !settings.has(now)) settings.set(now, settings.remove(old));
	}

	/**
	 * The weights of a layer as Keras 1 ordered them: kernels of channels-first layers
	 * are [out, in, y, x], those over sequences [time, 1, in, out], and those of
	 * transposed convolutions have in and out the other way round.
	 */
	static Recipe stored(Recipe recipe, boolean channelsFirst) {
		if (recipe.slots().isEmpty()) return recipe;
		Slot kernel = recipe.slots().get(0);
		int[] shape = kernel.shape();
		Slot old = kernel;
		if (recipe.operation() instanceof Operation.TransposedConvolution) old = channelsFirst //
			? kernel.turned(tensor -> Axes.permuted(tensor, 2, 3, 0, 1), shape[2], shape[3], shape[0], shape[1]) //
			: kernel.turned(tensor -> Axes.permuted(tensor, 0, 1, 3, 2), shape[0], shape[1], shape[3], shape[2]);
		else if (recipe.operation() instanceof Operation.Convolution convolution) {
			if (convolution.rank() == 1) old = Slot.of("kernel", shape[0], 1, shape[1], shape[2]);
			else if (channelsFirst) old = kernel.turned(tensor -> Axes.permuted(tensor, 2, 3, 1, 0), shape[3], shape[2], shape[0], shape[1]);
		}
		List<Slot> slots = new ArrayList<>(recipe.slots());
		slots.set(0, old);
		return recipe.with(slots);
	}
}
