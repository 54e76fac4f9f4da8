package tintype.inspect.read;

import java.util.Arrays;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;

/**
 * The settings of one layer as its file has them, read with their bounds.
 *
 * @param node  a JSON object
 * @param layer its name
 */
record Settings(JsonNode node, String layer, Origin origin) {

	/** More than any size, count or step in a network. */
	private static final int MOST = 1 << 24;

	private static final int MOST_AXES = 8;

	/** The settings of what this layer wraps, or of its activation. */
	Settings inner(JsonNode inner) {
		return new Settings(inner, layer, origin);
	}

	/** The major version of Keras that wrote them. */
	int keras() {
		return origin.keras();
	}

	/** Whether there is a value other than null. */
	boolean has(String key) {
		return node.hasNonNull(key);
	}

	/** A value, or a node that holds nothing. */
	JsonNode get(String key) {
		return node.path(key);
	}

	/** A whole number, or another if there is none. */
	int whole(String key, int otherwise) {
		if (!has(key)) return otherwise;
		JsonNode value = get(key);
		if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || Math.abs((long) value.intValue()) > MOST) throw bad(key);
		return value.intValue();
	}

	/** A whole number of at least 1. */
	int count(String key) {
		int count = whole(key, 0);
		if (count < 1) throw bad(key);
		return count;
	}

	/** A number, or another if there is none. NumPy's scalars are in an object of their own. */
	double number(String key, double otherwise) {
		if (!has(key)) return otherwise;
		JsonNode value = get(key);
		if (value.isObject()) value = value.path("value");
		if (value.isArray() && value.size() == 1) value = value.path(0);
		if (!value.isNumber()) throw bad(key);
		return value.doubleValue();
	}

	/** A truth value, or another if there is none. */
	boolean flag(String key, boolean otherwise) {
		return has(key) ? get(key).asBoolean(otherwise) : otherwise;
	}

	/** A text, or another if there is none. */
	String text(String key, String otherwise) {
		return has(key) ? get(key).asText(otherwise) : otherwise;
	}

	/**
	 * As many whole numbers of at least {@code least} as there are axes; one number stands for all.
	 *
	 * @param otherwise for all if there are none
	 */
	int[] edges(String key, int rank, int least, int otherwise) {
		JsonNode value = get(key);
		int[] edges = new int[rank];
		if (!has(key)) Arrays.fill(edges, otherwise);
		else if (value.isNumber()) Arrays.fill(edges, whole(key, otherwise));
		else edges = wholes(key);
		if (edges.length != rank || Arrays.stream(edges).anyMatch(edge -> edge < least)) throw bad(key);
		return edges;
	}

	/** A list of whole numbers, or one. An open one, null, is -1. */
	int[] wholes(String key) {
		JsonNode value = list(get(key));
		if (value.isNumber()) return new int[] { whole(key, 0) };
		if (!value.isArray() || value.size() > MOST_AXES) throw bad(key);
		int[] wholes = new int[value.size()];
		for (int i = 0; i < wholes.length; i++) {
			JsonNode part = value.get(i);
			wholes[i] = part.isNull() ? -1 : part.intValue();
			if (!part.isNull() && (!part.canConvertToInt() || Math.abs((long) wholes[i]) > MOST)) throw bad(key);
		}
		return wholes;
	}

	/** The two whole numbers, 0 or more, at one place of a list of pairs. */
	int[] pair(String key, int place) {
		JsonNode pair = get(key).path(place);
		int[] both = { pair.path(0).asInt(-1), pair.path(1).asInt(-1) };
		if (Math.min(both[0], both[1]) < 0 || Math.max(both[0], both[1]) > MOST) throw bad(key);
		return both;
	}

	/**
	 * A shape without its first edge, the batch; open edges are -1.
	 *
	 * @return null if there is none
	 */
	int[] shape(String key) {
		if (!has(key) || !list(get(key)).isArray()) return null;
		int[] shape = wholes(key);
		if (shape.length == 0 || Arrays.stream(shape).anyMatch(size -> size < -1)) throw bad(key);
		return Arrays.copyOfRange(shape, 1, shape.length);
	}

	/** Python's tuples may come as objects with their items. */
	private static JsonNode list(JsonNode value) {
		return value.isObject() ? value.path(value.has("items") ? "items" : "config") : value;
	}

	/** That a value makes no sense. */
	TintypeException bad(String key) {
		String value = get(key).toString();
		String shown = has(key) ? " (" + value.substring(0, Math.min(40, value.length())) + ")" : "";
		return Damage.of("Layer " + layer + " of " + origin.source() + " has no sensible " + key + shown);
	}
}
