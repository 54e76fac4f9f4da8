package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.inspect.plain.Recomputation;

/** The way back through each kind of layer, against central differences in double precision. */
class GradientsTest {

	/** As a part of the derivatives' root mean square, times that of the direction. */
	private static final double TOLERANCE = 2e-6;

	private static final double STEP = 1e-5;

	private static final Dl4jEngine ENGINE = new Dl4jEngine();
	private static final Recomputation WITNESS = new Recomputation(Progress.NONE);

	@AfterAll
	static void close() {
		ENGINE.close();
	}

	static Stream<Case> cases() {
		return Stream.of(WindowCases.all(), ValueCases.operations(), ValueCases.activations()).flatMap(List::stream).filter(GradientsTest::isSmooth);
	}

	private static boolean isSmooth(Case given) {
		Operation operation = given.layer().operation();
		return !(operation instanceof Operation.Embedding || operation instanceof Operation.Recurrent recurrent && recurrent.cell() == Cell.GRU);
	}

	/** The sum of what leaves the layer, each value times a random number, along random directions of each input. */
	@ParameterizedTest
	@MethodSource("cases")
	void slopeIsThatOfDifferences(Case given) {
		List<DoubleTensor> inputs = given.inputs().stream().map(WITNESS::put).toList();
		DoubleTensor values = value(given.layer(), inputs);
		Random random = new Random(5);
		Tensor factors = normal(values.shape(), random);
		List<Tensor> derivatives = derivatives(given, factors);
		for (int i = 0; i < inputs.size(); i++) {
			Tensor derivative = derivatives.get(i);
			Tensor direction = normal(given.inputs().get(i).shape(), random);
			double slope = 0, squares = 0;
			for (int k = 0; k < direction.values().length; k++) {
				slope += (double) derivative.values()[k] * direction.values()[k];
				squares += (double) derivative.values()[k] * derivative.values()[k];
			}
			double change = sum(value(given.layer(), moved(inputs, i, direction, STEP)), factors) - //
				sum(value(given.layer(), moved(inputs, i, direction, -STEP)), factors);
			double off = Math.abs(slope - change / (2 * STEP));
			assertTrue(off <= TOLERANCE * Math.sqrt(squares) + 1e-7, "the slope " + slope + " is off by " + off);
		}
	}

	private static List<Tensor> derivatives(Case given, Tensor factors) {
		List<INDArray> arrays = given.inputs().stream().map(ENGINE::put).toList();
		INDArray before = ENGINE.before(given.layer(), arrays, Phase.TEST);
		INDArray ofAfter = ENGINE.put(factors);
		INDArray ofBefore = given.layer().activation().isLinear() ? ofAfter : ENGINE.ofBefore(given.layer(), before, ofAfter);
		return ENGINE.ofInputs(given.layer(), arrays, ofBefore).stream().map(ENGINE::take).toList();
	}

	private static DoubleTensor value(Layer layer, List<DoubleTensor> inputs) {
		return WITNESS.after(layer, WITNESS.before(layer, inputs, Phase.TEST), Phase.TEST);
	}

	private static double sum(DoubleTensor values, Tensor factors) {
		double sum = 0;
		for (int i = 0; i < values.values().length; i++)
			sum += values.values()[i] * factors.values()[i];
		return sum;
	}

	private static List<DoubleTensor> moved(List<DoubleTensor> inputs, int which, Tensor direction, double step) {
		List<DoubleTensor> moved = new ArrayList<>(inputs);
		double[] values = inputs.get(which).values().clone();
		for (int i = 0; i < values.length; i++)
			values[i] += step * direction.values()[i];
		moved.set(which, new DoubleTensor(inputs.get(which).shape(), values));
		return moved;
	}

	private static Tensor normal(int[] shape, Random random) {
		float[] values = new float[(int) Tensor.count(shape)];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		return new Tensor(shape, values);
	}

	@Test
	void wordsHaveNone() {
		Case words = ValueCases.operations().stream().filter(given -> given.layer().operation() instanceof Operation.Embedding).findFirst().orElseThrow();
		TintypeException refused = assertThrows(TintypeException.class, () -> derivatives(words, Case.random(2, 3, 4)));
		assertEquals("Layer it chooses by whole numbers, which has no derivative: begin after it.", refused.getMessage());
	}
}
