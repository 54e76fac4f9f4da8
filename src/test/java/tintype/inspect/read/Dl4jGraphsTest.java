package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Padding;

/** Who reads whom, in which order, and what stands between layers without being one. */
class Dl4jGraphsTest {

	@TempDir
	static Path folder;

	/** Several inputs and outputs, and branches whose order DeepLearning4J chooses. */
	private static ComputationGraph branches() {
		GraphBuilder graph = Saved.settings().graphBuilder().allowDisconnected(true).addInputs("image", "row");
		graph.addLayer("z", new ConvolutionLayer.Builder(3, 3).nIn(2).nOut(4).build(), "image");
		graph.addLayer("y", new ConvolutionLayer.Builder(3, 3).nIn(2).nOut(4).build(), "image");
		graph.addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "y", "z");
		graph.addVertex("both", new MergeVertex(), "sum", "z");
		graph.addLayer("mean", new GlobalPoolingLayer.Builder().build(), "both");
		graph.addLayer("dense", new DenseLayer.Builder().nIn(3).nOut(8).build(), "row");
		graph.addVertex("twice", new ScaleVertex(2), "dense");
		graph.addVertex("joined", new ElementWiseVertex(ElementWiseVertex.Op.Max), "twice", "mean");
		for (int i = 0; i < 20; i++)
			graph.addLayer("head" + i, new OutputLayer.Builder().nIn(8).nOut(2 + i % 3).activation(Activation.SOFTMAX).build(), i % 2 == 0 ? "joined" : "dense");
		return Saved.graph(graph.setOutputs("head0", "head7", "both").build());
	}

	@Test
	void readersAndWeights() {
		ComputationGraph network = branches();
		LayerGraph graph = Saved.read(network, folder);
		assertEquals("DeepLearning4J ComputationGraph", graph.format());
		assertEquals(List.of("head0", "head7", "both"), graph.outputs());
		assertArrayEquals(new int[] { -1, -1, 2 }, ((Operation.Input) graph.layer("image").operation()).shape());
		assertArrayEquals(new int[] { 3 }, ((Operation.Input) graph.layer("row").operation()).shape());
		assertEquals(new Operation.Merge(Joined.ADD, -1), graph.layer("sum").operation());
		assertEquals(List.of("y", "z"), graph.layer("sum").inputs());
		assertEquals(new Operation.Merge(Joined.CONCATENATE, -1), graph.layer("both").operation());
		assertEquals(new Operation.Rescaling(2, 0), graph.layer("twice").operation());
		assertWeights(network, graph);
	}

	private static void assertWeights(ComputationGraph network, LayerGraph graph) {
		int checked = 0;
		for (Layer layer : graph.layers())
			if (layer.weight("bias") != null) {
				assertArrayEquals(network.getParam(layer.name() + "_b").toFloatVector(), layer.weight("bias").values(), layer.name());
				checked++;
			}
		assertEquals(23, checked);
	}

	/** Files of the first releases do not state the order. */
	@Test
	void theOrderIsFoundAsDeepLearning4jFindsIt() throws IOException {
		ComputationGraph network = branches();
		Path file = Saved.write(network, folder);
		Path without = rewritten(file, text -> text.replaceAll("(?s)\"topologicalOrder(Str)?\" : \\[.*?\\],", ""));
		LayerGraph graph = Dl4jFile.read(without);
		assertWeights(network, graph);
		assertEquals(Dl4jFile.read(file).layers().stream().map(Layer::name).toList(), graph.layers().stream().map(Layer::name).toList());
	}

	private interface Change {

		String of(String settings);
	}

	private static Path rewritten(Path file, Change change) throws IOException {
		Path copy = Files.createTempFile(folder, "changed", ".zip");
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file)); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
			for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
				byte[] bytes = in.readAllBytes();
				if (entry.getName().equals("configuration.json")) {
					String text = new String(bytes, StandardCharsets.UTF_8), changed = change.of(text);
					if (changed.equals(text)) throw new AssertionError("nothing changed");
					bytes = changed.getBytes(StandardCharsets.UTF_8);
				}
				out.putNextEntry(new ZipEntry(entry.getName()));
				out.write(bytes);
			}
		}
		return copy;
	}

	@Test
	void preprocessorsAreRows() throws IOException {
		Path file = Saved.write(Saved.chain(InputType.convolutionalFlat(6, 5, 2), new ConvolutionLayer.Builder(3, 3).nOut(4).build(), //
			new DenseLayer.Builder().nOut(3).build()), folder);
		LayerGraph graph = Dl4jFile.read(file);
		assertEquals(List.of("input", "layer0 reshape", "layer0 channels last", "layer0", "layer1 channels first", "layer1 flatten", "layer1"), graph.layers()
			.stream().map(Layer::name).toList());
		assertArrayEquals(new int[] { 60 }, ((Operation.Input) graph.layer("input").operation()).shape());
		assertArrayEquals(new int[] { 2, 6, 5 }, ((Operation.Reshape) graph.layer("layer0 reshape").operation()).shape());
		assertArrayEquals(new int[] { 2, 3, 1 }, ((Operation.Permute) graph.layer("layer0 channels last").operation()).axes());
		assertArrayEquals(new int[] { 3, 1, 2 }, ((Operation.Permute) graph.layer("layer1 channels first").operation()).axes());
		assertEquals("CnnToFeedForwardPreProcessor", graph.layer("layer1 flatten").type());
		LayerGraph imported = Dl4jFile.read(rewritten(file, text -> text.replace("org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor",
			"org.deeplearning4j.nn.modelimport.keras.preprocessors.TensorFlowCnnToFeedForwardPreProcessor")));
		assertEquals(List.of("layer1 flatten"), imported.layer("layer1").inputs());
		assertEquals(List.of("layer0"), imported.layer("layer1 flatten").inputs());
	}

	/** What nobody ever heard of: a row with a reason, and nothing is loaded. */
	@Test
	void strangeClassesAreNamed() throws IOException {
		Path file = Saved.write(branches(), folder);
		LayerGraph graph = Dl4jFile.read(rewritten(file, text -> text.replace("org.deeplearning4j.nn.conf.graph.ScaleVertex", "com.example.Evil$Runner")));
		Operation.Unsupported unsupported = (Operation.Unsupported) graph.layer("twice").operation();
		assertTrue(unsupported.reason().startsWith("Layer twice is a Runner of DeepLearning4J"), unsupported.reason());
		LayerGraph subset = Saved.read(Saved.graph(Saved.settings().graphBuilder().addInputs("in").addLayer("a", new DenseLayer.Builder().nIn(3).nOut(4).build(), "in")
			.addVertex("some", new SubsetVertex(1, 2), "a").setOutputs("some").build()), folder);
		assertTrue(subset.layer("some").operation() instanceof Operation.Unsupported);
		assertEquals(16, subset.layer("a").parameters());
	}

	/** What the places of an image are is found from those that read it, and their readers. */
	@Test
	void inputsAreKnownByTheirReaders() {
		LayerGraph graph = Saved.read(Saved.chain(null, new ActivationLayer(Activation.TANH),
			new ZeroPaddingLayer.Builder(1, 1).build(), new ConvolutionLayer.Builder(3, 3).nIn(5).nOut(4).padding(2, 1).build()), folder);
		assertEquals("[-1, -1, 5]", Arrays.toString(((Operation.Input) graph.inputs().get(0).operation()).shape()));
		assertEquals(new Padding.Edges(2, 2, 1, 1), ((Operation.Convolution) graph.layer("layer2").operation()).padding());
	}
}
