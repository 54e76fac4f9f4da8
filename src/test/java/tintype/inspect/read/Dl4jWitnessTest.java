package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.plain.Recomputation;
import tintype.nn.Backend;
import tintype.nn.ModelFile;

/**
 * What DeepLearning4J computes with a network, against what the witness computes with
 * the graph that was read from the network's file: so each weight is where it belongs
 * and each setting means what it should.
 */
class Dl4jWitnessTest {

	private static final double TOLERANCE = 2e-6;

	@TempDir
	static Path folder;

	static Stream<WitnessedNetworks.Case> cases() {
		return WitnessedNetworks.cases();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void agrees(WitnessedNetworks.Case one) {
		Model network = one.network().get();
		INDArray input = input(one.input());
		// DeepLearning4J's PReLU changes what it reads.
		INDArray expected = network instanceof MultiLayerNetwork chain ? chain.output(input.dup()) : ((ComputationGraph) network).outputSingle(input.dup());
		assertAgrees(tensor(expected, one.outputFirst()), witnessed(Saved.read(network, folder), tensor(input, one.inputFirst())));
	}

	/** The model that comes with Tintype, which DeepLearning4J would else run in half precision, and a picture of noise. */
	@Test
	void agreesOnTheWholeModel() throws IOException {
		Backend.start();
		try (InputStream first = ModelFile.class.getResourceAsStream("/tintype/default.zip");
				InputStream second = ModelFile.class.getResourceAsStream("/tintype/default.zip")) {
			INDArray input = input(1, 1, 32, 48);
			INDArray expected = ModelSerializer.restoreComputationGraph(first, false).convertDataType(DataType.FLOAT).outputSingle(input.dup());
			assertAgrees(tensor(expected, true), witnessed(Dl4jFile.read(second, "default"), tensor(input, true)));
		}
	}

	private static DoubleTensor witnessed(LayerGraph graph, Tensor input) {
		DoubleTensor[] output = new DoubleTensor[1];
		try (Recomputation witness = new Recomputation(Progress.NONE)) {
			Tunnel.whole(graph).run(witness, Map.of(graph.inputs().get(0).name(), input), Phase.TEST, new Tunnel.Visitor<DoubleTensor>() {

				@Override
				public void visit(Layer layer, DoubleTensor before, DoubleTensor after) {
					if (layer.name().equals(graph.outputs().get(0))) output[0] = after;
				}

				@Override
				public void skipped(Layer layer, String reason) {
					throw new AssertionError(reason);
				}
			}, Progress.NONE);
		}
		return output[0];
	}

	private static void assertAgrees(Tensor expected, DoubleTensor computed) {
		assertArrayEquals(expected.shape(), computed.shape());
		double scale = 0, difference = 0;
		for (int i = 0; i < expected.values().length; i++) {
			scale = Math.max(scale, Math.abs(computed.values()[i]));
			difference = Math.max(difference, Math.abs(computed.values()[i] - expected.values()[i]));
		}
		assertEquals(0, difference / scale, TOLERANCE);
	}

	private static INDArray input(long... shape) {
		Nd4j.getRandom().setSeed(5);
		return Nd4j.rand(DataType.FLOAT, shape).subi(0.5).muli(4);
	}

	/** Channels last. */
	private static Tensor tensor(INDArray array, boolean channelsFirst) {
		INDArray last = !channelsFirst || array.rank() < 3 ? array : array.rank() == 4 ? array.permute(0, 2, 3, 1) : array.permute(0, 2, 1);
		INDArray inOrder = last.dup('c');
		int[] shape = new int[inOrder.rank()];
		for (int i = 0; i < shape.length; i++)
			shape[i] = (int) inOrder.size(i);
		return new Tensor(shape, inOrder.data().asFloat());
	}
}
