package tintype.nn;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonToken;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.JsonNodeFactory;
import org.nd4j.shade.jackson.databind.node.MissingNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.Labelled;
import tintype.Setting;
import tintype.TintypeException;
import tintype.color.AbGrid;

/** The card as JSON. Field by field, so that a file names no classes. */
final class ModelCardJson {

	/** No colour of sRGB is farther from grey; coarse grids may have centres a little outside. */
	private static final double FARTHEST_BIN = 256;

	private static final int MOST_EDGE = 512;

	/** A card has three levels. */
	private static final int DEEPEST = 64;

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ModelCardJson() {}

	/**
	 * Parses a card, token by token: a mapper of Jackson's would load some hundred classes
	 * first, and build a tree as deep as a stranger likes.
	 *
	 * @return missing if there is nothing
	 * @throws IOException if it is no JSON, or nested too deeply
	 */
	static JsonNode parse(byte[] card) throws IOException {
		try (JsonParser tokens = new JsonFactory().createParser(card)) {
			JsonNode root = tokens.nextToken() == null ? MissingNode.getInstance() : node(tokens, 0);
			while (tokens.nextToken() != null) // what follows has to be JSON, too
				tokens.skipChildren();
			return root;
		}
	}

	/** The value that begins with the present token. */
	private static JsonNode node(JsonParser tokens, int depth) throws IOException {
		if (depth > DEEPEST) throw new IOException("The card is nested more than " + DEEPEST + " deep");
		return switch (tokens.currentToken()) {
			case START_OBJECT -> {
				ObjectNode object = NODES.objectNode();
				for (String name; (name = tokens.nextFieldName()) != null; object.set(name, node(tokens, depth + 1)))
					tokens.nextToken();
				yield object;
			}
			case START_ARRAY -> {
				ArrayNode array = NODES.arrayNode();
				while (tokens.nextToken() != JsonToken.END_ARRAY)
					array.add(node(tokens, depth + 1));
				yield array;
			}
			case VALUE_STRING -> NODES.textNode(tokens.getText());
			case VALUE_NUMBER_INT -> tokens.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? NODES.numberNode(tokens.getBigIntegerValue()) : NODES.numberNode(tokens.getLongValue());
			case VALUE_NUMBER_FLOAT -> NODES.numberNode(tokens.getDoubleValue());
			case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(tokens.getBooleanValue());
			default -> NODES.nullNode();
		};
	}

	static ObjectNode write(ModelCard card) {
		ObjectNode json = NODES.objectNode();
		json.put("name", card.name()).put("version", card.version()).put("network", card.network().label());
		json.put("activation", card.activation().label()).put("batchnorm", card.batchNorm());
		json.put("description", card.description()).put("licence", card.licence()).put("citation", card.citation());
		json.put("created", card.created()).put("software", card.software());
		json.put("lambda", card.lambda()).put("temperature", card.temperature());
		json.put("input", "(L - 50) / 50").put("halo", card.network().halo()).put("cell", card.network().cell()).put("edge", card.edge());
		ArrayNode a = json.putArray("a"), b = json.putArray("b"), prior = json.putArray("prior");
		for (int q = 0; q < card.grid().size(); q++) {
			a.add(card.grid().a(q));
			b.add(card.grid().b(q));
			prior.add(card.prior()[q]);
		}
		ObjectNode decodings = json.putObject("decodings");
		card.decodings().forEach((setting, decoding) -> decodings.putObject(setting.label()) //
			.put("temperature", decoding.temperature()).put("saturation", decoding.saturation()).put("lambda", decoding.lambda()));
		ObjectNode training = json.putObject("training"), scores = json.putObject("scores");
		card.training().forEach(training::put);
		card.scores().forEach(scores::put);
		return json;
	}

	/**
	 * @param format of the file; 1 knew neither another activation than ReLU nor
	 *               batch normalisation
	 * @throws IllegalArgumentException if a field is missing or makes no sense
	 */
	static ModelCard read(JsonNode json, long format) {
		double[] a = numbers(json, "a"), b = numbers(json, "b"), prior = numbers(json, "prior");
		if (a.length < ColorNet.FEWEST_BINS || a.length > ColorNet.MOST_BINS) throw new IllegalArgumentException( //
			"it has " + a.length + " bins, not " + ColorNet.FEWEST_BINS + " to " + ColorNet.MOST_BINS);
		if (b.length != a.length || prior.length != a.length) throw new IllegalArgumentException("its bins do not match their prior");
		for (int q = 0; q < a.length; q++)
			if (Math.max(Math.abs(a[q]), Math.abs(b[q])) > FARTHEST_BIN || prior[q] < 0) throw new IllegalArgumentException(
				"bin " + q + " is no colour or has a negative prior");
		Architecture network = labelled(Architecture.class, json, "network");
		return new ModelCard(text(json, "name"), text(json, "version"), network, edge(json, network),
			format > 1 ? labelled(Nonlinearity.class, json, "activation") : Nonlinearity.RELU, format > 1 && bool(json, "batchnorm"),
			text(json, "description"), text(json, "licence"), text(json, "citation"), text(json, "created"), text(json, "software"),
			AbGrid.of(a, b), prior, fraction(json, "lambda"), temperature(json), decodings(json.path("decodings")),
			map(json, "training", JsonNode::isTextual, JsonNode::asText), map(json, "scores", JsonNode::isNumber, JsonNode::asDouble));
	}

	private static <E extends Enum<E> & Labelled> E labelled(Class<E> type, JsonNode json, String field) {
		String label = text(json, field);
		for (E value : type.getEnumConstants())
			if (value.label().equals(label)) return value;
		throw new IllegalArgumentException("its " + field + " \"" + label + "\" is unknown");
	}

	/** Bounds the memory that a picture takes. */
	private static int edge(JsonNode json, Architecture network) {
		if (!network.seesScene()) return 0;
		double edge = number(json, "edge");
		if (!(edge >= SceneNet.REDUCTION && edge <= MOST_EDGE && edge % SceneNet.REDUCTION == 0)) throw new IllegalArgumentException( //
			"the field \"edge\" is no multiple of " + SceneNet.REDUCTION + " up to " + MOST_EDGE);
		return (int) edge;
	}

	/** Settings that a later version may know are left out. */
	private static Map<Setting, Decoding> decodings(JsonNode json) {
		Map<Setting, Decoding> decodings = new EnumMap<>(Setting.class);
		for (Setting setting : Setting.values()) {
			JsonNode one = json.path(setting.label());
			if (one.isMissingNode()) continue;
			try {
				decodings.put(setting, new Decoding(number(one, "temperature"), number(one, "saturation"), number(one, "lambda")));
			}
			catch (TintypeException e) {
				throw new IllegalArgumentException("its setting " + setting.label() + " makes no sense: " + e.getMessage(), e);
			}
		}
		return decodings;
	}

	/** NaN if the field is no number. */
	private static double number(JsonNode json, String field) {
		return json.path(field).isNumber() ? json.path(field).asDouble() : Double.NaN;
	}

	private static boolean bool(JsonNode json, String field) {
		if (!json.path(field).isBoolean()) throw new IllegalArgumentException("the field \"" + field + "\" is neither true nor false");
		return json.path(field).asBoolean();
	}

	private static double fraction(JsonNode json, String field) {
		double number = number(json, field);
		if (!(number >= 0 && number <= 1)) throw new IllegalArgumentException("the field \"" + field + "\" is no number from 0 to 1");
		return number;
	}

	private static double temperature(JsonNode json) {
		double temperature = fraction(json, "temperature");
		if (temperature == 0) throw new IllegalArgumentException("the field \"temperature\" is 0");
		return temperature;
	}

	private static String text(JsonNode json, String field) {
		if (!json.path(field).isTextual()) throw new IllegalArgumentException("the field \"" + field + "\" is missing");
		return json.path(field).asText();
	}

	/** @throws IllegalArgumentException if the field is no list of finite numbers */
	static double[] numbers(JsonNode json, String field) {
		JsonNode array = json.path(field);
		if (!array.isArray()) throw new IllegalArgumentException("the list \"" + field + "\" is missing");
		double[] numbers = new double[array.size()];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = array.get(i).isNumber() ? array.get(i).asDouble() : Double.NaN;
			if (!Double.isFinite(numbers[i])) throw new IllegalArgumentException("the list \"" + field + "\" holds what is no number");
		}
		return numbers;
	}

	/** An object of values of one kind; empty where there is none. */
	private static <T> Map<String, T> map(JsonNode json, String field, Predicate<JsonNode> kind, Function<JsonNode, T> value) {
		Map<String, T> map = new LinkedHashMap<>();
		json.path(field).fields().forEachRemaining(entry -> {
			if (!kind.test(entry.getValue())) throw new IllegalArgumentException("the field \"" + field + "\" holds a value of another kind");
			map.put(entry.getKey(), value.apply(entry.getValue()));
		});
		return map;
	}
}
