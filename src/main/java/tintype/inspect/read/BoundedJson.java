package tintype.inspect.read;

import java.io.IOException;

import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonToken;
import org.nd4j.shade.jackson.core.json.JsonReadFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.json.JsonMapper;

/**
 * JSON (RFC 8259) from a stranger as a tree, with Python's NaN and Infinity. Names of
 * classes in it are text like any other.
 */
final class BoundedJson {

	/** Digits of a number; reading many takes time that grows with their square. */
	private static final int LONGEST_NUMBER = 64;

	private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

	private BoundedJson() {}

	/**
	 * Parses a text. Brackets are counted first, because a tree as deep as a stranger
	 * likes would overflow the stack, and one of small parts takes some fifty times the
	 * text.
	 *
	 * @param deepest   how deep brackets may be nested
	 * @param mostParts how many values, names and brackets there may be
	 * @throws IOException if it is no JSON, nested too deeply, or has too many parts
	 */
	static JsonNode parse(byte[] text, int deepest, int mostParts) throws IOException {
		try (JsonParser tokens = JSON.createParser(text)) {
			int depth = 0, parts = 0;
			for (JsonToken token; (token = tokens.nextToken()) != null; parts++) {
				if (token.isStructStart() && ++depth > deepest) throw new IOException("It is nested more than " + deepest + " deep");
				if (token.isStructEnd()) depth--;
				if (token.isNumeric() && tokens.getTextLength() > LONGEST_NUMBER) throw new IOException("It has a number of more than " + LONGEST_NUMBER + " digits");
				if (parts > mostParts) throw new IOException("It has more than " + mostParts + " parts");
			}
		}
		catch (IllegalStateException e) {
			throw new IOException("It has names that were made to be slow", e);
		}
		return JSON.readTree(text);
	}
}
