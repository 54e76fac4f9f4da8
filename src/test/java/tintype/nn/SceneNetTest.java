package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;

class SceneNetTest {

	private static final int BINS = 9;

	@ParameterizedTest
	@ValueSource(ints = { 98, 313 })
	void isSmall(int bins) {
		assertTrue(SceneNet.parameterCount(bins, Nonlinearity.RELU, true) <= 3_000_000);
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void parametersAreCountedBeforehand(Nonlinearity activation, boolean batchNorm) {
		Backend.start();
		assertEquals(SceneNet.create(BINS, activation, batchNorm, 1, new NoOp()).numParams(),
			SceneNet.parameterCount(BINS, activation, batchNorm));
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void yieldsADistributionPerCell(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = SceneNet.create(BINS, activation, batchNorm, 1, new NoOp());
		try (INDArray logits = ForwardPass.logits(network, Nd4j.rand(DataType.FLOAT, 2, 1, 48, 32), Progress.NONE)) {
			assertArrayEquals(new long[] { 2, BINS, 12, 8 }, logits.shape());
			assertTrue(Double.isFinite(logits.sumNumber().doubleValue()));
			assertTrue(logits.stdNumber().doubleValue() > 1e-3, "the signal lives");
		}
	}

	/** What happens in a corner is known in the opposite one. */
	@Test
	void seesTheWholeScene() {
		ComputationGraph network = SceneNet.create(BINS, Nonlinearity.RELU, false, 1, new NoOp());
		INDArray scene = Nd4j.rand(DataType.FLOAT, 1, 1, 256, 256);
		double before = farCorner(network, scene.dup());
		for (int i = 0; i < 16 * 16; i++)
			scene.putScalar(new int[] { 0, 0, i / 16, i % 16 }, 1);
		assertTrue(Math.abs(before - farCorner(network, scene)) > 1e-6);
	}

	private static double farCorner(ComputationGraph network, INDArray scene) {
		try (INDArray logits = ForwardPass.logits(network, scene, Progress.NONE)) {
			return logits.getDouble(0, 0, 63, 63);
		}
	}

	/** Run vertex by vertex, maps freed on the way, as DeepLearning4J runs it whole. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void oneWayThroughIsTheSame(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = SceneNet.create(BINS, activation, batchNorm, 1, new NoOp());
		INDArray scene = Nd4j.rand(DataType.FLOAT, 1, 1, 32, 32);
		float[] expected = Tensors.toFloats(network.feedForward(scene.dup(), false).get(SceneNet.LOGITS));
		try (INDArray logits = ForwardPass.logits(network, scene.dup(), Progress.NONE)) {
			assertArrayEquals(expected, Tensors.toFloats(logits), 1e-5f);
		}
	}

	/** Every training begins with the shares of the bins. */
	@Test
	void beginsWithWhatIsExpected() {
		double[] shares = { 0.5, 0.2, 0.1, 0.1, 0.05, 0.02, 0.01, 0.01, 0.01 };
		ComputationGraph network = SceneNet.create(BINS, Nonlinearity.RELU, true, 1, new NoOp());
		SceneNet.expect(network, shares);
		try (INDArray logits = ForwardPass.logits(network, Nd4j.rand(DataType.FLOAT, 1, 1, 16, 16), Progress.NONE)) {
			float[] p = new BinMap(TestModels.grid(BINS), 4, 4, Tensors.toFloats(logits)).probabilities();
			for (int bin = 0; bin < BINS; bin++)
				assertEquals(shares[bin], p[bin * 16], 0.25 * shares[bin], "bin " + bin);
		}
	}

	/** Skips, scene features and all. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void gradientsAreDifferences(boolean batchNorm) {
		Backend.start();
		DataType usual = Nd4j.dataType();
		try {
			Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
			Nd4j.getRandom().setSeed(5);
			var configuration = SceneNet.configuration(BINS, Nonlinearity.ELU, batchNorm, 3, new NoOp());
			configuration.setDataType(DataType.DOUBLE);
			ComputationGraph network = new ComputationGraph(configuration);
			network.init();
			INDArray labels = Nd4j.rand(DataType.DOUBLE, 1, BINS, 8, 8);
			DataSet batch = new DataSet(Nd4j.rand(DataType.DOUBLE, 1, 1, 32, 32).muli(2).subi(1), labels.div(labels.sum(true, 1)));
			Slopes.assertAsBackPropagated(network, batch, () -> {});
		}
		finally {
			Nd4j.setDefaultDataTypes(usual, usual);
		}
	}
}
