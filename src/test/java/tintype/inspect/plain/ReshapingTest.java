package tintype.inspect.plain;

import static tintype.inspect.Layers.tensor;

import org.junit.jupiter.api.Test;

import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Tensor;

class ReshapingTest {

	/** Two rows of three pixels: 1 to 6. */
	private static final Tensor SIX = tensor(new int[] { 1, 2, 3, 1 }, 1, 2, 3, 4, 5, 6);

	private static void assertGives(int[] shape, Operation operation, Tensor x, double... values) {
		Witness.assertGives(shape, values, Witness.before(Layers.of(operation), x));
	}

	@Test
	void flattenGoesByRowColumnChannel() {
		assertGives(new int[] { 2, 4 }, new Operation.Flatten(), tensor(new int[] { 2, 1, 2, 2 }, 1, 2, 3, 4, 5, 6, 7, 8), 1, 2, 3, 4, 5, 6, 7, 8);
	}

	@Test
	void reshapeFindsAnOpenEdge() {
		assertGives(new int[] { 1, 3, 2 }, new Operation.Reshape(-1, 2), SIX, 1, 2, 3, 4, 5, 6);
		assertGives(new int[] { 1, 6 }, new Operation.Reshape(6), SIX, 1, 2, 3, 4, 5, 6);
		Witness.assertRefused("Layer it (Reshape) expects as many values as [?, 4] holds, but was given [1, 2, 3, 1]: " //
			+ "give the network an input of the size that it was made for.", Layers.of(new Operation.Reshape(-1, 4)), SIX);
	}

	@Test
	void permuteNamesOldAxes() {
		assertGives(new int[] { 1, 3, 1, 2 }, new Operation.Permute(2, 3, 1), SIX, 1, 4, 2, 5, 3, 6);
		assertGives(new int[] { 2, 2, 3 }, new Operation.Permute(2, 1), tensor(new int[] { 2, 3, 2 }, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), //
			1, 3, 5, 2, 4, 6, 7, 9, 11, 8, 10, 12);
	}

	@Test
	void repeat() {
		assertGives(new int[] { 2, 3, 2 }, new Operation.RepeatVector(3), tensor(new int[] { 2, 2 }, 1, 2, 3, 4), 1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4);
	}

	@Test
	void padAndCropUndoEachOther() {
		Padding.Edges edges = new Padding.Edges(1, 0, 2, 1);
		double[] padded = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 4, 5, 6, 0 };
		assertGives(new int[] { 1, 3, 6, 1 }, new Operation.ZeroPadding(2, edges), SIX, padded);
		assertGives(new int[] { 1, 2, 3, 1 }, new Operation.Cropping(2, edges), tensor(new int[] { 1, 3, 6, 1 }, padded), 1, 2, 3, 4, 5, 6);
		assertGives(new int[] { 1, 1, 1, 1 }, new Operation.Cropping(2, new Padding.Edges(0, 1, 1, 1)), SIX, 2);
	}

	@Test
	void sequencesAreCutInTime() {
		assertGives(new int[] { 1, 1, 2 }, new Operation.Cropping(1, new Padding.Edges(1, 1, 0, 0)), tensor(new int[] { 1, 3, 2 }, 1, 2, 3, 4, 5, 6), 3, 4);
		Witness.assertRefused("Layer it (Cropping) expects more pixels than it cuts off, but was given [1, 3, 2]: " //
			+ "give the network an input of the size that it was made for.", Layers.of(new Operation.Cropping(1, new Padding.Edges(2, 1, 0, 0))), //
			Layers.filled(0, 1, 3, 2));
	}
}
