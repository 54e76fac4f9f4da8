package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Tensor;

/** Settings and kernels of convolutions against DeepLearning4J's own table of parameters. */
class Dl4jConvolutionsTest {

	@TempDir
	static Path folder;

	@ParameterizedTest
	@EnumSource(CNN2DFormat.class)
	void convolution(CNN2DFormat format) {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(9, 8, 2, format),
			new ConvolutionLayer.Builder(3, 2).nOut(4).stride(2, 1).padding(1, 2).dilation(1, 2).convolutionMode(ConvolutionMode.Truncate).dataFormat(format)
				.activation(Activation.SOFTMAX).name("edges").build());
		LayerGraph graph = Saved.read(network, folder);
		assertEquals(format == CNN2DFormat.NCHW, graph.channelsFirst());
		assertEquals("DeepLearning4J MultiLayerNetwork", graph.format());
		assertEquals(List.of("input", "edges"), graph.layers().stream().map(Layer::name).toList());
		assertArrayEquals(new int[] { -1, -1, 2 }, ((Operation.Input) graph.layer("input").operation()).shape());
		Layer layer = graph.layer("edges");
		assertEquals("ConvolutionLayer", layer.type());
		Operation.Convolution operation = (Operation.Convolution) layer.operation();
		assertEquals(2, operation.rank());
		assertEquals(4, operation.filters());
		assertArrayEquals(new int[] { 3, 2 }, operation.kernel());
		assertArrayEquals(new int[] { 2, 1 }, operation.stride());
		assertArrayEquals(new int[] { 1, 2 }, operation.dilation());
		assertEquals(new Padding.Edges(1, 1, 2, 2), operation.padding());
		assertEquals(new tintype.inspect.Activation.Softmax(format == CNN2DFormat.NCHW ? 2 : -1, false), layer.activation());
		assertKernel(network.getParam("0_W"), layer.weight("kernel"), false);
		assertVector(network.getParam("0_b"), layer.weight("bias"));
		assertEquals(List.of("kernel", "bias"), List.copyOf(layer.weights().keySet()));
	}

	/** {@code [out, in, y, x]}, or of transposed ones {@code [in, out, y, x]}, to [y, x, in, out] or [y, x, out, in]. */
	private static void assertKernel(INDArray expected, Tensor kernel, boolean transposed) {
		long[] shape = expected.shape();
		assertArrayEquals(new int[] { (int) shape[2], (int) shape[3], (int) shape[1], (int) shape[0] }, kernel.shape());
		for (int first = 0; first < shape[0]; first++)
			for (int second = 0; second < shape[1]; second++)
				for (int y = 0; y < shape[2]; y++)
					for (int x = 0; x < shape[3]; x++)
						assertEquals(expected.getFloat(first, second, y, x), kernel.at(y, x, second, first), () -> transposed ? "transposed" : "plain");
	}

	static void assertVector(INDArray expected, Tensor vector) {
		assertArrayEquals(new int[] { (int) expected.length() }, vector.shape());
		assertArrayEquals(expected.toFloatVector(), vector.values());
	}

	@Test
	void sameAndWithoutBias() {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(5, 5, 1),
			new ConvolutionLayer.Builder(3, 3).nOut(2).convolutionMode(ConvolutionMode.Same).hasBias(false).build(),
			new ConvolutionLayer.Builder(1, 1).nOut(3).convolutionMode(ConvolutionMode.Strict).build());
		LayerGraph graph = Saved.read(network, folder);
		assertEquals(Padding.Rule.SAME, ((Operation.Convolution) graph.layer("layer0").operation()).padding());
		assertNull(graph.layer("layer0").weight("bias"));
		assertEquals(Padding.Rule.VALID, ((Operation.Convolution) graph.layer("layer1").operation()).padding());
		assertKernel(network.getParam("1_W"), graph.layer("layer1").weight("kernel"), false);
		assertEquals(network.numParams(), graph.layers().stream().mapToLong(Layer::parameters).sum());
		assertTrue(graph.layer("layer1").activation().isLinear());
	}

	@ParameterizedTest
	@EnumSource(RNNFormat.class)
	void convolutionOverTime(RNNFormat format) {
		MultiLayerNetwork network = Saved.chain(InputType.recurrent(2, 7, format), new Convolution1DLayer.Builder(3).nOut(4).stride(2).rnnDataFormat(format)
			.convolutionMode(ConvolutionMode.Causal).activation(Activation.TANH).build());
		Layer layer = Saved.read(network, folder).layer("layer0");
		Operation.Convolution operation = (Operation.Convolution) layer.operation();
		assertEquals(1, operation.rank());
		assertArrayEquals(new int[] { 3, 1 }, operation.kernel());
		assertArrayEquals(new int[] { 2, 1 }, operation.stride());
		assertArrayEquals(new int[] { 1, 1 }, operation.dilation());
		assertEquals(Padding.Rule.CAUSAL, operation.padding());
		assertArrayEquals(new int[] { 3, 1, 2, 4 }, layer.weight("kernel").shape());
		assertArrayEquals(network.getParam("0_W").dup('c').data().asFloat(), layer.weight("kernel").values());
		assertTrue(layer.note().contains("table of parameters"), layer.note());
	}

	@Test
	void transposed() {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(5, 5, 3),
			new Deconvolution2D.Builder(2, 3).nOut(2).stride(2, 2).convolutionMode(ConvolutionMode.Truncate).build(),
			new Deconvolution2D.Builder(2, 3).nOut(4).stride(2, 2).convolutionMode(ConvolutionMode.Same).build());
		LayerGraph graph = Saved.read(network, folder);
		Operation.TransposedConvolution first = (Operation.TransposedConvolution) graph.layer("layer0").operation();
		assertEquals(2, first.filters());
		assertArrayEquals(new int[2], first.outputPadding());
		Operation.TransposedConvolution second = (Operation.TransposedConvolution) graph.layer("layer1").operation();
		assertEquals(Padding.Rule.SAME, second.padding());
		assertNull(second.outputPadding());
		assertKernel(network.getParam("0_W"), graph.layer("layer0").weight("kernel"), true);
		assertKernel(network.getParam("1_W"), graph.layer("layer1").weight("kernel"), true);
		assertArrayEquals(new int[] { 2, 3, 2, 3 }, graph.layer("layer0").weight("kernel").shape());
	}

	@Test
	void depthwiseAndSeparable() {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(8, 8, 3),
			new DepthwiseConvolution2D.Builder(3, 2).depthMultiplier(2).nOut(6).build(),
			new SeparableConvolution2D.Builder(2, 3).depthMultiplier(3).nOut(5).dataFormat(CNN2DFormat.NCHW).build());
		LayerGraph graph = Saved.read(network, folder);
		Tensor depthwise = graph.layer("layer0").weight("depthwise_kernel");
		INDArray expected = network.getParam("0_W");
		assertArrayEquals(new int[] { 3, 2, 3, 2 }, depthwise.shape());
		for (int i = 0; i < depthwise.values().length; i++)
			assertEquals(expected.getFloat(i / 12, i / 6 % 2, i / 2 % 3, i % 2), depthwise.values()[i]);
		Layer separable = graph.layer("layer1");
		assertEquals(3, ((Operation.SeparableConvolution) separable.operation()).multiplier());
		assertKernel(network.getParam("1_W"), separable.weight("depthwise_kernel"), false);
		assertKernel(network.getParam("1_pW"), separable.weight("pointwise_kernel"), false);
		assertVector(network.getParam("1_b"), separable.weight("bias"));
		assertEquals(List.of("depthwise_kernel", "pointwise_kernel", "bias"), List.copyOf(separable.weights().keySet()));
		assertFalse(separable.note().contains("frozen"));
	}
}
