package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.nn.DamagedModels.good;
import static tintype.nn.DamagedModels.open;
import static tintype.nn.DamagedModels.refusal;
import static tintype.nn.DamagedModels.with;
import static tintype.nn.DamagedModels.withCard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** Cards that make no sense, in an otherwise good model. */
class DamagedCardTest {

	@TempDir
	static Path folder;

	private static byte[] model;

	@BeforeAll
	static void writeModel() throws IOException {
		model = good(folder);
	}

	@Test
	void newerFormat() throws IOException {
		assertEquals("strange.zip is a model of format 4, but this version of Tintype reads formats up to 3: update Tintype.",
			refusal(edited(card -> card.put("format", 4))));
		assertTrue(refusal(edited(card -> card.put("format", 1L << 32 | 2))).contains("format 4294967298"));
		byte[] otherEntries = with(edited(card -> card.put("format", 4)), "coefficients.bin", null);
		assertTrue(refusal(otherEntries).contains("update Tintype"), "a newer format may keep its weights elsewhere");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1.5", "\"1\"", "null", "[]", "1e400" })
	void noFormat(String format) throws IOException {
		String card = new String(DamagedModels.entries(model).get("tintype.json"), StandardCharsets.UTF_8);
		refusal(withText(card.replace("\"format\" : 3", "\"format\" : " + format)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "3", "null", "\"tintype\"", "{}", "{\"format\": 1}", "{\"format\": 2}", "{\"format\" 2}", "\u0000\u0001" })
	void noCard(String text) throws IOException {
		refusal(withText(text));
	}

	@Test
	void deeplyNested() throws IOException {
		refusal(withText("[".repeat(4_000_000)));
		refusal(withText("{\"a\":".repeat(700_000)));
		refusal(withText("{\"format\": 2, \"training\": " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "version", "network", "activation", "description", "licence", "citation", "created", "software" })
	void textFields(String field) throws IOException {
		assertTrue(refusal(edited(card -> card.remove(field))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, 3))).contains(field));
		assertTrue(refusal(edited(card -> card.putArray(field))).contains(field));
		assertTrue(refusal(edited(card -> card.putNull(field))).contains(field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "lambda", "temperature" })
	void numberFields(String field) throws IOException {
		assertTrue(refusal(edited(card -> card.remove(field))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, "0.5"))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, "NaN"))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, 1.5))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, -0.1))).contains(field));
		assertTrue(refusal(edited(card -> card.putArray(field))).contains(field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "b", "prior" })
	void lists(String field) throws IOException {
		assertTrue(refusal(edited(card -> card.remove(field))).contains(field));
		assertTrue(refusal(edited(card -> card.put(field, 3))).contains(field));
		refusal(edited(card -> ((ArrayNode) card.get(field)).remove(0)));
		refusal(edited(card -> ((ArrayNode) card.get(field)).add(1)));
		assertTrue(refusal(edited(card -> ((ArrayNode) card.get(field)).set(2, "NaN"))).contains(field));
		assertTrue(refusal(edited(card -> ((ArrayNode) card.get(field)).setNull(2))).contains(field));
		assertTrue(refusal(edited(card -> ((ArrayNode) card.get(field)).set(2, Double.NaN))).contains(field));
	}

	@Test
	void binsThatMakeNoSense() throws IOException {
		refusal(edited(card -> {
			copyFirst(card, "a");
			copyFirst(card, "b");
		}));
		refusal(edited(card -> ((ArrayNode) card.get("prior")).set(2, -0.5)));
		refusal(edited(card -> ((ArrayNode) card.get("a")).set(2, 1e300)));
	}

	@Test
	void trainingAndScores() throws IOException {
		assertTrue(refusal(edited(card -> card.putObject("training").put("pictures", 3))).contains("training"));
		assertTrue(refusal(edited(card -> card.putObject("scores").put("AuC", "good"))).contains("scores"));
	}

	private static void copyFirst(ObjectNode card, String field) {
		ArrayNode list = (ArrayNode) card.get(field);
		list.set(1, list.get(0));
	}

	/** 2^20 bins would need 10^13 weights. */
	@Test
	void tooManyBins() throws IOException {
		assertTrue(refusal(edited(card -> {
			for (String field : new String[] { "a", "b", "prior" }) {
				ArrayNode list = card.putArray(field);
				for (int i = 0; i < 1 << 18; i++)
					list.add(i % 512);
			}
		})).contains("1024"));
	}

	@Test
	void otherNetwork() throws IOException {
		assertTrue(refusal(edited(card -> card.put("network", "java.lang.Runtime"))).contains("java.lang.Runtime"));
	}

	@Test
	void otherActivation() throws IOException {
		assertEquals("strange.zip is damaged (its activation \"Swish\" is unknown): copy or download it again.",
			refusal(edited(card -> card.put("activation", "Swish"))));
		assertTrue(refusal(edited(card -> card.put("activation", "org.example.Evil"))).contains("unknown"));
	}

	@Test
	void batchNormalisation() throws IOException {
		for (String value : new String[] { "true", "\"false\"", "1", "null", "[]" })
			assertTrue(refusal(withBatchNorm(value)).contains(value.equals("true") ? "weights" : "batchnorm"), value);
		assertTrue(refusal(edited(card -> card.remove("batchnorm"))).contains("batchnorm"));
	}

	private static byte[] withBatchNorm(String value) throws IOException {
		String card = new String(DamagedModels.entries(model).get("tintype.json"), StandardCharsets.UTF_8);
		assertTrue(card.contains("\"batchnorm\" : false"), card);
		return withText(card.replace("\"batchnorm\" : false", "\"batchnorm\" : " + value));
	}

	/** As many weights as the activation asks for, and no more. */
	@Test
	void activationWithOtherWeights() throws IOException {
		assertTrue(refusal(edited(card -> card.put("activation", "PReLU"))).contains("where its network needs 1649"));
		assertTrue(refusal(edited(card -> card.put("activation", "LReLU 5.5"))).contains("test picture"));
	}

	@Test
	void selfTest() throws IOException {
		assertTrue(refusal(edited(card -> card.remove("selftest"))).contains("list"));
		assertTrue(refusal(edited(card -> ((ArrayNode) card.get("selftest").get("a")).remove(3))).contains("test picture"));
		assertTrue(refusal(edited(card -> ((ArrayNode) card.get("selftest").get("b")).set(3, 60))).contains("test picture"));
	}

	/** Notes for the reader never keep a model from opening. */
	@Test
	void unknownFieldsAreNoFault() throws IOException {
		open(edited(card -> card.put("shoe size", 42).remove("training")));
	}

	private static byte[] edited(Consumer<ObjectNode> edit) throws IOException {
		return withCard(model, edit);
	}

	private static byte[] withText(String card) throws IOException {
		return with(model, "tintype.json", card.getBytes(StandardCharsets.UTF_8));
	}
}
