package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.inspect.read.Dl4jConvolutionsTest.assertVector;

import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Tensor;
import tintype.inspect.Weight;

/** What a run cannot show: rows, names, notes, and which weights are whose. */
class Dl4jLayersTest {

	@TempDir
	static Path folder;

	private static LayerGraph read(InputType input, org.deeplearning4j.nn.conf.layers.Layer... layers) {
		return Saved.read(Saved.chain(input, layers), folder);
	}

	private static List<String> names(LayerGraph graph) {
		return graph.layers().stream().map(Layer::name).toList();
	}

	/** DeepLearning4J counts what is retained, and drops of a layer's input. */
	@Test
	void dropoutIsARowOfItsOwn() {
		LayerGraph graph = read(InputType.feedForward(6), new DenseLayer.Builder().name("a").nOut(5).dropOut(0.7).build(), //
			new DropoutLayer.Builder(new GaussianDropout(0.4)).name("b").build(), new DenseLayer.Builder().name("c").nOut(5).dropOut(new AlphaDropout(0.9)).build(),
			new DenseLayer.Builder().name("d").nOut(5).dropOut(new GaussianNoise(1.5)).build());
		assertEquals(List.of("input", "a dropout", "a", "b", "c dropout", "c", "d dropout", "d"), names(graph));
		assertDropout(Noise.DROPOUT, 0.3, graph.layer("a dropout"));
		assertDropout(Noise.GAUSSIAN_DROPOUT, 0.4, graph.layer("b"));
		assertDropout(Noise.ALPHA_DROPOUT, 0.1, graph.layer("c dropout"));
		assertDropout(Noise.GAUSSIAN_NOISE, 1.5, graph.layer("d dropout"));
		assertEquals(List.of("a dropout"), graph.layer("a").inputs());
		assertEquals("Dropout", graph.layer("a dropout").type());
	}

	private static void assertDropout(Noise noise, double rate, Layer layer) {
		Operation.Dropout dropout = (Operation.Dropout) layer.operation();
		assertEquals(noise, dropout.noise());
		assertEquals(rate, dropout.rate(), 1e-12);
	}

	@Test
	void dropoutThatNothingComesOf() {
		LayerGraph graph = read(InputType.convolutional(6, 6, 2), new SubsamplingLayer.Builder(2, 2).dropOut(0.5).build(), //
			new ConvolutionLayer.Builder(2, 2).nOut(2).dropOut(new SpatialDropout(0.75)).build(), new BatchNormalization.Builder().build());
		assertEquals(List.of("input", "layer0", "layer1 dropout", "layer1", "layer2"), names(graph));
		assertDropout(Noise.SPATIAL_DROPOUT, 0.25, graph.layer("layer1 dropout"));
		LayerGraph scheduled = read(InputType.feedForward(3), new DropoutLayer.Builder(new Dropout(new MapSchedule.Builder(ScheduleType.EPOCH).add(0, 0.5).build()))
			.build());
		assertEquals(new Operation.Identity(), scheduled.layer("layer0").operation());
		assertTrue(scheduled.layer("layer0").note().contains("schedule"), scheduled.layer("layer0").note());
	}

	@Test
	void batchNormalizationKeepsWhichNumbersTrain() {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(6, 6, 3, CNN2DFormat.NHWC),
			new BatchNormalization.Builder().dataFormat(CNN2DFormat.NHWC).activation(Activation.SIGMOID).eps(0.002).build());
		Layer layer = Saved.read(network, folder).layer("layer0");
		assertEquals(new Operation.BatchNormalization(0.002), layer.operation());
		assertEquals(List.of("gamma", "beta", "mean", "variance"), List.copyOf(layer.weights().keySet()));
		assertEquals(List.of(true, true, false, false), layer.weights().values().stream().map(Weight::trainable).toList());
		assertVector(network.getParam("0_beta"), layer.weight("beta"));
		assertVector(network.getParam("0_mean"), layer.weight("mean"));
		assertTrue(layer.activation().isLinear());
		assertTrue(layer.note().contains("ActivationSigmoid, is never applied"), layer.note());
	}

	@Test
	void frozenWeightsDoNotTrain() {
		LayerGraph graph = read(InputType.feedForward(6), new FrozenLayer(new DenseLayer.Builder().nIn(6).nOut(5).dropOut(0.5).build()), //
			new DenseLayer.Builder().nOut(2).build());
		assertEquals(List.of("input", "layer0", "layer1"), names(graph));
		assertEquals("DenseLayer", graph.layer("layer0").type());
		assertEquals(35, graph.layer("layer0").parameters());
		assertEquals(0, graph.layer("layer0").trainable());
		assertEquals(12, graph.layer("layer1").trainable());
		assertTrue(graph.layer("layer0").note().contains("frozen"), graph.layer("layer0").note());
	}

	/** [sequence, time] of numbers; the layer for single numbers gives no time. */
	@Test
	void tables() {
		MultiLayerNetwork single = Saved.chain(null, new EmbeddingLayer.Builder().nIn(4).nOut(3).build());
		LayerGraph graph = Saved.read(single, folder);
		assertEquals(List.of("input", "layer0", "layer0 flatten"), names(graph));
		assertArrayEquals(new int[] { 1 }, ((Operation.Input) graph.inputs().get(0).operation()).shape());
		assertEquals(List.of("layer0 flatten"), graph.outputs());
		INDArray expected = single.getParam("0_W");
		Tensor rows = graph.layer("layer0").weight("embeddings");
		assertArrayEquals(new int[] { 4, 3 }, rows.shape());
		for (int i = 0; i < 12; i++)
			assertEquals(expected.getFloat(i / 3, i % 3), rows.values()[i]);
		LayerGraph sequence = Saved.read(Saved.chain(null, new EmbeddingSequenceLayer.Builder().nIn(4).nOut(3).build()), folder);
		assertEquals(new Operation.Embedding(4, 3), sequence.layer("layer0").operation());
		assertArrayEquals(new int[] { -1 }, ((Operation.Input) sequence.inputs().get(0).operation()).shape());
	}

	/** The weights of what follows a layer that cannot be computed are still its own. */
	@Test
	void unsupportedLayersKeepTheirPlace() {
		MultiLayerNetwork network = Saved.chain(InputType.recurrent(3, 5), new GravesLSTM.Builder().name("old").nOut(4).activation(Activation.TANH).build(),
			new Bidirectional(Bidirectional.Mode.CONCAT, new LSTM.Builder().nOut(2).activation(Activation.TANH).build()),
			new DenseLayer.Builder().name("dense").nOut(2).build());
		LayerGraph graph = Saved.read(network, folder);
		assertUnsupported("Layer old is a GravesLSTM of DeepLearning4J, which the Inspector cannot compute", graph.layer("old"));
		assertUnsupported("is a Bidirectional of DeepLearning4J", graph.layers().get(2));
		assertVector(network.getParam("2_b"), graph.layer("dense").weight("bias"));
	}

	private static void assertUnsupported(String reason, Layer layer) {
		String said = ((Operation.Unsupported) layer.operation()).reason();
		assertTrue(said.contains(reason), said);
	}

	/** One layer whose numbers nobody counts has what the others leave. */
	@Test
	void oneUnknownLayerHasTheRest() {
		MultiLayerNetwork network = Saved.chain(null, new DenseLayer.Builder().nIn(6).nOut(5).build(), //
			new VariationalAutoencoder.Builder().nIn(5).nOut(3).encoderLayerSizes(4).decoderLayerSizes(4).build(), new DenseLayer.Builder().nIn(3).nOut(2).build());
		LayerGraph graph = Saved.read(network, folder);
		assertUnsupported("VariationalAutoencoder", graph.layer("layer1"));
		assertVector(network.getParam("0_b"), graph.layer("layer0").weight("bias"));
		assertVector(network.getParam("2_b"), graph.layer("layer2").weight("bias"));
	}

	@Test
	void layersWithoutWeightsThatCannotBeComputed() {
		LayerGraph graph = read(InputType.convolutional(6, 6, 3), new LocalResponseNormalization.Builder().build(), new SubsamplingLayer.Builder(
			SubsamplingLayer.PoolingType.PNORM, new int[] { 2, 2 }, new int[] { 2, 2 }).pnorm(2).build(), new ConvolutionLayer.Builder(2, 2).nOut(2).build());
		assertUnsupported("LocalResponseNormalization", graph.layer("layer0"));
		assertUnsupported("pools by a norm", graph.layer("layer1"));
		assertEquals(26, graph.layer("layer2").parameters());
		LayerGraph multiplied = read(InputType.feedForward(6), new ElementWiseMultiplicationLayer.Builder().nIn(6).nOut(6).build(), new DenseLayer.Builder().nOut(2)
			.hasLayerNorm(true).build());
		assertUnsupported("ElementWiseMultiplicationLayer", multiplied.layer("layer0"));
		assertUnsupported("normalises each row", multiplied.layer("layer1"));
	}

	@Test
	void notesTellWhatIsOtherwise() {
		LayerGraph graph = read(InputType.feedForward(6), new DenseLayer.Builder().nOut(3).activation(new ActivationRReLU(0.1, 0.3)).build(), new OutputLayer.Builder(
			LossFunction.MSE).nOut(2).build());
		assertEquals(new tintype.inspect.Activation.RandomRelu(0.1, 0.3, false, 0.2), graph.layer("layer0").activation());
		assertTrue(graph.layer("layer0").note().contains("by mistake"), graph.layer("layer0").note());
		assertEquals("It was trained with the loss MSE.", graph.layer("layer1").note());
		Layer softmax = read(InputType.convolutional(6, 6, 3), new ConvolutionLayer.Builder(2, 2).nOut(2).build(), new ActivationLayer(Activation.SOFTMAX)).layer("layer1");
		assertTrue(softmax.note().contains("not over the channels"), softmax.note());
	}

	/** Two layers of one name, as the file may have. */
	@Test
	void namesBecomeUnique() {
		LayerGraph graph = read(InputType.feedForward(6), new DenseLayer.Builder().name("same").nOut(3).build(), new DenseLayer.Builder().name("same").nOut(2).build(),
			new LossLayer.Builder().name("input").build());
		assertEquals(List.of("input", "same", "same (2)", "input (2)"), names(graph));
		assertEquals(6 * 3 + 3, graph.layer("same").parameters());
		assertEquals(List.of("same"), graph.layer("same (2)").inputs());
	}

	@Test
	void slopesOfEachElementAreInTheGraphsOrder() {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(4, 5, 3), new PReLULayer.Builder().inputShape(3, 4, 5).build());
		INDArray expected = network.getParam("0_W");
		Tensor alpha = Saved.read(network, folder).layer("layer0").weight("alpha");
		assertArrayEquals(new int[] { 4, 5, 3 }, alpha.shape());
		for (int i = 0; i < 60; i++)
			assertEquals(expected.getFloat(i % 3, i / 15, i / 3 % 5), alpha.values()[i]);
	}

	@Test
	void doublesAreRounded() {
		MultiLayerNetwork network = new MultiLayerNetwork(Saved.settings().dataType(DataType.DOUBLE).updater(new NoOp()).list() //
			.layer(new DenseLayer.Builder().nIn(3).nOut(2).build()).build());
		network.init();
		Layer layer = Saved.read(network, folder).layer("layer0");
		assertEquals((float) network.getParam("0_W").getDouble(2, 1), layer.weight("kernel").at(2, 1));
		assertFalse(layer.weight("kernel").at(2, 1) == 0);
	}
}
