package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Training steps of {@link SceneNet} as a whole, against DeepLearning4J's. */
class SceneGradientsTest {

	/** Of the largest gradient. */
	private static final double DIFFERENCE = 1e-5;

	private final List<ComputationGraph> made = new ArrayList<>();

	@BeforeEach
	void requireCpu() {
		Backend.start();
		assumeTrue(Backend.hasFastProducts(), "Needs a CPU and OpenBLAS");
	}

	@AfterEach
	void close() {
		made.forEach(ComputationGraph::close);
	}

	private ComputationGraph made(ComputationGraph network) {
		made.add(network);
		return network;
	}

	@ParameterizedTest
	@CsvSource({ "ELU, false", "ELU, true", "VERY_LEAKY, false", "VERY_LEAKY, true", "RELU, false", "RELU, true" })
	void areThoseOfDoublePrecision(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph single = made(SceneStep.network(activation, batchNorm));
		ComputationGraph twice = made(SceneStep.inDouble(activation, batchNorm));
		SceneStep.compute(single, SceneStep.batch(2));
		SceneStep.compute(twice, SceneStep.batch(2));
		assertEquals(twice.score(), single.score(), 1e-6 * twice.score());
		assertSameButMoments(twice, single);
	}

	private static void assertSameButMoments(ComputationGraph expected, ComputationGraph actual) {
		double largest = expected.gradient().gradient().amaxNumber().doubleValue();
		assertEquals(expected.gradient().gradientForVariable().keySet(), actual.gradient().gradientForVariable().keySet());
		expected.gradient().gradientForVariable().forEach((name, gradient) -> {
			if (isMoment(name)) return;
			INDArray difference = gradient.sub(actual.gradient().getGradientFor(name).castTo(DataType.DOUBLE));
			assertEquals(0, difference.amaxNumber().doubleValue() / largest, DIFFERENCE, name);
		});
	}

	/** How far the running moments move is no gradient. */
	private static boolean isMoment(String name) {
		return name.endsWith("_mean") || name.endsWith("_log10stdev");
	}

	@Test
	void runningMomentsMoveAsInLayers() {
		ComputationGraph whole = made(SceneStep.network(Nonlinearity.RELU, true));
		ComputationGraph layers = made(SceneStep.byLayers(Nonlinearity.RELU, true));
		SceneStep.compute(whole, SceneStep.batch(3));
		SceneStep.compute(layers, SceneStep.batch(3));
		List<String> moments = layers.gradient().gradientForVariable().keySet().stream().filter(SceneGradientsTest::isMoment).toList();
		assertEquals(22, moments.size());
		for (String name : moments) {
			INDArray expected = layers.gradient().getGradientFor(name), actual = whole.gradient().getGradientFor(name);
			assertEquals(0, expected.sub(actual).amaxNumber().doubleValue(), 1e-5 * expected.amaxNumber().doubleValue(), name);
		}
	}

	/** The memory of larger batches serves smaller ones. */
	@Test
	void batchesMayDiffer() {
		ComputationGraph fresh = made(SceneStep.network(Nonlinearity.RELU, true));
		ComputationGraph used = made(SceneStep.network(Nonlinearity.RELU, true));
		SceneStep.compute(fresh, SceneStep.batch(2));
		for (int patches : new int[] { 4, 3, 2 })
			SceneStep.compute(used, SceneStep.batch(patches));
		assertArrayEquals(gradient(fresh), gradient(used));
	}

	private static float[] gradient(ComputationGraph network) {
		return Tensors.toFloats(network.gradient().gradient());
	}

	@Test
	void areTheSameOnOneThread() {
		ComputationGraph network = made(SceneStep.network(Nonlinearity.RELU, true));
		SceneStep.compute(network, SceneStep.batch(5));
		float[] expected = gradient(network);
		try (SingleThreads alone = new SingleThreads()) {
			SceneStep.compute(network, SceneStep.batch(5));
		}
		assertArrayEquals(expected, gradient(network));
	}

	/** The way there and back with weights that change. */
	@Test
	void sameStartSameSteps() {
		float[][] weights = new float[2][];
		for (int run = 0; run < weights.length; run++) {
			ComputationGraph network = made(SceneNet.create(SceneStep.BINS, Nonlinearity.RELU, true, 3, new Adam(1e-3)));
			for (int step = 0; step < 3; step++)
				network.fit(SceneStep.batch(2));
			weights[run] = Tensors.toFloats(network.params());
		}
		assertArrayEquals(weights[0], weights[1]);
	}

	/** What draws or learns in an activation, and edges that are not halved evenly, are DeepLearning4J's. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void leaveTheRestToLayers(Nonlinearity activation, boolean batchNorm) {
		boolean plain = switch (activation) {
			case RELU, LRELU, VERY_LEAKY, ELU -> true;
			case PRELU, RRELU, RRELU_MULTIPLIED -> false;
		};
		ComputationGraph network = made(SceneStep.network(activation, batchNorm));
		SceneGradients gradients = new SceneGradients(network);
		assertEquals(plain, gradients.isPossible(Nd4j.zeros(DataType.FLOAT, 2, 1, 48, 32)));
		assertEquals(false, gradients.isPossible(Nd4j.zeros(DataType.FLOAT, 2, 1, 48, 40)));
		SceneStep.compute(network, SceneStep.batch(1));
		assertTrue(Double.isFinite(network.score()));
	}

	/** Most of what they keep is 36 numbers for each filter, 27 MB. */
	@Test
	void freeTheirMemoryWithTheNetwork() {
		ComputationGraph network = SceneStep.network(Nonlinearity.RELU, true);
		long before = Pointer.totalBytes();
		SceneStep.compute(network, SceneStep.batch(2));
		long kept = Pointer.totalBytes() - before;
		network.close();
		long freed = before + kept - Pointer.totalBytes();
		assertTrue(kept > 30e6 && freed >= 0.98 * kept, kept + " bytes kept, " + freed + " freed");
	}
}
