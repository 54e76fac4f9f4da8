package tintype.inspect.read;

import java.io.IOException;

import org.nd4j.shade.jackson.core.json.JsonReadFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.json.JsonMapper;

import tintype.TintypeException;

/** Reads descriptions in JSON (RFC 8259) that may come from a stranger. */
final class Json {

	private static final int LONGEST_TEXT = 8 << 20;
	private static final int DEEPEST = 1000;
	private static final int MOST_VALUES = 400_000;

	/** Longer ones take time that grows with the square of their length. */
	private static final int LONGEST_NUMBER = 100;

	private Json() {}

	/**
	 * The tree of a text. Python's NaN and Infinity are allowed.
	 *
	 * @param source what to call the file in messages
	 * @throws TintypeException if it is no JSON, or larger than any network's description
	 */
	static JsonNode parse(String text, String source) {
		check(text, source);
		try {
			JsonNode tree = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build().readTree(text);
			if (!tree.isObject()) throw damaged(source, null);
			return tree;
		}
		catch (IOException e) {
			throw damaged(source, e);
		}
	}

	/** What a tree would cost is known from its brackets and commas, before it is built. */
	private static void check(String text, String source) {
		if (text.length() > LONGEST_TEXT) throw tooLarge(source);
		int depth = 0, values = 0, plain = 0;
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted) {
				if (c == '\\') i++;
				else if (c == '"') quoted = false;
				continue;
			}
			plain = Character.isLetterOrDigit(c) ? plain + 1 : 0;
			if (c == '"') quoted = true;
			else if (c == '{' || c == '[') depth++;
			else if (c == '}' || c == ']') depth--;
			if (c == '{' || c == '[' || c == ',' || c == ':') values++;
			if (depth > DEEPEST || values > MOST_VALUES || plain > LONGEST_NUMBER) throw tooLarge(source);
		}
	}

	private static TintypeException tooLarge(String source) {
		return Damage.of("The description of the network in " + source + " is larger than that of any known network");
	}

	private static TintypeException damaged(String source, Exception cause) {
		return Damage.of("The description of the network in " + source + " cannot be read", cause);
	}
}
