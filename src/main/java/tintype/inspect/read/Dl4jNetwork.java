package tintype.inspect.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * The configuration of a DeepLearning4J network: a MultiLayerNetwork's chain of
 * layers, or a ComputationGraph.
 *
 * @param kind     "MultiLayerNetwork" or "ComputationGraph"
 * @param inputs   names of what comes in
 * @param vertices each after those that it reads; their weights come in this order
 * @param outputs  names of what the network gives
 */
record Dl4jNetwork(String kind, List<String> inputs, List<Vertex> vertices, List<String> outputs) {

	/**
	 * A layer, or what joins and changes values between layers.
	 *
	 * @param name         unique in its network
	 * @param layer        whether it is a layer
	 * @param fields       its settings
	 * @param preprocessor what is done to the layer's input, or null
	 * @param reads        names of vertices or inputs
	 */
	record Vertex(String name, boolean layer, Fields fields, Fields preprocessor, List<String> reads) {}

	private static final String CLASS = "@class";

	/** More than any network has. */
	private static final int MOST = 10_000;

	/**
	 * Reads a configuration.
	 *
	 * @throws IllegalArgumentException if it is none
	 */
	static Dl4jNetwork of(JsonNode json) {
		if (json.path("confs").isArray()) return chain(json);
		if (json.path("vertices").isObject()) return graph(json);
		throw new IllegalArgumentException("its configuration is of neither a MultiLayerNetwork nor a ComputationGraph");
	}

	private static Dl4jNetwork chain(JsonNode json) {
		Names names = new Names();
		List<Vertex> vertices = new ArrayList<>();
		String input = names.unique("input"), before = input;
		JsonNode layers = json.path("confs"), preprocessors = json.path("inputPreProcessors");
		checkCount(layers.size());
		for (int i = 0; i < layers.size(); i++) {
			JsonNode layer = layers.get(i).path("layer");
			String name = names.unique(layer.hasNonNull("layerName") ? layer.path("layerName").asText() : "layer" + i);
			vertices.add(layer(name, layer, preprocessors.path(Integer.toString(i)), List.of(before)));
			before = name;
		}
		return new Dl4jNetwork("MultiLayerNetwork", List.of(input), vertices, List.of(before));
	}

	private static void checkCount(int count) {
		if (count == 0) throw new IllegalArgumentException("it has no layers");
		if (count > MOST) throw new IllegalArgumentException("it has more than " + MOST + " layers");
	}

	private static Vertex layer(String name, JsonNode layer, JsonNode preprocessor, List<String> reads) {
		if (!layer.has(CLASS) && layer.size() == 1) throw new IllegalArgumentException( //
			"it was written by DeepLearning4J before 1.0.0-beta4, whose settings have other names");
		return new Vertex(name, true, classed(name, layer), preprocessor.isObject() ? new Fields(name, preprocessor) : null, reads);
	}

	private static Fields classed(String name, JsonNode settings) {
		if (!settings.path(CLASS).isTextual()) throw new IllegalArgumentException("its layer " + Names.legible(name) + " is of no kind");
		return new Fields(name, settings);
	}

	private static Dl4jNetwork graph(JsonNode json) {
		Map<String, Vertex> vertices = new LinkedHashMap<>();
		checkCount(json.path("vertices").size());
		checkCount(json.path("networkInputs").size());
		json.path("vertices").fields().forEachRemaining(entry -> {
			JsonNode vertex = entry.getValue();
			String name = entry.getKey();
			List<String> reads = words(json.path("vertexInputs").path(name));
			if (vertex.has("layerConf")) vertices.put(name, layer(name, vertex.path("layerConf").path("layer"), vertex.path("preProcessor"), reads));
			else vertices.put(name, new Vertex(name, false, classed(name, vertex), null, reads));
		});
		List<String> inputs = words(json.path("networkInputs")), outputs = words(json.path("networkOutputs"));
		List<String> order = json.path("topologicalOrderStr").isArray() && json.path("topologicalOrder").isArray() //
			? words(json.path("topologicalOrderStr")) : TopologicalOrder.of(inputs, vertices);
		return new Dl4jNetwork("ComputationGraph", inputs, inOrder(inputs, vertices, order), checked(outputs, vertices));
	}

	private static List<Vertex> inOrder(List<String> inputs, Map<String, Vertex> vertices, List<String> order) {
		Set<String> before = new HashSet<>(inputs);
		List<Vertex> ordered = new ArrayList<>();
		for (String name : order) {
			Vertex vertex = vertices.get(name);
			if (vertex == null && before.contains(name)) continue;
			if (vertex == null || vertex.reads.isEmpty() || !before.containsAll(vertex.reads) || !before.add(name)) throw new //
			IllegalArgumentException("its layer " + Names.legible(name) + " reads what does not come before it");
			ordered.add(vertex);
		}
		if (ordered.size() != vertices.size()) throw new IllegalArgumentException("its order does not name all layers");
		return ordered;
	}

	private static List<String> checked(List<String> outputs, Map<String, Vertex> vertices) {
		for (String output : outputs)
			if (!vertices.containsKey(output)) throw new IllegalArgumentException("its output " + Names.legible(output) + " is not among its layers");
		return outputs;
	}

	private static List<String> words(JsonNode list) {
		List<String> words = new ArrayList<>();
		list.forEach(word -> words.add(word.asText()));
		return words;
	}
}
