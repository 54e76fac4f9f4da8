package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;

/** Everything that is no network gets a sentence of its own. */
class NetworkFileTest {

	private static final String DENSE = "{\"class_name\": \"Sequential\", \"config\": [{\"class_name\": \"Dense\", \"config\": " + //
		"{\"name\": \"d\", \"units\": 3, \"batch_input_shape\": [null, 2]}}]}";

	@TempDir
	Path folder;

	private void assertRefused(Path file, String sentence) {
		assertEquals(sentence, assertThrows(TintypeException.class, () -> NetworkFile.open(file)).getMessage());
	}

	private Path file(String name, int... bytes) throws IOException {
		byte[] content = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++)
			content[i] = (byte) bytes[i];
		return Files.write(folder.resolve(name), content);
	}

	private Path zip(String name, String... entries) throws IOException {
		Path file = folder.resolve(name);
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < entries.length; i += 2)
				KerasWriter.entry(zip, entries[i], entries[i + 1].getBytes(StandardCharsets.UTF_8));
		}
		return file;
	}

	@Test
	void filesThatAreNoNetwork() throws IOException {
		Path missing = folder.resolve("missing.h5");
		assertRefused(missing, "There is no file " + missing + ": choose a model that Keras or DeepLearning4J saved.");
		assertRefused(file("a.h5"), "a.h5 is empty: copy it again, or save the model again.");
		assertRefused(file("a.h5", 'h', 'i'), "a.h5 is a text, but no network: choose a .keras or .h5 file, or a .zip of DeepLearning4J.");
		assertRefused(file("a.h5", 1, 2, 3, 0), "a.h5 is no network that Tintype reads: choose a .keras or .h5 file, or a .zip of DeepLearning4J.");
		assertRefused(Files.writeString(folder.resolve("m.json"), DENSE), //
			"m.json describes a network without its weights: save the whole model with model.save(), as .keras or .h5.");
		assertRefused(file("a.npy", 0x93, 'N', 'U', 'M', 'P', 'Y'), "a.npy holds a tensor of NumPy, but no network: choose a .keras or .h5 file.");
	}

	@Test
	void modelsOfOthers() throws IOException {
		String advice = ", which Tintype does not read: ";
		assertRefused(file("a.onnx", 8, 7, 0x12, 7), "a.onnx is a model in ONNX" + advice + "save it from where it was trained as .keras or .h5.");
		assertRefused(file("a.pb", 10, 7, 0x12, 7), "a.pb is a graph or SavedModel of TensorFlow" + advice + "load it with Keras, and save it as .keras or .h5.");
		assertRefused(file("a.tflite", 28, 0, 0, 0, 'T', 'F', 'L', '3'), "a.tflite is a model of TensorFlow Lite" + advice + "save the original as .keras or .h5.");
		assertRefused(file("a.bin", 0x80, 2, 'c', 0), "a.bin is a model of PyTorch" + advice + "rebuild it in Keras, and save it as .keras or .h5.");
		assertRefused(zip("a.pt", "archive/data.pkl", "x"), "a.pt is a model of PyTorch" + advice + "rebuild it in Keras, and save it as .keras or .h5.");
		Files.writeString(Files.createDirectory(folder.resolve("saved")).resolve("saved_model.pb"), "x");
		assertRefused(folder.resolve("saved"), "saved is a graph or SavedModel of TensorFlow" + advice + "load it with Keras, and save it as .keras or .h5.");
		assertRefused(Files.createDirectory(folder.resolve("empty")), "empty is a folder: choose a .keras or .h5 file, or a .zip of DeepLearning4J.");
	}

	@Test
	void zipsThatAreNoNetwork() throws IOException {
		assertRefused(zip("a.zip", "readme.txt", "x"), "a.zip is a zip file, but holds no model of Keras or DeepLearning4J: choose a .keras, .h5 or .zip that one of them saved.");
		assertRefused(zip("a.keras", "config.json", DENSE), "a.keras has no model.weights.h5: save the model again with model.save().");
		assertRefused(zip("a.keras", "config.json", "{"), "The description of the network in a.keras cannot be read: the file is damaged, save the model again.");
		assertRefused(file("a.keras", 'P', 'K', 3, 4, 0, 0), "a.keras is damaged or cut off: save the model again, or copy the file again.");
	}

	@Test
	void weightsWithoutANetwork() throws IOException {
		Map<String, Object> weights = KerasWriter.weights("d/kernel", KerasWriter.ramp(2, 3));
		assertRefused(KerasWriter.h5(folder.resolve("w.h5"), "3.1.0", null, weights), "w.h5 holds weights but no network: save the whole model with model.save().");
		Path bare = folder.resolve("x.h5");
		try (var hdf = io.jhdf.HdfFile.write(bare)) {
			hdf.putDataset("table", new float[] { 1 });
		}
		assertRefused(bare, "x.h5 is an HDF5 file, but no model of Keras: choose one saved with model.save().");
	}

	@Test
	void weightsThatDoNotFit() throws IOException {
		String end = ": the file is damaged, save the model again.";
		Path file = folder.resolve("f.h5");
		KerasWriter.h5(file, "2.3.1", DENSE, KerasWriter.weights("d/kernel:0", KerasWriter.ramp(2, 4), "d/bias:0", KerasWriter.ramp(3)));
		assertRefused(file, "The kernel of layer d of f.h5 is [2, 4] in the file, but its settings ask for [?, 3]" + end);
		KerasWriter.h5(file, "2.3.1", DENSE, KerasWriter.weights("d/kernel:0", KerasWriter.ramp(2, 3)));
		assertRefused(file, "Layer d of f.h5 needs 2 weights (kernel, bias), and the file has 1" + end);
		KerasWriter.h5(file, "2.3.1", DENSE, Map.of());
		assertRefused(file, "Layer d of f.h5 needs 2 weights (kernel, bias), and the file has 0" + end);
		KerasWriter.h5(file, "2.3.1", DENSE, KerasWriter.weights("d/kernel:0", KerasWriter.ramp(2, 3), "d/bias:0", KerasWriter.ramp(3), "e/kernel:0", KerasWriter.ramp(1)));
		assertRefused(file, "f.h5 has weights of a layer e, which its network does not have" + end);
		KerasWriter.h5(file, "2.3.1", DENSE, KerasWriter.weights("d/kernel:0", KerasWriter.ramp(2, 3), "d/bias:0", new int[] { 1, 2, 3 }));
		assertTrue(assertThrows(TintypeException.class, () -> NetworkFile.open(file)).getMessage().contains("are no floating-point numbers"));
		Path zip = KerasWriter.keras(folder.resolve("f.keras"), "3.1.0", DENSE, KerasWriter.weights("layers/dense/vars/0", KerasWriter.ramp(2, 3), //
			"layers/dense/vars/1", KerasWriter.ramp(3), "layers/conv2d/vars/0", KerasWriter.ramp(1)));
		assertRefused(zip, "f.keras has weights at layers/conv2d, which no layer of its network takes" + end);
	}

	@Test
	void doublePrecisionIsRounded() throws IOException {
		Path file = KerasWriter.h5(folder.resolve("f.h5"), "2.3.1", DENSE, KerasWriter.weights("d/kernel:0", //
			new double[][] { { 0.1, 2, 3 }, { 4, 5, 6 } }, "d/bias:0", KerasWriter.ramp(3)));
		assertEquals(0.1f, NetworkFile.open(file).layer("d").weight("kernel").at(0, 0));
	}

	@Test
	void everyTruncationIsASentence() throws IOException {
		byte[] whole = Files.readAllBytes(KerasFilesTest.fixture("functional_mlp.h5"));
		for (int length = 0; length < whole.length; length += 97) {
			Path file = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
			assertThrows(TintypeException.class, () -> NetworkFile.open(file));
		}
	}

	@Test
	void descriptionsWithoutEndAreRefused() {
		for (String text : List.of("{\"a\": ".repeat(2000), "{\"a\": [" + "1,".repeat(700_000) + "1]}", "{\"a\": " + "9".repeat(5000) + "}", "{\"a\": 1")) {
			String sentence = assertThrows(TintypeException.class, () -> parse(text)).getMessage();
			assertEquals("The description of the network in f.h5 cannot be read: the file is damaged, save the model again.", sentence);
		}
		assertThrows(TintypeException.class, () -> parse("[1]"));
		assertThrows(TintypeException.class, () -> parse("{\"a\": \"" + " ".repeat(9_000_000) + "\"}"));
		assertTrue(Double.isInfinite(parse("{\"a\": Infinity, \"b\": \"" + "9".repeat(5000) + "\"}").path("a").asDouble()));
	}

	private static JsonNode parse(String text) {
		return KerasFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.h5");
	}

	@Test
	void zipsOfDeepLearning4jOpen() throws IOException {
		Path file = folder.resolve("colornet.zip");
		try (InputStream model = NetworkFile.class.getResourceAsStream("/tintype/colornet.zip")) {
			Files.copy(model, file);
		}
		LayerGraph graph = NetworkFile.open(file);
		assertTrue(graph.format().startsWith("Tintype model"), graph.format());
		assertEquals(List.of("layer8"), graph.outputs());
	}
}
