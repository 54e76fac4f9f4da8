package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.TintypeException;

/** A good model file, and ways to spoil it. */
final class DamagedModels {

	private static final ObjectMapper JSON = new ObjectMapper();

	private DamagedModels() {}

	/** The bytes of a small model. */
	static byte[] good(Path folder) throws IOException {
		Path file = folder.resolve("good.zip");
		ModelFile.write(TestModels.untrained(), file);
		return Files.readAllBytes(file);
	}

	/** The entries of a zip in their order. */
	static Map<String, byte[]> entries(byte[] zip) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry; (entry = in.getNextEntry()) != null;)
				entries.put(entry.getName(), in.readAllBytes());
		}
		return entries;
	}

	static byte[] zip(Map<String, byte[]> entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.setLevel(1);
			for (var entry : entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/** The same model with one entry replaced, or left out where the content is null. */
	static byte[] with(byte[] model, String name, byte[] content) throws IOException {
		Map<String, byte[]> entries = entries(model);
		if (content == null) entries.remove(name);
		else entries.put(name, content);
		return zip(entries);
	}

	/** The same model with an edited card. */
	static byte[] withCard(byte[] model, Consumer<ObjectNode> edit) throws IOException {
		ObjectNode card = (ObjectNode) JSON.readTree(entries(model).get("tintype.json"));
		edit.accept(card);
		return with(model, "tintype.json", JSON.writeValueAsBytes(card));
	}

	/** Reading fails with one sentence that names the file and says what to do; returns it. */
	static String refusal(byte[] model) {
		TintypeException e = assertThrows(TintypeException.class, () -> open(model));
		return assertSentence(e.getMessage());
	}

	static void open(byte[] model) {
		ModelFile.read(new ByteArrayInputStream(model), "strange.zip").close();
	}

	static String assertSentence(String message) {
		assertTrue(message.contains("strange.zip"), message);
		assertFalse(message.contains("\n") || message.contains("Exception") || message.contains("null"), message);
		assertEquals(message.length() - 1, message.lastIndexOf('.'), message);
		assertTrue(message.contains(": "), "says what to do next: " + message);
		return message;
	}
}
