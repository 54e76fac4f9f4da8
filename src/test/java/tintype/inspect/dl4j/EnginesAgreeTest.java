package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.inspect.plain.Recomputation;

/** Every kind of layer by DeepLearning4J and by plain loops, in both phases. */
class EnginesAgreeTest {

	/** Largest difference as a part of the largest value. */
	private static final double TOLERANCE = 2e-6;

	private static final Dl4jEngine ENGINE = new Dl4jEngine();
	private static final Recomputation WITNESS = new Recomputation(Progress.NONE);

	@AfterAll
	static void close() {
		ENGINE.close();
	}

	static Stream<Case> cases() {
		List<Case> large = List.of(new Case(BySizeTest.POINTS, List.of(Case.random(1, 64, 65, 64))));
		return Stream.of(WindowCases.all(), ValueCases.operations(), ValueCases.activations(), ValueCases.corners(), large).flatMap(List::stream);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void bothGiveTheSame(Case given) {
		for (Phase phase : List.of(Phase.TEST, Phase.training(7)))
			assertAgrees(given, phase);
	}

	private static void assertAgrees(Case given, Phase phase) {
		Layer layer = given.layer();
		List<INDArray> arrays = new ArrayList<>();
		List<DoubleTensor> witnessed = new ArrayList<>();
		for (Tensor input : given.inputs()) {
			arrays.add(ENGINE.put(input));
			witnessed.add(WITNESS.put(input));
		}
		INDArray before = ENGINE.before(layer, arrays, phase), after = ENGINE.after(layer, before, phase);
		DoubleTensor expected = WITNESS.before(layer, witnessed, phase);
		assertClose(expected, ENGINE.take(before));
		assertClose(WITNESS.after(layer, expected, phase), ENGINE.take(after));
		for (int i = 0; i < arrays.size(); i++)
			assertArrayEquals(given.inputs().get(i).values(), ENGINE.take(arrays.get(i)).values(), "the input was changed");
		assertTrue(before.closeable() && after.closeable(), "what was given out can't be freed");
	}

	private static void assertClose(DoubleTensor expected, Tensor given) {
		assertArrayEquals(expected.shape(), given.shape());
		double scale = 0, worst = 0;
		for (int i = 0; i < expected.values().length; i++) {
			scale = Math.max(scale, Math.abs(expected.values()[i]));
			double difference = Math.abs(expected.values()[i] - given.values()[i]);
			worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
		}
		assertTrue(worst <= TOLERANCE * scale, "differs by " + worst + " on a scale of " + scale);
	}
}
