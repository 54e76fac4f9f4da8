package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;

class SceneForwardTest {

	private static final int BINS = 9;

	/** Of the largest logit. */
	private static final double DIFFERENCE = 1e-5;

	/** Bytes that ND4J uses to describe shapes; they wait for the collector. The weights alone take a thousand times as much. */
	private static final long SMALL = 30_000;

	static Stream<Arguments> kindsWithOneCurve() {
		return TestModels.kinds().filter(kind -> kind.get()[0] != Nonlinearity.PRELU);
	}

	/** Its running moments are those of no batch. */
	private static ComputationGraph network(Nonlinearity activation, boolean batchNorm, DataType type) {
		Backend.start();
		var configuration = SceneNet.configuration(BINS, activation, batchNorm, 3, new NoOp());
		configuration.setDataType(type);
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		return network;
	}

	private static ComputationGraph single(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = network(activation, batchNorm, DataType.FLOAT);
		try (INDArray shift = Nd4j.createUninitialized(DataType.FLOAT, network.params().shape())) {
			for (long i = 0; i < shift.length(); i++)
				shift.putScalar(i, 0.02 * Math.sin(i));
			network.params().addi(shift);
		}
		return network;
	}

	private static INDArray pictures(int height, int width) {
		Nd4j.getRandom().setSeed(4);
		return Nd4j.rand(DataType.FLOAT, 2, 1, height, width).muli(2).subi(1);
	}

	private static float[] logits(ComputationGraph network, INDArray pictures) {
		try (SceneForward forward = SceneForward.of(network).orElseThrow()) {
			return forward.logits(pictures, Progress.NONE);
		}
	}

	/** Maps whose edges are no multiples of 4. */
	@ParameterizedTest
	@MethodSource("kindsWithOneCurve")
	void logitsAreThoseOfDoublePrecision(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph single = single(activation, batchNorm), twice = network(activation, batchNorm, DataType.DOUBLE);
		twice.setParams(single.params().castTo(DataType.DOUBLE));
		INDArray pictures = pictures(48, 80);
		INDArray expected = twice.feedForward(pictures.castTo(DataType.DOUBLE), false).get(SceneNet.LOGITS);
		float[] actual = logits(single, pictures);
		assertEquals(expected.length(), actual.length);
		INDArray difference = Nd4j.createFromArray(actual).castTo(DataType.DOUBLE).subi(expected.dup('c').reshape(actual.length));
		assertEquals(0, difference.amaxNumber().doubleValue() / expected.amaxNumber().doubleValue(), DIFFERENCE);
		single.close();
		twice.close();
	}

	@Test
	void leavesSlopesOfChannelsToOthers() {
		assertEquals(Optional.empty(), SceneForward.of(network(Nonlinearity.PRELU, true, DataType.FLOAT)));
	}

	@Test
	void leavesDoublePrecisionToOthers() {
		assertEquals(Optional.empty(), SceneForward.of(network(Nonlinearity.RELU, true, DataType.DOUBLE)));
	}

	@Test
	void numberOfThreadsChangesNoBit() {
		ComputationGraph network = single(Nonlinearity.RELU, true);
		INDArray pictures = pictures(64, 96);
		float[] expected = logits(network, pictures);
		try (SingleThreads alone = new SingleThreads()) {
			assertArrayEquals(expected, logits(network, pictures));
		}
	}

	/** Memory of an earlier, larger picture is used again. */
	@Test
	void earlierPicturesChangeNothing() {
		ComputationGraph network = single(Nonlinearity.RELU, true);
		INDArray small = pictures(32, 48);
		float[] expected = logits(network, small);
		try (SceneForward forward = SceneForward.of(network).orElseThrow()) {
			forward.logits(pictures(96, 64), Progress.NONE);
			assertArrayEquals(expected, forward.logits(small, Progress.NONE));
		}
	}

	@Test
	void freesItsMemory() {
		ComputationGraph network = single(Nonlinearity.RELU, true);
		INDArray pictures = pictures(32, 32);
		logits(network, pictures);
		long before = Pointer.totalBytes();
		logits(network, pictures);
		assertEquals(before, Pointer.totalBytes(), SMALL);
	}

	@Test
	void endsWhenCanceled() {
		ComputationGraph network = single(Nonlinearity.RELU, true);
		INDArray pictures = pictures(32, 32);
		logits(network, pictures);
		long before = Pointer.totalBytes();
		for (int steps = 0; steps < 12; steps += 3) {
			AtomicInteger left = new AtomicInteger(steps);
			try (SceneForward forward = SceneForward.of(network).orElseThrow()) {
				assertThrows(CancellationException.class, () -> forward.logits(pictures, canceledAfter(left)));
			}
		}
		assertEquals(before, Pointer.totalBytes(), SMALL);
	}

	private static Progress canceledAfter(AtomicInteger left) {
		return new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return left.getAndDecrement() <= 0;
			}
		};
	}

	@Test
	void modelSeesWhatItsNetworkHasLearnedMeanwhile() {
		try (ColorModel model = TestModels.scene(64); ColorModel other = TestModels.scene(64)) {
			float[] lightness = new float[64 * 64];
			for (int i = 0; i < lightness.length; i++)
				lightness[i] = i % 97;
			float[] before = SceneLogits.of(model, lightness, 64, 64);
			model.network().params().muli(1.1);
			other.network().params().muli(1.1);
			float[] after = SceneLogits.of(model, lightness, 64, 64);
			assertFalse(Arrays.equals(before, after));
			assertArrayEquals(SceneLogits.of(other, lightness, 64, 64), after);
			assertTrue(Float.isFinite(after[0]));
		}
	}
}
