package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;
import tintype.SharedData;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Npz;
import tintype.inspect.Phase;
import tintype.inspect.PostsNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.plain.Recomputation;

/** Networks read from files give what Keras, or an independent program, had them give. */
class KerasValuesTest {

	private static final class Values implements Tunnel.Visitor<DoubleTensor> {

		final Map<String, Tensor> all = new HashMap<>();

		@Override
		public void visit(Layer layer, DoubleTensor before, DoubleTensor after) {
			all.put(layer.name() + "_pre", before.rounded());
			all.put(layer.name() + "_post", after.rounded());
		}
	}

	private static Map<String, Tensor> run(LayerGraph graph, Tensor input) {
		Values values = new Values();
		Map<String, Tensor> inputs = Map.of(graph.inputs().get(0).name(), input);
		Tunnel.whole(graph).run(new Recomputation(Progress.NONE), inputs, Phase.TEST, values, Progress.NONE);
		values.all.put("output", values.all.get(graph.outputs().get(0) + "_post"));
		return values.all;
	}

	/** Channels last, from the file's own order. */
	private static Tensor turned(LayerGraph graph, Tensor tensor) {
		int rank = tensor.shape().length;
		if (!graph.channelsFirst() || rank < 3) return tensor;
		return rank == 3 ? Axes.permuted(tensor, 0, 2, 1) : Axes.permuted(tensor, 0, 2, 3, 1);
	}

	@Test
	void thePostsNetworkIsExact() {
		LayerGraph graph = NetworkFile.open(KerasFilesTest.fixture("debugging1.h5"));
		Map<String, Tensor> read = run(graph, PostsNetworks.digit()), byHand = run(PostsNetworks.debugging1(), PostsNetworks.digit());
		assertEquals(byHand.keySet(), read.keySet());
		byHand.forEach((name, values) -> assertArrayEquals(values.values(), read.get(name).values(), name));
	}

	/** Of the tensor's largest value; 0 for sums of whole numbers. */
	@ParameterizedTest
	@CsvSource({ "posts/debugging1.h5,0", "posts/debugging2.h5,1e-6", "synth/graph.h5,1e-6", "synth/cl.h5,1e-6", "synth/cf_flat_cf.h5,1e-6", "synth/cf_flat_cl.h5,1e-6",
		"synth/cf_flat_none.h5,1e-6", "leyuzak/mnist_cnn.h5,1e-6", "leyuzak/mnist_cnn.keras,1e-6", "konduit/elu.h5,1e-6", "konduit/leaky_relu.h5,1e-6",
		"konduit/relu_capped.h5,1e-6", "konduit/thresholded_relu.h5,1e-6", "konduit/softmax_layer.h5,1e-6", "konduit/sparse_softmax_mlp.h5,1e-6",
		"konduit/conv1d_same_stride2.h5,1e-6", "konduit/conv1d_channels_first.h5,1e-6", "konduit/conv1d_causal_dilated.h5,1e-6", "konduit/conv_batch_norm.h5,1e-6",
		"konduit/keras1_cnn.h5,1e-6", "konduit/functional_mlp.h5,1e-6" })
	void valuesAreThoseOfTheFile(String file, double tolerance) throws IOException {
		Path path = SharedData.require("data/models/" + file);
		Map<String, Tensor> expected = Npz.read(path.resolveSibling(path.getFileName().toString().replaceFirst("\\..*", ".npz")));
		LayerGraph graph = NetworkFile.open(path);
		Map<String, Tensor> found = run(graph, turned(graph, expected.get("input")));
		int compared = 0;
		for (String name : expected.keySet()) {
			Tensor values = found.get(name.replace("_nhwc", ""));
			if (values == null) continue;
			compared++;
			assertClose(name.endsWith("_nhwc") ? expected.get(name) : turned(graph, expected.get(name)), values, tolerance, name);
		}
		assertTrue(compared >= 2, "only " + compared + " tensors were compared");
	}

	private static void assertClose(Tensor expected, Tensor found, double tolerance, String name) {
		assertArrayEquals(expected.shape(), found.shape(), name);
		double scale = 0;
		for (float value : expected.values())
			scale = Math.max(scale, Math.abs(value));
		for (int i = 0; i < expected.values().length; i++)
			assertEquals(expected.values()[i], found.values()[i], tolerance * scale, name);
	}
}
