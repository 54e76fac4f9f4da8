package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import net.imglib2.util.Intervals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

import tintype.Progress;
import tintype.TintypeException;

/** What is written comes back, in a file that other tools can read too. */
class ModelFileTest {

	@TempDir
	Path folder;

	private final ColorModel model = TestModels.untrained();

	@Test
	void roundTrip() {
		Path file = folder.resolve("model.zip");
		ModelFile.write(model, file);
		try (ColorModel read = ModelFile.open(file)) {
			assertArrayEquals(logits(model), logits(read));
			ModelCard card = model.card(), readCard = read.card();
			assertArrayEquals(card.prior(), readCard.prior());
			assertEquals(withoutPrior(card), withoutPrior(readCard));
		}
	}

	/** Records compare arrays by identity. */
	private static ModelCard withoutPrior(ModelCard c) {
		return new ModelCard(c.name(), c.version(), c.network(), c.edge(), c.activation(), c.batchNorm(), c.description(), c.licence(),
			c.citation(), c.created(), c.software(), c.grid(), null, c.lambda(), c.temperature(), c.decodings(), c.training(), c.scores());
	}

	private static float[] logits(ColorModel model) {
		var picture = TestModels.picture(40, 40);
		return model.logits(picture, Intervals.expand(picture, -ColorNet.HALO), Progress.NONE);
	}

	@Test
	void anyDl4jProgramOpensIt() throws IOException {
		Path file = folder.resolve("model.zip");
		ModelFile.write(model, file);
		ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
		assertEquals(model.network().params(), network.params());
		assertEquals(model.network().getConfiguration(), network.getConfiguration());
	}

	/** So that the head of the file tells what it is, to any tool and to people. */
	@Test
	void theCardIsFirstAndUncompressed() throws IOException {
		Path file = folder.resolve("model.zip");
		ModelFile.write(model, file);
		try (InputStream stream = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(stream)) {
			ZipEntry first = zip.getNextEntry();
			assertEquals("tintype.json", first.getName());
			assertEquals(ZipEntry.STORED, first.getMethod());
			JsonNode json = new ObjectMapper().readTree(zip.readAllBytes());
			assertEquals(3, json.path("format").asInt());
			assertEquals("Test", json.path("name").asText());
			assertEquals(8, json.path("halo").asInt());
			assertEquals(TestModels.BINS, json.path("a").size());
			assertEquals(144, json.path("selftest").path("a").size());
		}
		String head = new String(Files.readAllBytes(file), 0, 200, StandardCharsets.ISO_8859_1);
		assertTrue(head.contains("\"format\" : 3"), head);
	}

	@Test
	void equalModelsAreEqualFiles() throws IOException {
		Path file = folder.resolve("model.zip"), same = folder.resolve("same.zip");
		ModelFile.write(model, file);
		ModelFile.write(TestModels.untrained(), same);
		assertEquals(-1, Files.mismatch(file, same));
	}

	@Test
	void anOlderFileIsReplaced() throws IOException {
		Path file = folder.resolve("model.zip");
		Files.writeString(file, "older");
		ModelFile.write(model, file);
		ModelFile.open(file).close();
		assertEquals(List.of(file), files());
	}

	@Test
	void aFolderThatIsMissingLeavesNothing() throws IOException {
		Path file = folder.resolve("missing").resolve("model.zip");
		TintypeException e = assertThrows(TintypeException.class, () -> ModelFile.write(model, file));
		assertTrue(e.getMessage().contains("could not be written to " + file), e.getMessage());
		assertEquals(List.of(), files());
	}

	/** The name is taken by a folder that can't be replaced, so the last step fails. */
	@Test
	void aNameThatIsTakenLeavesNoHalfFile() throws IOException {
		Path taken = Files.createDirectory(folder.resolve("model.zip"));
		Files.writeString(taken.resolve("inside"), "x");
		assertThrows(TintypeException.class, () -> ModelFile.write(model, taken));
		assertEquals(List.of(taken), files());
	}

	/** A failure in the middle leaves neither a half model nor a part of one. */
	@Test
	void aModelThatFailsToWriteLeavesNothing() throws IOException {
		Path file = folder.resolve("model.zip");
		ColorModel impossible = new ColorModel(model.network(), TestModels.card(TestModels.grid(TestModels.BINS + 5)));
		assertThrows(RuntimeException.class, () -> ModelFile.write(impossible, file));
		assertFalse(Files.exists(file));
		assertEquals(List.of(), files());
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> list = Files.list(folder)) {
			return list.toList();
		}
	}
}
