package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Gradients and logits of the networks that {@link tintype.nn.winograd} takes, against
 * DeepLearning4J's in double precision.
 */
class WinogradGradientsTest {

	private static final double LARGEST_GRADIENT_DIFFERS = 1e-6;
	private static final double LARGEST_LOGIT_DIFFERS = 1e-5;

	private int bins;
	private Nonlinearity activation;

	@BeforeEach
	void start() {
		Backend.start();
		Nd4j.getRandom().setSeed(6);
	}

	/** Patches whose edges are no multiples of 4, bins that are none of 16. */
	@ParameterizedTest
	@CsvSource({ "ELU, 64, 2, 13, 13", "ELU, 41, 9, 6, 3", "ELU, 100, 1, 16, 11", "VERY_LEAKY, 33, 3, 7, 5", "PRELU, 33, 3, 5, 6", "RELU, 40, 6, 9, 9" })
	void areThoseOfDoublePrecision(Nonlinearity curve, int count, int batch, int width, int height) {
		bins = count;
		activation = curve;
		INDArray input = rounded(Nd4j.rand(DataType.DOUBLE, batch, 1, height + 16, width + 16).muli(2).subi(1));
		INDArray labels = Nd4j.rand(DataType.DOUBLE, batch, bins, height, width);
		labels = rounded(labels.mul(labels).mul(labels).divi(labels.mul(labels).mul(labels).sum(true, 1).broadcast(labels.shape())));
		INDArray mask = rounded(Nd4j.rand(DataType.DOUBLE, batch, 1, height, width).divi(width * height));
		ComputationGraph single = single(), twice = twice(single);
		try {
			assertTrue(ConvolutionStack.of(single).orElseThrow().trains());
			compute(single, input, labels, mask, DataType.FLOAT);
			compute(twice, input, labels, mask, DataType.DOUBLE);
			assertEquals(twice.score(), single.score(), 1e-6 * twice.score());
			double largest = twice.gradient().gradient().amaxNumber().doubleValue();
			twice.gradient().gradientForVariable().forEach((name, expected) -> assertEquals(0,
				expected.sub(single.gradient().getGradientFor(name).castTo(DataType.DOUBLE)).amaxNumber().doubleValue() / largest,
				LARGEST_GRADIENT_DIFFERS, name));
			assertLogits(single, twice, input);
		}
		finally {
			single.close();
			twice.close();
		}
	}

	private static void assertLogits(ComputationGraph single, ComputationGraph twice, INDArray input) {
		var activations = twice.feedForward(input, false);
		INDArray expected = activations.get(Integer.toString(twice.getLayers().length - 2));
		int width = (int) expected.size(3), height = (int) expected.size(2);
		float[] first = Tensors.toFloats(input.castTo(DataType.FLOAT).tensorAlongDimension(0, 1, 2, 3).dup('c'));
		try (var chain = new tintype.nn.winograd.Chain(ConvolutionStack.of(single).orElseThrow().layers())) {
			float[] actual = new float[(int) expected.size(1) * height * width];
			tintype.nn.winograd.Forward.logits(chain, first, width, height, 2, () -> {}, actual);
			INDArray difference = Nd4j.createFromArray(actual).castTo(DataType.DOUBLE).subi(expected.tensorAlongDimension(0, 1, 2, 3).dup('c').ravel());
			assertEquals(0, difference.amaxNumber().doubleValue() / expected.amaxNumber().doubleValue(), LARGEST_LOGIT_DIFFERS);
		}
	}

	private static INDArray rounded(INDArray values) {
		return values.castTo(DataType.FLOAT);
	}

	private static void compute(ComputationGraph network, INDArray input, INDArray labels, INDArray mask, DataType type) {
		network.setInputs(input.castTo(type));
		network.setLabels(labels.castTo(type));
		network.setLayerMaskArrays(null, new INDArray[] { mask.castTo(type) });
		network.computeGradientAndScore();
	}

	private ComputationGraph single() {
		return TestModels.network(bins, activation, false);
	}

	private ComputationGraph twice(ComputationGraph single) {
		var configuration = ColorNet.configuration(bins, activation, false, 7, new NoOp());
		configuration.setDataType(DataType.DOUBLE);
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		network.setParams(single.params().castTo(DataType.DOUBLE));
		return network;
	}
}
