package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Activation;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Tensor;
import tintype.nn.Backend;
import tintype.nn.ModelFile;

/** The models that come with Tintype, with half-precision weights. */
class OwnModelsTest {

	private static LayerGraph open(String model) throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/" + model + ".zip")) {
			return Dl4jFile.read(stream, model);
		}
	}

	@Test
	void colorNet() throws IOException {
		LayerGraph graph = open("colornet");
		assertEquals(219_782, graph.layers().stream().mapToLong(Layer::parameters).sum());
		assertEquals(10, graph.layers().size());
		assertEquals(List.of("layer8"), graph.outputs());
		assertTrue(graph.format().startsWith("Tintype model"), graph.format());
		assertArrayEquals(new int[] { -1, -1, 1 }, ((Operation.Input) graph.inputs().get(0).operation()).shape());
		assertEquals(new Activation.Softmax(-1, false), graph.layer("layer8").activation());
	}

	@Test
	void sceneNet() throws IOException {
		LayerGraph graph = open("default");
		assertEquals("Tintype SceneNet", graph.title());
		assertEquals(2_288_898, graph.layers().stream().mapToLong(Layer::parameters).sum());
		assertEquals(List.of("1/16 b", "scene b"), graph.layer("with scene").inputs());
		assertEquals(new Operation.GlobalPooling(Operation.Taken.AVERAGE, true), graph.layer("scene mean").operation());
		assertEquals(50, graph.layers().size());
	}

	/** Parameter by parameter as the network that colours has them. */
	@Test
	void weightsAreThoseThatColour() throws IOException {
		Backend.start();
		LayerGraph graph = open("default");
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/default.zip")) {
			ComputationGraph model = ModelSerializer.restoreComputationGraph(stream, false);
			INDArray kernel = model.getParam("up 1/8 b maps_W"), gamma = model.getParam("1/4 normalized_gamma");
			INDArray logarithm = model.getParam("1/4 normalized_log10stdev");
			Tensor read = graph.layer("up 1/8 b maps").weight("kernel");
			for (int i = 0; i < read.values().length; i += 37) {
				int out = i % 128, in = i / 128 % 128, x = i / 16384 % 3, y = i / 49152;
				assertEquals(kernel.getFloat(out, in, y, x), read.values()[i]);
			}
			assertArrayEquals(gamma.toFloatVector(), graph.layer("1/4 normalized").weight("gamma").values());
			for (int i = 0; i < logarithm.length(); i++) {
				double deviation = Math.pow(10, logarithm.getDouble(i));
				assertEquals(deviation * deviation, graph.layer("1/4 normalized").weight("variance").values()[i], 1e-6 * deviation * deviation);
			}
		}
	}
}
