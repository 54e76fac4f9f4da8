package tintype.inspect.read;

import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * The fields of a part of a DeepLearning4J network, each checked as it is read.
 * Every method throws an {@link IllegalArgumentException} that says which field of
 * which part makes no sense.
 *
 * @param name of the part, for messages
 * @param json an object; other things count as one without fields
 */
record Fields(String name, JsonNode json) {

	/** More than any edge, kernel or number of maps can be. */
	private static final int LARGEST = 1 << 28;

	/** The last word of the class that the file names, "" if none. */
	String kind() {
		String type = json.path("@class").asText("");
		return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
	}

	/** Whether the field is there and not null. */
	boolean has(String field) {
		return json.hasNonNull(field);
	}

	/** What stands in the field, as a part of the same name. */
	Fields inner(String field) {
		return new Fields(name, json.path(field));
	}

	/** A word, e.g. of an enum; {@code otherwise} if the field is null or absent. */
	String word(String field, String otherwise) {
		return has(field) ? json.path(field).asText() : otherwise;
	}

	/** True or false; {@code otherwise} if the field is null or absent. */
	boolean flag(String field, boolean otherwise) {
		return json.path(field).asBoolean(otherwise);
	}

	/** A finite number. */
	double number(String field) {
		double number = json.path(field).isNumber() ? json.path(field).asDouble() : Double.NaN;
		if (!Double.isFinite(number)) throw wrong(field);
		return number;
	}

	/** A finite number; {@code otherwise} if the field is null or absent. */
	double number(String field, double otherwise) {
		return has(field) ? number(field) : otherwise;
	}

	/** A whole number, at least {@code least}. */
	int whole(String field, int least) {
		return whole(json.path(field), field, least);
	}

	/** Whole numbers, each at least {@code least}. */
	int[] wholes(String field, int least) {
		JsonNode list = json.path(field);
		if (!list.isArray()) throw wrong(field);
		int[] numbers = new int[list.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = whole(list.get(i), field, least);
		return numbers;
	}

	/** Exactly {@code count} whole numbers, each at least {@code least}. */
	int[] wholes(String field, int least, int count) {
		int[] numbers = wholes(field, least);
		if (numbers.length != count) throw wrong(field);
		return numbers;
	}

	private int whole(JsonNode number, String field, int least) {
		if (!number.canConvertToInt() || !number.isIntegralNumber() || number.asInt() < least || number.asInt() > LARGEST) throw wrong(field);
		return number.asInt();
	}

	/** The field makes no sense. */
	IllegalArgumentException wrong(String field) {
		return new IllegalArgumentException("the field \"" + field + "\" of its layer " + name + " makes no sense");
	}
}
