package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Which networks go the fast way, and that the others go DeepLearning4J's. */
class ConvolutionStackTest {

	@BeforeEach
	void start() {
		Backend.start();
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void allNetworksOfThePostsAre(Nonlinearity activation, boolean batchNorm) {
		ConvolutionStack stack = ConvolutionStack.of(TestModels.network(9, activation, batchNorm)).orElseThrow();
		assertEquals(ColorNet.CONVOLUTIONS, stack.size());
		boolean draws = activation == Nonlinearity.RRELU || activation == Nonlinearity.RRELU_MULTIPLIED;
		assertEquals(!batchNorm && !draws, stack.trains());
	}

	@Test
	void thatWithTheSceneIsNot() {
		assertEquals(false, ConvolutionStack.of(SceneNet.create(9, Nonlinearity.RELU, false, 1, new NoOp())).isPresent());
	}

	private static boolean isStack(ConvolutionLayer.Builder second, LossFunction loss, DataType type) {
		return ConvolutionStack.of(network(second, loss, type)).isPresent();
	}

	private static ComputationGraph network(ConvolutionLayer.Builder second, LossFunction loss, DataType type) {
		ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder().dataType(type).updater(new NoOp()).graphBuilder() //
			.addInputs("in") //
			.addLayer("0", plain(1, 4).activation(Activation.RELU).build(), "in") //
			.addLayer("1", second.build(), "0") //
			.addLayer("loss", new CnnLossLayer.Builder(loss).activation(Activation.SOFTMAX).build(), "1").setOutputs("loss").build());
		network.init();
		return network;
	}

	private static ConvolutionLayer.Builder plain(int in, int out) {
		return new ConvolutionLayer.Builder(3, 3).nIn(in).nOut(out).convolutionMode(ConvolutionMode.Truncate).activation(Activation.IDENTITY);
	}

	@Test
	void othersAreNot() {
		LossFunction entropy = LossFunction.MCXENT;
		assertEquals(true, isStack(plain(4, 5), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5), entropy, DataType.DOUBLE));
		assertEquals(false, isStack(plain(4, 5), LossFunction.MSE, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).stride(2, 2), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).dilation(2, 2), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).kernelSize(5, 5), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).padding(1, 1), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).convolutionMode(ConvolutionMode.Same), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).dataFormat(CNN2DFormat.NHWC), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).dropOut(0.5), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).activation(Activation.TANH), entropy, DataType.FLOAT));
		assertEquals(false, isStack(plain(4, 5).activation(Activation.RELU), entropy, DataType.FLOAT));
	}

	@Test
	void regularisedOnesTrainTheOtherWay() {
		ComputationGraph network = network(plain(4, 5).l2(0.1), LossFunction.MCXENT, DataType.FLOAT);
		assertEquals(false, ConvolutionStack.of(network).orElseThrow().trains());
	}

	/** Where one of the layers draws or normalises, a step is DeepLearning4J's to the last bit. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void whatDoesNotTrainFastTrainsAsEver(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph own = ColorNet.create(9, activation, batchNorm, 3, new Adam(1e-3));
		if (ConvolutionStack.of(own).orElseThrow().trains()) return;
		ComputationGraph plain = new ComputationGraph(ColorNet.configuration(9, activation, batchNorm, 3, new Adam(1e-3)));
		plain.init();
		assertEquals(step(Backend.accelerated(plain)), step(own));
	}

	private static INDArray step(ComputationGraph network) {
		Nd4j.getRandom().setSeed(4);
		INDArray input = Nd4j.rand(DataType.FLOAT, 2, 1, 21, 20), labels = Nd4j.rand(DataType.FLOAT, 2, 9, 5, 4);
		network.fit(new INDArray[] { input }, new INDArray[] { labels.div(labels.sum(true, 1).broadcast(labels.shape())) });
		return network.params();
	}

	/** A network with a listener tells it each layer's activations, so all layers must have them. */
	@Test
	void listenersHearOfEveryPass() {
		ComputationGraph network = ColorNet.create(9, Nonlinearity.RELU, false, 3, new Adam(1e-3));
		int[] heard = { 0 };
		network.setListeners(new org.deeplearning4j.optimize.api.BaseTrainingListener() {

			@Override
			public void onForwardPass(org.deeplearning4j.nn.api.Model model, java.util.Map<String, INDArray> activations) {
				heard[0] += activations.size();
			}
		});
		step(network);
		assertEquals(true, heard[0] >= ColorNet.CONVOLUTIONS, "heard of " + heard[0]);
	}
}
