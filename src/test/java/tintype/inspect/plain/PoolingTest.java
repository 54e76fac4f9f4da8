package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tintype.inspect.Layers.tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Tensor;

class PoolingTest {

	/** Rows 1 2 3, 4 5 6, 7 8 9; the other channel is its negative. */
	private static final Tensor NINE = tensor(new int[] { 1, 3, 3, 2 }, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9);

	private static double[] pooled(Taken taken, int stride, Padding padding, boolean countPadding) {
		int[] edge = { 2, 2 }, strides = { stride, stride };
		DoubleTensor pooled = Witness.before(Layers.of(new Operation.Pooling(2, taken, edge, strides, padding, countPadding)), NINE);
		double[] first = new double[pooled.values().length / 2];
		for (int i = 0; i < first.length; i++)
			first[i] = pooled.values()[2 * i];
		return first;
	}

	@ParameterizedTest
	@CsvSource({ "MAX, 5, 6, 8, 9", "AVERAGE, 3, 4, 6, 7", "SUM, 12, 16, 24, 28" })
	void inside(Taken taken, double a, double b, double c, double d) {
		assertArrayEquals(new double[] { a, b, c, d }, pooled(taken, 1, Rule.VALID, false));
	}

	/** A window that hangs over the end counts what is there. */
	@ParameterizedTest
	@CsvSource({ "MAX, false, 5, 6, 8, 9", "AVERAGE, false, 3, 4.5, 7.5, 9", "AVERAGE, true, 3, 2.25, 3.75, 2.25", "SUM, false, 12, 9, 15, 9" })
	void overTheEnd(Taken taken, boolean countPadding, double a, double b, double c, double d) {
		assertArrayEquals(new double[] { a, b, c, d }, pooled(taken, 2, Rule.SAME, countPadding));
	}

	/** Padding is not taken for 0, which would be more than any negative value. */
	@Test
	void paddingIsNeverTheLargest() {
		int[] edge = { 2, 2 };
		DoubleTensor pooled = Witness.before(Layers.of(new Operation.Pooling(2, Taken.MAX, edge, edge, new Padding.Edges(1, 0, 1, 0), false)), NINE);
		Witness.assertGives(new int[] { 1, 2, 2, 2 }, new double[] { 1, -1, 3, -2, 7, -4, 9, -5 }, pooled);
	}

	@Test
	void sequences() {
		Operation pairs = new Operation.Pooling(1, Taken.AVERAGE, new int[] { 2, 1 }, new int[] { 2, 1 }, Rule.SAME, false);
		Witness.assertGives(new int[] { 1, 2, 1 }, new double[] { 2, 5 }, Witness.before(Layers.of(pairs), tensor(new int[] { 1, 3, 1 }, 1, 3, 5)));
	}

	@Test
	void overAllPlaces() {
		Tensor x = tensor(new int[] { 2, 1, 2, 2 }, 1, -2, 3, -4, 5, 6, 7, 8);
		Witness.assertGives(new int[] { 2, 2 }, new double[] { 3, -2, 7, 8 }, global(Taken.MAX, false, x));
		Witness.assertGives(new int[] { 2, 2 }, new double[] { 2, -3, 6, 7 }, global(Taken.AVERAGE, false, x));
		Witness.assertGives(new int[] { 2, 1, 1, 2 }, new double[] { 4, -6, 12, 14 }, global(Taken.SUM, true, x));
		Witness.assertGives(new int[] { 1, 2 }, new double[] { 2, 3 }, global(Taken.AVERAGE, false, tensor(new int[] { 1, 2, 2 }, 1, 2, 3, 4)));
	}

	private static DoubleTensor global(Taken taken, boolean keepEdges, Tensor x) {
		return Witness.before(Layers.of(new Operation.GlobalPooling(taken, keepEdges)), x);
	}

	@Test
	void whatIsNoNumberStaysSo() {
		int[] edge = { 2, 1 };
		DoubleTensor pooled = Witness.before(Layers.of(new Operation.Pooling(1, Taken.MAX, edge, edge, Rule.VALID, false)), //
			tensor(new int[] { 1, 4, 1 }, 1, Double.NaN, 2, Double.NEGATIVE_INFINITY));
		assertArrayEquals(new double[] { Double.NaN, 2 }, pooled.values());
	}
}
