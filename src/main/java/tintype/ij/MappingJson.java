package tintype.ij;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;

import tintype.TintypeException;
import tintype.rectify.Mapping;

/** A mapping as a JSON object (RFC 8259), its matrices row by row. */
final class MappingJson {

	private static final String HOMOGRAPHY = "homography";

	private MappingJson() {}

	/** @param indent before each line; empty for all in one line */
	static String write(Mapping mapping, String indent) {
		Map<String, String> fields = MappingFields.of(mapping);
		StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.setIndent(indent);
			json.beginObject();
			json.name(MappingFields.KIND).value(fields.remove(MappingFields.KIND));
			for (Map.Entry<String, String> field : fields.entrySet()) {
				String key = field.getKey();
				if (key.equals(MappingFields.UNIT)) json.name(key).value(field.getValue());
				else if (!Character.isDigit(key.charAt(key.length() - 1))) json.name(key).jsonValue(field.getValue());
			}
			writeMatrix(json, HOMOGRAPHY, fields, MappingFields.HOMOGRAPHY);
			writeMatrix(json, MappingFields.INVERSE, fields, MappingFields.INVERSE);
			json.endObject();
		}
		catch (IOException e) {
			throw new IllegalStateException("Writing into memory failed.", e);
		}
		return text.toString();
	}

	private static void writeMatrix(JsonWriter json, String name, Map<String, String> fields, String matrix) throws IOException {
		json.name(name).beginArray();
		for (int i = 0; i < 9; i += 3)
			json.jsonValue("[" + fields.get(MappingFields.key(matrix, i)) + ", " + fields.get(MappingFields.key(matrix, i + 1)) + ", " +
				fields.get(MappingFields.key(matrix, i + 2)) + "]");
		json.endArray();
	}

	/**
	 * Reads a mapping; {@code inverse} may be missing, as it follows from the homography.
	 *
	 * @param what the text is, to begin a sentence
	 * @throws TintypeException if it is not JSON, or not a whole and sound mapping
	 */
	static Mapping read(String text, String what) {
		Map<String, String> fields = new LinkedHashMap<>();
		MappingFields mapping = new MappingFields(fields, what);
		try (JsonReader json = new JsonReader(new StringReader(text))) {
			json.beginObject();
			while (json.hasNext())
				readField(json, fields);
			json.endObject();
			if (json.peek() != JsonToken.END_DOCUMENT) throw new MalformedJsonException("more than one value");
		}
		catch (EOFException e) {
			throw mapping.failure("it ends too early", e);
		}
		catch (IOException | IllegalStateException e) {
			throw mapping.failure("it is not written as a mapping is", e);
		}
		return mapping.mapping();
	}

	private static void readField(JsonReader json, Map<String, String> fields) throws IOException {
		String name = json.nextName();
		JsonToken expected = name.equals(MappingFields.KIND) || name.equals(MappingFields.UNIT) ? JsonToken.STRING : JsonToken.NUMBER;
		if (name.equals(HOMOGRAPHY)) readMatrix(json, fields, MappingFields.HOMOGRAPHY);
		else if (name.equals(MappingFields.INVERSE)) readMatrix(json, fields, MappingFields.INVERSE);
		else if (json.peek() == expected) put(fields, name, json.nextString());
		else {
			json.skipValue();
			put(fields, name, "");
		}
	}

	private static void readMatrix(JsonReader json, Map<String, String> fields, String matrix) throws IOException {
		json.beginArray();
		for (int i = 0; i < 9; i++) {
			if (i % 3 == 0) json.beginArray();
			if (json.peek() != JsonToken.NUMBER) throw new MalformedJsonException("no number in row " + (i / 3 + 1));
			put(fields, MappingFields.key(matrix, i), json.nextString());
			if (i % 3 == 2) json.endArray();
		}
		json.endArray();
	}

	private static void put(Map<String, String> fields, String name, String value) throws IOException {
		if (fields.put(name, value) != null) throw new MalformedJsonException(name + " comes twice");
	}
}
