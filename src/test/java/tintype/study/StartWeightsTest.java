package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Backend;

class StartWeightsTest {

	private static final LabelledImages IMAGES = Blobs.data(3, 1).training();

	/** The same draws for all activations, with and without batch normalisation, up to the gain. */
	@ParameterizedTest
	@EnumSource(StudyNetwork.class)
	void differByTheGainOnly(StudyNetwork network) {
		float[][] relu = weights(network, StudyActivation.RELU, false, 1);
		for (StudyActivation activation : List.of(StudyActivation.PRELU, StudyActivation.RRELU_OF_POST, StudyActivation.ELU)) {
			float[][] other = weights(network, activation, true, 1);
			assertEquals(relu.length, other.length);
			assertArrayEquals(relu[0], other[0]);
			double gain = Math.sqrt(0.5 / activation.secondMoment());
			for (int layer = 1; layer < relu.length; layer++)
				for (int i = 0; i < relu[layer].length; i++)
					assertEquals(gain * relu[layer][i], other[layer][i], 1e-6);
		}
		assertNotEquals(relu[0][0], weights(network, StudyActivation.RELU, false, 2)[0][0]);
	}

	@Test
	void haveTheDeviationOfHe() {
		float[][] weights = weights(StudyNetwork.MLP, StudyActivation.RELU, false, 1);
		assertEquals(Math.sqrt(1 / 144.0), deviation(weights[0]), 1e-3);
		assertEquals(Math.sqrt(2 / 1024.0), deviation(weights[1]), 1e-3);
		assertEquals(Math.sqrt(2 / 128.0), deviation(weights[2]), 1e-2);
	}

	/** A standard normal signal, through a layer of each activation in training and the sums behind it. */
	@ParameterizedTest
	@EnumSource(StudyActivation.class)
	void keepTheSizeOfTheSignal(StudyActivation activation) {
		Backend.start();
		try (StudyLearner learner = learner(StudyNetwork.MLP, activation, false, 1)) {
			// a new network leaves ND4J with a seed of its own
			Nd4j.getRandom().setSeed(1);
			var network = learner.network();
			network.getLayer(0).getParam("W").assign(Nd4j.randn(DataType.FLOAT, 144, 1024).muli(1 / 12.0));
			double[] sizes = new double[60];
			for (int i = 0; i < sizes.length; i++) {
				INDArray sums = network.feedForwardToLayer(2, Nd4j.randn(DataType.FLOAT, 100, 144), true).get(3);
				sizes[i] = sums.mul(sums).meanNumber().doubleValue();
			}
			assertEquals(1, Arrays.stream(sizes).average().orElseThrow(), 0.15);
		}
	}

	private static double deviation(float[] values) {
		double squares = 0;
		for (float value : values)
			squares += value * value;
		return Math.sqrt(squares / values.length);
	}

	private static StudyLearner learner(StudyNetwork network, StudyActivation activation, boolean batchNorm, long seed) {
		return new StudyLearner(StudySettings.defaults().withNetwork(network), IMAGES, activation, batchNorm, seed);
	}

	/** Of each layer that multiplies; biases are 0. */
	private static float[][] weights(StudyNetwork network, StudyActivation activation, boolean batchNorm, long seed) {
		try (StudyLearner learner = learner(network, activation, batchNorm, seed)) {
			learner.network().paramTable().forEach((name, values) -> {
				if (name.endsWith("_b")) assertEquals(0, values.amaxNumber().doubleValue());
			});
			return learner.network().paramTable().entrySet().stream().filter(entry -> entry.getKey().endsWith("_W") && entry.getValue().rank() > 1) //
				.map(entry -> entry.getValue().dup('c').reshape(-1).toFloatVector()).toArray(float[][]::new);
		}
	}
}
