package tintype.inspect.plain;

import static tintype.inspect.Layers.filled;
import static tintype.inspect.Layers.tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Tensor;

class MergingTest {

	private static final Tensor A = tensor(new int[] { 1, 2, 2 }, 1, 2, 3, 4);
	private static final Tensor B = tensor(new int[] { 1, 2, 2 }, 5, 1, 0, 8);

	private static Layer layer(Joined joined, int axis) {
		return Layers.of(new Operation.Merge(joined, axis));
	}

	@ParameterizedTest
	@CsvSource({ "ADD, 6, 3, 3, 12", "SUBTRACT, -4, 1, 3, -4", "MULTIPLY, 5, 2, 0, 32", "AVERAGE, 3, 1.5, 1.5, 6", "MAXIMUM, 5, 2, 3, 8", "MINIMUM, 1, 1, 0, 4" })
	void twoOfOneShape(Joined joined, double a, double b, double c, double d) {
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { a, b, c, d }, Witness.before(layer(joined, -1), A, B));
	}

	@Test
	void three() {
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { 7 / 3.0, 5 / 3.0, 2, 16 / 3.0 }, Witness.before(layer(Joined.AVERAGE, -1), A, B, tensor(new int[] { 1, 2, 2 }, 1, 2, 3, 4)));
	}

	/** As a squeeze-and-excite block needs it. */
	@Test
	void edgesOfOneAreRepeated() {
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { 10, 200, 30, 400 }, Witness.before(layer(Joined.MULTIPLY, -1), A, tensor(new int[] { 1, 1, 2 }, 10, 100)));
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { 11, 21, 12, 22 }, //
			Witness.before(layer(Joined.ADD, -1), tensor(new int[] { 1, 2, 1 }, 1, 2), tensor(new int[] { 1, 1, 2 }, 10, 20)));
	}

	@Test
	void concatenatesAlongAnyAxis() {
		Witness.assertGives(new int[] { 1, 2, 4 }, new double[] { 1, 2, 5, 1, 3, 4, 0, 8 }, Witness.before(layer(Joined.CONCATENATE, -1), A, B));
		Witness.assertGives(new int[] { 1, 4, 2 }, new double[] { 1, 2, 3, 4, 5, 1, 0, 8 }, Witness.before(layer(Joined.CONCATENATE, 1), A, B));
		Witness.assertGives(new int[] { 2, 2, 3 }, new double[] { 1, 2, 9, 3, 4, 9, 5, 6, 9, 7, 8, 9 }, //
			Witness.before(layer(Joined.CONCATENATE, 2), tensor(new int[] { 2, 2, 2 }, 1, 2, 3, 4, 5, 6, 7, 8), filled(9, 2, 2, 1)));
	}

	@Test
	void whatDoesNotFitIsSaid() {
		String rest = ": give the network an input of the size that it was made for.";
		Witness.assertRefused("Layer it (Merge) expects inputs of one shape, or with edges of 1, but was given [1, 2, 2] and [1, 3, 2]" + rest, //
			layer(Joined.ADD, -1), A, filled(1, 1, 3, 2));
		Witness.assertRefused("Layer it (Merge) expects inputs that differ in axis -1 only, but was given [1, 2, 2] and [1, 3, 2]" + rest, //
			layer(Joined.CONCATENATE, -1), A, filled(1, 1, 3, 2));
		Witness.assertRefused("Layer it (Merge) expects two inputs, but was given [1, 2, 2] and [1, 2, 2] and [1, 2, 2]" + rest, layer(Joined.SUBTRACT, -1), A, A, A);
		Witness.assertRefused("Layer it (Merge) expects inputs with the same number of axes, but was given [1, 2, 2] and [1, 2]" + rest, layer(Joined.ADD, -1), A, filled(1, 1, 2));
	}
}
