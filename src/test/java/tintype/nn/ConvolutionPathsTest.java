package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;

import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The three ways to compute the network agree: oneDNN, DeepLearning4J's own
 * convolution, and its definition. So each layer is fed the activation of the
 * one before it, the last one too.
 */
class ConvolutionPathsTest {

	/** float32 sums of up to 9 x 14 products, eight times. */
	private static final double TOLERANCE = 2e-5;

	@ParameterizedTest
	@CsvSource({ "8, 19, 21", "9, 17, 17", "16, 24, 18" })
	void logitsAreAsDefined(int bins, int height, int width) {
		Random random = new Random(bins);
		double[][] picture = new double[height][width];
		for (double[] row : picture)
			for (int x = 0; x < width; x++)
				row[x] = 2 * random.nextDouble() - 1;
		ComputationGraph fast = network(bins);
		ComputationGraph plain = withoutHelpers(bins);
		double[][][] expected = new PlainConvolutions(fast).logits(picture);
		INDArray input = Nd4j.create(picture).castTo(DataType.FLOAT).reshape(1, 1, height, width);
		assertLogits(expected, logits(fast, input));
		assertLogits(expected, logits(plain, input));
	}

	private static void assertLogits(double[][][] expected, INDArray actual) {
		for (int q = 0; q < expected.length; q++)
			for (int y = 0; y < expected[q].length; y++)
				for (int x = 0; x < expected[q][y].length; x++)
					assertEquals(expected[q][y][x], actual.getDouble(0, q, y, x), TOLERANCE, "bin " + q + " at " + x + ", " + y);
	}

	@Test
	void gradientsAgree() {
		DataSet batch = batch();
		ComputationGraph fast = network(9);
		ComputationGraph plain = withoutHelpers(9);
		computeGradientAndScore(fast, batch);
		computeGradientAndScore(plain, batch);
		assertEquals(plain.score(), fast.score(), 1e-6 * plain.score());
		INDArray expected = plain.gradient().gradient(), actual = fast.gradient().gradient();
		double largest = expected.amaxNumber().doubleValue();
		assertEquals(0, expected.sub(actual).amaxNumber().doubleValue() / largest, 1e-5);
	}

	private static void computeGradientAndScore(ComputationGraph network, DataSet batch) {
		network.setInputs(batch.getFeatures());
		network.setLabels(batch.getLabels());
		network.computeGradientAndScore();
	}

	@Test
	void everyConvolutionUsesOneDnn() {
		assumeTrue(Backend.hasOneDnn(), "the natives of this platform hold no oneDNN");
		ComputationGraph network = network(8);
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++)
			assertNotNull(((ConvolutionLayer) network.getLayer(i)).getHelper(), "layer " + i);
	}

	/** Double precision has no fast path; gradient checks need it. */
	@Test
	void doublePrecisionStaysPlain() {
		Backend.start();
		var configuration = ColorNet.configuration(8, Nonlinearity.RELU, false, 1, new NoOp());
		configuration.setDataType(DataType.DOUBLE);
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		assertEquals(null, Backend.accelerated(network).getLayer(0).getHelper());
	}

	private static ComputationGraph network(int bins) {
		ComputationGraph network = ColorNet.create(bins, Nonlinearity.RELU, false, 11, new NoOp());
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++)
			network.getLayer(i).getParam("b").assign(0.1 * i - 0.3);
		return network;
	}

	private static ComputationGraph withoutHelpers(int bins) {
		ComputationGraph plain = new ComputationGraph(ColorNet.configuration(bins, Nonlinearity.RELU, false, 11, new NoOp()));
		plain.init();
		ComputationGraph same = network(bins);
		plain.setParams(same.params());
		assertEquals(null, plain.getLayer(0).getHelper());
		return plain;
	}

	private static INDArray logits(ComputationGraph network, INDArray input) {
		return network.feedForward(input, false).get(Integer.toString(ColorNet.CONVOLUTIONS - 1));
	}

	private static DataSet batch() {
		Nd4j.getRandom().setSeed(3);
		INDArray labels = Nd4j.rand(DataType.FLOAT, 2, 9, 8, 8);
		return new DataSet(Nd4j.rand(DataType.FLOAT, 2, 1, 24, 24).mul(2).sub(1), labels.div(labels.sum(true, 1)));
	}
}
