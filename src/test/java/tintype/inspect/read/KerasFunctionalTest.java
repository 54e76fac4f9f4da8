package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;

/** Functional models: branches, shared layers, models in models, several inputs and outputs. */
class KerasFunctionalTest {

	@TempDir
	Path folder;

	private static String input(String name, String shape) {
		return "{\"class_name\": \"InputLayer\", \"name\": \"" + name + "\", \"config\": {\"batch_shape\": " + shape + ", \"name\": \"" + name + "\"}, \"inbound_nodes\": []}";
	}

	private static String layer(String type, String name, String settings, String nodes) {
		return "{\"module\": \"keras.layers\", \"class_name\": \"" + type + "\", \"name\": \"" + name + "\", \"registered_name\": null, " + //
			"\"config\": {\"name\": \"" + name + "\"" + //
			(settings.isEmpty() ? "" : ", " + settings) + "}, \"inbound_nodes\": [" + nodes + "]}";
	}

	/** How Keras 3 writes that a layer reads some others. */
	private static String reads(String... tensors) {
		String all = String.join(", ", List.of(tensors));
		return "{\"args\": [" + (tensors.length > 1 ? "[" + all + "]" : all) + "], \"kwargs\": {}}";
	}

	private static String tensor(String layer, int call) {
		return "{\"class_name\": \"__keras_tensor__\", \"config\": {\"shape\": [null, 4], \"dtype\": \"float32\", \"keras_history\": [\"" + layer + "\", " + call + ", 0]}}";
	}

	private static String model(String inputs, String outputs, String... layers) {
		return "{\"module\": \"keras\", \"class_name\": \"Functional\", \"registered_name\": \"Functional\", \"config\": {\"name\": \"f\", \"trainable\": true, \"layers\": [" + //
			String.join(", ", layers) + "], \"input_layers\": " + inputs + ", \"output_layers\": " + outputs + "}}";
	}

	/** Layers are listed before what they read, and a dense layer is used twice. */
	private static String branches() {
		return model("[[\"a\", 0, 0], [\"b\", 0, 0]]", "[[\"sum\", 0, 0], [\"joined\", 0, 0]]", //
			layer("Add", "sum", "", reads(tensor("dense", 0), tensor("dense", 1))), input("a", "[null, 4]"), input("b", "[null, 4]"), //
			layer("Dense", "dense", "\"units\": 3, \"activation\": \"relu\", \"use_bias\": true", reads(tensor("a", 0)) + ", " + reads(tensor("b", 0))), //
			layer("Concatenate", "joined", "\"axis\": -1", reads(tensor("sum", 0), tensor("a", 0), tensor("b", 0))));
	}

	private static final List<String> BRANCHES = List.of("a < : Input([4])", "b < : Input([4])", "dense < a: Dense(3)", "dense (2) < b: Dense(3)", //
		"sum < dense + dense (2): Merge(ADD, -1)", "joined < sum + a + b: Merge(CONCATENATE, -1)");

	@Test
	void readsBranchesAndSharedLayersOfKeras3() throws IOException {
		Map<String, Object> weights = KerasWriter.weights("dense/f/dense/kernel", KerasWriter.ramp(4, 3), "dense/f/dense/bias", KerasWriter.ramp(3));
		LayerGraph graph = NetworkFile.open(KerasWriter.h5(folder.resolve("f.h5"), "3.5.0", branches(), weights));
		assertEquals(BRANCHES, Rows.of(graph));
		assertEquals(List.of("sum", "joined"), graph.outputs());
		assertSame(graph.layer("dense").weights().get("kernel"), graph.layer("dense (2)").weights().get("kernel"));
		assertArrayEquals(KerasWriter.tensor(4, 3).values(), graph.layer("dense").weight("kernel").values());
	}

	@Test
	void readsTheSameFromAKerasZip() throws IOException {
		Map<String, Object> weights = KerasWriter.weights("layers/dense/vars/0", KerasWriter.ramp(4, 3), "layers/dense/vars/1", KerasWriter.ramp(3), //
			"optimizer/vars/0", KerasWriter.ramp(100));
		LayerGraph graph = NetworkFile.open(KerasWriter.keras(folder.resolve("f.keras"), "3.5.0", branches(), weights));
		assertEquals(BRANCHES, Rows.of(graph));
		assertArrayEquals(KerasWriter.tensor(4, 3).values(), graph.layer("dense").weight("kernel").values());
		assertEquals("Keras 3.5.0 (.keras)", graph.format());
	}

	/** Keras 2.13 counted layers with weights twice. */
	@Test
	void readsTheNumbersOfKeras213() throws IOException {
		String config = "{\"module\": \"keras\", \"class_name\": \"Sequential\", \"config\": {\"name\": \"s\", \"layers\": [" + //
			"{\"module\": \"keras.layers\", \"class_name\": \"InputLayer\", \"config\": {\"batch_input_shape\": [null, 2], \"name\": \"in\"}}, " + //
			"{\"module\": \"keras.layers\", \"class_name\": \"Dense\", \"config\": {\"name\": \"dense_7\", \"units\": 3, \"use_bias\": false}}, " + //
			"{\"module\": \"keras.layers\", \"class_name\": \"Dense\", \"config\": {\"name\": \"dense_8\", \"units\": 4, \"use_bias\": false}}]}, \"registered_name\": null}";
		Map<String, Object> weights = KerasWriter.weights("_layer_checkpoint_dependencies/dense/vars/0", KerasWriter.ramp(2, 3), //
			"_layer_checkpoint_dependencies/dense_2/vars/0", KerasWriter.ramp(3, 4));
		LayerGraph graph = NetworkFile.open(KerasWriter.keras(folder.resolve("s.keras"), "2.13.1", config, weights));
		assertEquals("kernel[3, 4]", Rows.weights(graph.layer("dense_8")));
	}

	/** Keras counts the uses of a functional model inside another from 1. */
	@Test
	void inlinesModelsInModels() throws IOException {
		String inner = model("[[\"x\", 0, 0]]", "[[\"y\", 0, 0]]", input("x", "[null, 4]"), layer("Dense", "y", "\"units\": 4", reads(tensor("x", 0)))) //
			.replaceFirst("\\{", "{\"name\": \"twin\", \"inbound_nodes\": [" + reads(tensor("a", 0)) + ", " + reads(tensor("twin", 1)) + "], ");
		String config = model("[\"a\", 0, 0]", "[\"twin\", 2, 0]", input("a", "[null, 4]"), inner);
		List<String> rows = List.of("a < : Input([4])", "twin/y < a: Dense(4)", "twin (2)/y < twin/y: Dense(4)");
		Map<String, Object> numbered = KerasWriter.weights("layers/functional/layers/dense/vars/0", KerasWriter.ramp(4, 4), //
			"layers/functional/layers/dense/vars/1", KerasWriter.ramp(4));
		LayerGraph graph = NetworkFile.open(KerasWriter.keras(folder.resolve("f.keras"), "3.3.3", config, numbered));
		assertEquals(rows, Rows.of(graph));
		assertEquals(List.of("twin (2)/y"), graph.outputs());
		Map<String, Object> named = KerasWriter.weights("twin/y/kernel:0", KerasWriter.ramp(4, 4), "twin/y/bias:0", KerasWriter.ramp(4));
		graph = NetworkFile.open(KerasWriter.h5(folder.resolve("f.h5"), "2.9.0", config, named));
		assertEquals(rows, Rows.of(graph));
		assertEquals("kernel[4, 4] bias[4]", Rows.weights(graph.layer("twin (2)/y")));
	}

	/** Without names that tell, Keras's order does: all that is trained first, then means and variances. */
	@Test
	void tellsTheWeightsOfAnInnerModelByTheirOrder() throws IOException {
		String inner = "{\"class_name\": \"Sequential\", \"config\": [{\"class_name\": \"BatchNormalization\", \"config\":" + //
			" {\"name\": \"one\", \"batch_input_shape\": [null, 2]}}, " + //
			"{\"class_name\": \"Dense\", \"config\": {\"name\": \"two\", \"units\": 3, \"use_bias\": false}}]}";
		String config = "{\"class_name\": \"Sequential\", \"config\": [" + inner + "]}";
		Map<String, Object> weights = KerasWriter.weights("sequential_1/gamma:0", new float[] { 1, 2 }, "sequential_1/beta:0", new float[] { 3, 4 }, //
			"sequential_1/kernel:0", KerasWriter.ramp(2, 3), "sequential_1/mean:0", new float[] { 5, 6 }, "sequential_1/variance:0", new float[] { 7, 8 });
		LayerGraph graph = NetworkFile.open(KerasWriter.h5(folder.resolve("s.h5"), "2.2.2", config, weights));
		assertEquals(List.of("layer_1_input < : Input([2])", "layer_1/one < layer_1_input: BatchNormalization(0.001)", //
			"layer_1/two < layer_1/one: Dense(3)"), Rows.of(graph));
		assertArrayEquals(new float[] { 5, 6 }, graph.layer("layer_1/one").weight("mean").values());
		assertEquals("kernel[2, 3]", Rows.weights(graph.layer("layer_1/two")));
	}

	@Test
	void readsTensorflowsKeras2() throws IOException {
		String config = "{\"class_name\": \"Model\", \"config\": {\"name\": \"m\", \"layers\": [" + //
			"{\"class_name\": \"InputLayer\", \"name\": \"a\", \"config\": {\"batch_input_shape\": [null, 4], \"name\": \"a\"}, \"inbound_nodes\": []}, " + //
			"{\"class_name\": \"TensorFlowOpLayer\", \"name\": \"op\", \"config\": {\"name\": \"op\"}, \"inbound_nodes\": [[[\"a\", 0, 0, {}]]]}, " + //
			"{\"class_name\": \"Subtract\", \"name\": \"d\", \"config\": {\"name\": \"d\"}, \"inbound_nodes\": [[[\"op\", 0, 0, {}], [\"a\", 0, 0, {}]]]}, " + //
			"{\"class_name\": \"TFOpLambda\", \"name\": \"l\", \"config\": {\"name\": \"l\"}, \"inbound_nodes\": [[\"d\", 0, 0, {\"y\": [\"a\", 0, 0]}]]}], " + //
			"\"input_layers\": [[\"a\", 0, 0]], \"output_layers\": [[\"l\", 0, 0]]}}";
		LayerGraph graph = NetworkFile.open(KerasWriter.h5(folder.resolve("m.h5"), "2.2.4-tf", config, Map.of()));
		assertEquals(List.of("op", "a"), graph.layer("d").inputs());
		assertTrue(((Operation.Unsupported) graph.layer("op").operation()).reason().startsWith("Layer op is a TensorFlowOpLayer"));
		assertEquals(List.of("d"), graph.layer("l").inputs());
	}

	@Test
	void refusesACircle() throws IOException {
		String config = model("[\"a\", 0, 0]", "[\"y\", 0, 0]", input("a", "[null, 4]"), layer("Add", "x", "", reads(tensor("a", 0), tensor("y", 0))), //
			layer("Activation", "y", "\"activation\": \"relu\"", reads(tensor("x", 0))));
		assertSentence("The layers of f.h5 read one another in a circle: the file is damaged, save the model again.", config);
	}

	@Test
	void refusesWhatIsNotThere() throws IOException {
		String config = model("[\"a\", 0, 0]", "[\"y\", 0, 0]", input("a", "[null, 4]"), layer("Activation", "y", "\"activation\": \"relu\"", reads(tensor("x", 0))));
		assertSentence("A layer of f.h5 reads a layer x that is not there: the file is damaged, save the model again.", config);
	}

	@Test
	void refusesAClassOfSomebodysOwn() throws IOException {
		String config = "{\"module\": \"__main__\", \"class_name\": \"MyModel\", \"config\": {}, \"registered_name\": \"Custom>MyModel\"}";
		assertSentence("f.h5 holds a model of the class MyModel, whose Python code is not in the file: build it as a functional or Sequential model, and save that.", config);
	}

	private void assertSentence(String sentence, String config) throws IOException {
		Path file = KerasWriter.h5(folder.resolve("f.h5"), "3.5.0", config, Map.of());
		assertEquals(sentence, assertThrows(TintypeException.class, () -> NetworkFile.open(file)).getMessage());
	}
}
