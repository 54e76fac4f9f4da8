package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * One use of a layer: a layer that is shared has several.
 *
 * @param inputs  what it reads
 * @param problem why it cannot be computed, as the end of a sentence about the layer; or ""
 * @param note    what a user should know, or ""
 */
record KerasCall(List<KerasCall.Source> inputs, String problem, String note) {

	/**
	 * What leaves a layer.
	 *
	 * @param layer its name
	 * @param call  which of its uses, from 0
	 * @param place which of its outputs, from 0
	 */
	record Source(String layer, int call, int place) {}

	/** That a layer reads nothing. */
	static final KerasCall NOTHING = new KerasCall(List.of(), "", "");

	/** All uses of a layer in a functional model, from its "inbound_nodes". */
	static List<KerasCall> all(JsonNode nodes) {
		List<KerasCall> calls = new ArrayList<>();
		for (JsonNode node : nodes)
			calls.add(node.isObject() ? ofKeras3(node) : ofKeras2(node));
		return calls;
	}

	/** What "input_layers" or "output_layers" say: a triple, or triples in lists or objects. */
	static List<Source> sources(JsonNode node) {
		List<Source> sources = new ArrayList<>();
		collect(node, sources);
		return sources;
	}

	private static void collect(JsonNode node, List<Source> sources) {
		if (isTriple(node)) sources.add(source(node));
		else for (JsonNode part : node)
			collect(part, sources);
	}

	private static boolean isTriple(JsonNode node) {
		return node.isArray() && node.size() >= 3 && node.get(0).isTextual() && node.get(1).isInt() && node.get(2).isInt();
	}

	private static Source source(JsonNode triple) {
		return new Source(triple.get(0).asText(), triple.get(1).asInt(), triple.get(2).asInt());
	}

	/** [[name, call, place, arguments], ...], or one of them. */
	private static KerasCall ofKeras2(JsonNode node) {
		List<Source> inputs = new ArrayList<>();
		String problem = "", note = "";
		for (JsonNode tensor : isTensor(node) ? List.of(node) : node) {
			if (!isTriple(tensor)) {
				problem = "reads numbers that are no layer's";
				continue;
			}
			inputs.add(source(tensor));
			JsonNode arguments = tensor.path(3);
			if (!sources(arguments).isEmpty()) problem = "reads further layers by name";
			note = note(arguments);
		}
		return new KerasCall(inputs, problem, note);
	}

	private static boolean isTensor(JsonNode node) {
		return node.path(0).isTextual();
	}

	/** An object with "args" and "kwargs", in which tensors are objects of their own. */
	private static KerasCall ofKeras3(JsonNode node) {
		List<Source> inputs = new ArrayList<>(), named = new ArrayList<>();
		boolean plain = tensors(node.path("args"), inputs);
		tensors(node.path("kwargs"), named);
		String problem = !named.isEmpty() ? "reads further layers by name" : plain ? "" : "reads numbers that are no layer's";
		return new KerasCall(inputs, problem, note(node.path("kwargs")));
	}

	/** @return whether there is nothing else than tensors */
	private static boolean tensors(JsonNode node, List<Source> found) {
		if (node.path("class_name").asText("").equals("__keras_tensor__")) {
			JsonNode triple = node.path("config").path("keras_history");
			if (isTriple(triple)) found.add(source(triple));
			return isTriple(triple);
		}
		boolean plain = node.isContainerNode() || node.isNull() || node.isMissingNode();
		for (JsonNode part : node)
			plain &= tensors(part, found);
		return plain;
	}

	private static String note(JsonNode arguments) {
		JsonNode training = arguments.path("training");
		return training.isBoolean() && !training.asBoolean() ? "The file says that it is used as after training, always." : "";
	}
}
