package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class ChannelPReLUTest {

	@BeforeEach
	void start() {
		Backend.start();
	}

	@Test
	void everyChannelHasItsOwnAlpha() {
		ComputationGraph network = ColorNet.create(24, Nonlinearity.PRELU, false, 1, new Sgd(1));
		int channels = 0;
		for (var layer : network.getLayers())
			if (layer instanceof ChannelPReLULayer) {
				channels += 3;
				assertArrayEquals(new long[] { channels }, layer.getParam("W").shape());
				assertEquals(Nd4j.valueArrayOf(new long[] { channels }, 0.25, DataType.FLOAT), layer.getParam("W"));
			}
		assertEquals(21, channels);
	}

	/** Towards other alphas for the same input. */
	@Test
	void eachAlphaIsLearned() {
		MultiLayerNetwork network = perUnit(3);
		INDArray input = Nd4j.createFromArray(new float[][] { { -1, -2, -1 }, { -2, -1, 3 }, { 2, 1, -3 } });
		for (int i = 0; i < 400; i++)
			network.fit(new DataSet(input, targets(input, 0.1f, 0.5f, 0.25f)));
		assertArrayEquals(new float[] { 0.1f, 0.5f, 0.25f }, network.getLayer(0).getParam("W").toFloatVector(), 1e-2f);
	}

	private static INDArray targets(INDArray input, float... alpha) {
		INDArray target = input.dup();
		for (int row = 0; row < input.rows(); row++)
			for (int c = 0; c < input.columns(); c++)
				if (input.getFloat(row, c) < 0) target.putScalar(row, c, alpha[c] * input.getFloat(row, c));
		return target;
	}

	private static MultiLayerNetwork perUnit(int units) {
		MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().updater(new Adam(0.01)).list() //
			.layer(new ChannelPReLU(units)) //
			.layer(new LossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build()).build());
		network.init();
		return network;
	}

	@Test
	void anySizeAndTheInputStaysAsItIs() {
		MultiLayerNetwork network = perUnit(3);
		network.setParamTable(Map.of("0_W", Nd4j.createFromArray(0.1f, 0.2f, 0.5f)));
		for (int edge : new int[] { 1, 4, 9 }) {
			INDArray input = Nd4j.valueArrayOf(new long[] { 2, 3, edge, edge + 1 }, -10, DataType.FLOAT);
			INDArray output = network.feedForwardToLayer(0, input, false).get(1);
			for (int c = 0; c < 3; c++)
				assertEquals(new double[] { -1, -2, -5 }[c], output.getDouble(1, c, edge - 1, edge), 1e-6);
			assertEquals(-10, input.maxNumber().doubleValue());
		}
	}

	@Test
	void survivesTheConfiguration() {
		MultiLayerConfiguration configuration = perUnit(3).getLayerWiseConfigurations();
		assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));
		MultiLayerNetwork read = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration.toJson()));
		read.init();
		assertEquals(ChannelPReLULayer.class, read.getLayer(0).getClass());
	}
}
