package tintype.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.color.AbGrid;

/** The card as JSON. Field by field, so that a file names no classes. */
final class ModelCardJson {

	/** Largest number of bins a file may ask for; bounds what is allocated. */
	static final int MOST_BINS = 1024;

	private static final ObjectMapper JSON = new ObjectMapper();

	private ModelCardJson() {}

	static ObjectNode write(ModelCard card) {
		ObjectNode json = JSON.createObjectNode();
		json.put("name", card.name()).put("version", card.version()).put("network", card.network());
		json.put("description", card.description()).put("licence", card.licence()).put("citation", card.citation());
		json.put("created", card.created()).put("software", card.software());
		json.put("lambda", card.lambda()).put("temperature", card.temperature());
		json.put("input", "(L - 50) / 50").put("halo", ColorNet.HALO);
		ArrayNode a = json.putArray("a"), b = json.putArray("b"), prior = json.putArray("prior");
		for (int q = 0; q < card.grid().size(); q++) {
			a.add(card.grid().a(q));
			b.add(card.grid().b(q));
			prior.add(card.prior()[q]);
		}
		ObjectNode training = json.putObject("training"), scores = json.putObject("scores");
		card.training().forEach(training::put);
		card.scores().forEach(scores::put);
		return json;
	}

	/** @throws IllegalArgumentException if a field is missing or makes no sense */
	static ModelCard read(JsonNode json) {
		double[] a = numbers(json, "a"), b = numbers(json, "b"), prior = numbers(json, "prior");
		if (a.length < 8 || a.length > MOST_BINS || prior.length != a.length) throw new IllegalArgumentException(
			"the bins are not between 8 and " + MOST_BINS + " or do not match their prior");
		return new ModelCard(text(json, "name"), text(json, "version"), text(json, "network"), text(json, "description"),
			text(json, "licence"), text(json, "citation"), text(json, "created"), text(json, "software"), AbGrid.of(a, b),
			prior, json.path("lambda").asDouble(), json.path("temperature").asDouble(),
			map(json.path("training"), JsonNode::asText), map(json.path("scores"), JsonNode::asDouble));
	}

	private static String text(JsonNode json, String field) {
		if (!json.path(field).isTextual()) throw new IllegalArgumentException("the field \"" + field + "\" is missing");
		return json.path(field).asText();
	}

	static double[] numbers(JsonNode json, String field) {
		JsonNode array = json.path(field);
		if (!array.isArray()) throw new IllegalArgumentException("the list \"" + field + "\" is missing");
		double[] numbers = new double[array.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = array.get(i).asDouble();
		return numbers;
	}

	private static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> value) {
		Map<String, T> map = new LinkedHashMap<>();
		json.fields().forEachRemaining(field -> map.put(field.getKey(), value.apply(field.getValue())));
		return map;
	}
}
