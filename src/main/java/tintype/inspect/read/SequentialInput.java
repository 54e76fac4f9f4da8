package tintype.inspect.read;

import java.util.Arrays;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.inspect.Operation;

/** The input of a Sequential model whose file does not list it as a layer. */
final class SequentialInput {

	private final Origin origin;

	SequentialInput(Origin origin) {
		this.origin = origin;
	}

	/**
	 * An input for the first layer.
	 *
	 * @param config of the model
	 * @param node   of the first layer
	 */
	KerasLayer of(JsonNode config, JsonNode node, KerasLayer first) {
		int[] shape = stated(node);
		if (shape == null) shape = origin.settings(first.name(), config).shape("build_input_shape");
		if (shape == null) shape = origin.settings(first.name(), node.path("build_config")).shape("input_shape");
		if (shape == null) shape = open(first);
		KerasLayer input = new KerasLayer(origin.source(), first.name() + "_input", "InputLayer", true, Recipe.of(new Operation.Input(shape)), null);
		input.calls().add(KerasCall.NOTHING);
		return input;
	}

	/** The first layer says what it reads, or the first layer of the model that it is. */
	private int[] stated(JsonNode node) {
		JsonNode config = node.path("config");
		Settings settings = origin.settings(node.path("name").asText(config.path("name").asText("?")), config);
		int[] shape = settings.shape("batch_input_shape");
		if (shape == null) shape = settings.shape("batch_shape");
		JsonNode inner = config.isArray() ? config : config.path("layers");
		return shape == null && !inner.isEmpty() ? stated(inner.get(0)) : shape;
	}

	/** As many open edges as the first layer needs. */
	private static int[] open(KerasLayer first) {
		int edges = 1;
		if (first.type().endsWith("2D") || first.type().endsWith("2DTranspose")) edges = 3;
		else if (first.type().endsWith("1D") || first.type().endsWith("1DTranspose")) edges = 2;
		int[] shape = new int[edges];
		Arrays.fill(shape, -1);
		return shape;
	}
}
