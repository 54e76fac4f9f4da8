package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/** Runs single layers for tests. */
final class Witness {

	/** What numbers written with 15 digits may be off. */
	static final double DIGITS = 1e-13;

	private static final Recomputation ENGINE = new Recomputation(Progress.NONE);

	private Witness() {}

	static DoubleTensor before(Layer layer, Phase phase, Tensor... inputs) {
		List<DoubleTensor> given = new ArrayList<>();
		for (Tensor input : inputs)
			given.add(ENGINE.put(input));
		return ENGINE.before(layer, given, phase);
	}

	static DoubleTensor before(Layer layer, Tensor... inputs) {
		return before(layer, Phase.TEST, inputs);
	}

	static DoubleTensor after(Layer layer, Phase phase, Tensor input) {
		return ENGINE.after(layer, ENGINE.put(input), phase);
	}

	static void assertGives(int[] shape, double[] values, DoubleTensor given) {
		assertEquals(Arrays.toString(shape), Arrays.toString(given.shape()));
		assertArrayEquals(values, given.values(), DIGITS);
	}

	/** That a layer refuses its inputs with one sentence. */
	static void assertRefused(String sentence, Layer layer, Tensor... inputs) {
		assertEquals(sentence, assertThrows(TintypeException.class, () -> before(layer, inputs)).getMessage());
	}
}
