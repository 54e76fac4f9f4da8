package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

import tintype.nn.Backend;
import tintype.study.AdamStep.Range;

class AdamStepTest {

	private static final int COUNT = 10_001;
	private static final int STEPS = 20;
	private static final double RATE = 0.01;

	@BeforeEach
	void start() {
		Backend.start();
		Nd4j.getRandom().setSeed(2);
	}

	@Test
	void movesAsDeepLearning4JDoes() {
		INDArray actual = Nd4j.randn(DataType.FLOAT, 1, COUNT), expected = actual.dup();
		AdamStep adam = new AdamStep(List.of(new Range(0, COUNT)));
		AdamUpdater other = new AdamUpdater(new Adam(RATE));
		other.setStateViewArray(Nd4j.zeros(DataType.FLOAT, 1, 2 * COUNT), new long[] { 1, COUNT }, 'c', true);
		for (int i = 0; i < STEPS; i++) {
			INDArray sums = Nd4j.randn(DataType.FLOAT, 1, COUNT), kept = sums.dup();
			adam.step(actual, sums, 60, RATE);
			assertEquals(kept, sums);
			INDArray update = sums.div(60);
			other.applyUpdater(update, i, 0);
			expected.subi(update);
		}
		assertEquals(0, expected.sub(actual).amaxNumber().doubleValue(), 2e-6);
	}

	@Test
	void whatIsNotLearnedStays() {
		float[] all = moved(new Range(0, COUNT)), some = moved(new Range(0, 100), new Range(5000, 4500));
		for (int i = 0; i < COUNT; i++)
			assertEquals(i < 100 || i >= 5000 && i < 9500 ? all[i] : 1, some[i]);
	}

	private static float[] moved(Range... learned) {
		Nd4j.getRandom().setSeed(3);
		INDArray weights = Nd4j.ones(DataType.FLOAT, 1, COUNT);
		AdamStep adam = new AdamStep(List.of(learned));
		for (int i = 0; i < STEPS; i++)
			adam.step(weights, Nd4j.randn(DataType.FLOAT, 1, COUNT), 1, RATE);
		return weights.toFloatVector();
	}
}
