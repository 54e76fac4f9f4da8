package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import tintype.TintypeException;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Taken;

/** Shapes and MACs of each operation, by hand. */
class OutputShapeTest {

	private static final Padding.Edges EDGES = new Padding.Edges(1, 2, 3, 4);

	private static void assertShape(int[] expected, Operation operation, int[]... inputs) {
		assertArrayEquals(expected, OutputShape.of(Layers.of(operation), List.of(inputs)));
	}

	private static void assertRefused(String part, Operation operation, int[]... inputs) {
		String message = assertThrows(TintypeException.class, () -> OutputShape.of(Layers.of(operation), List.of(inputs))).getMessage();
		assertTrue(message.startsWith("Layer it ") && message.contains(part), message);
	}

	private static int[] of(int... edges) {
		return edges;
	}

	private static int[] both(int number) {
		return of(number, number);
	}

	private static Operation convolution(int size, int stride, int dilation, Padding padding) {
		return new Operation.Convolution(2, 8, both(size), both(stride), both(dilation), padding, 1);
	}

	private static Operation pooling(int size, Padding padding) {
		return new Operation.Pooling(2, Taken.MAX, both(size), both(size), padding, false);
	}

	private static Operation depthwise() {
		return new Operation.DepthwiseConvolution(2, 3, of(1, 2), both(1), both(1), Padding.Rule.VALID);
	}

	private static Operation separable() {
		return new Operation.SeparableConvolution(2, 5, 3, of(1, 2), both(1), both(1), Padding.Rule.VALID);
	}

	@Test
	void windows() {
		assertShape(of(4, 3, 8), convolution(3, 2, 1, Padding.Rule.VALID), of(9, 8, 2));
		assertShape(of(5, 4, 8), convolution(3, 2, 1, Padding.Rule.SAME), of(9, 8, 2));
		assertShape(of(5, 4, 8), convolution(3, 1, 2, Padding.Rule.VALID), of(9, 8, 2));
		assertShape(of(10, 13, 8), convolution(3, 1, 1, EDGES), of(9, 8, 2));
		assertShape(of(-1, 3, 8), convolution(3, 2, 1, Padding.Rule.VALID), of(-1, 8, -1));
		assertShape(of(4, 4, 2), pooling(2, Padding.Rule.VALID), of(9, 8, 2));
		assertShape(of(5, 4, 2), pooling(2, Padding.Rule.SAME), of(9, 8, 2));
		assertShape(of(9, 7, 6), depthwise(), of(9, 8, 2));
		assertShape(of(9, 7, 5), separable(), of(9, 8, 2));
		assertShape(of(5, 4), new Operation.Convolution(1, 4, of(3, 1), of(2, 1), both(1), Padding.Rule.CAUSAL, 1), of(9, 2));
		assertRefused("a window larger than what it reads, 9, 8, 2", pooling(9, Padding.Rule.VALID), of(9, 8, 2));
		assertRefused("wants 3 edges", pooling(2, Padding.Rule.VALID), of(9, 2));
	}

	/** stride (n - 1) + kernel without padding, stride n with "same", and less what is cut off. */
	@Test
	void transposed() {
		assertShape(of(11, 11, 4), transposed(3, 2, Padding.Rule.VALID, null), of(5, 5, 2));
		assertShape(of(15, 15, 4), transposed(2, 3, Padding.Rule.VALID, null), of(5, 5, 2));
		assertShape(of(14, 14, 4), transposed(2, 3, Padding.Rule.VALID, both(0)), of(5, 5, 2));
		assertShape(of(10, 10, 4), transposed(3, 2, Padding.Rule.SAME, null), of(5, 5, 2));
		assertShape(of(9, 9, 4), transposed(3, 2, Padding.Rule.SAME, both(0)), of(5, 5, 2));
		assertShape(of(8, 4, 4), transposed(3, 2, EDGES, both(0)), of(5, 5, 2));
	}

	private static Operation transposed(int size, int stride, Padding padding, int[] added) {
		return new Operation.TransposedConvolution(2, 4, both(size), both(stride), both(1), padding, added);
	}

	@Test
	void edgesAndPlaces() {
		assertShape(of(12, 15, 2), new Operation.ZeroPadding(2, EDGES), of(9, 8, 2));
		assertShape(of(6, 1, 2), new Operation.Cropping(2, EDGES), of(9, 8, 2));
		assertShape(of(18, 24, 2), new Operation.Upsampling(2, of(2, 3), false), of(9, 8, 2));
		assertShape(of(2), new Operation.GlobalPooling(Taken.SUM, false), of(9, 8, 2));
		assertShape(of(1, 1, 2), new Operation.GlobalPooling(Taken.SUM, true), of(9, 8, 2));
		assertShape(of(1, 2), new Operation.GlobalPooling(Taken.SUM, true), of(9, 2));
		assertShape(of(9, 8, 2), new Operation.LayerNormalization(1e-3, 1), of(9, 8, 2));
		assertShape(of(9, 8, 2), new Operation.Dropout(Operation.Noise.DROPOUT, 0.5), of(9, 8, 2));
	}

	@Test
	void arrangements() {
		assertShape(of(144), new Operation.Flatten(), of(9, 8, 2));
		assertShape(of(-1), new Operation.Flatten(), of(9, -1, 2));
		assertShape(of(3, 48), new Operation.Reshape(3, -1), of(9, 8, 2));
		assertShape(of(3, -1), new Operation.Reshape(3, -1), of(9, -1, 2));
		assertShape(of(2, 9, 8), new Operation.Permute(3, 1, 2), of(9, 8, 2));
		assertShape(of(7, 144), new Operation.RepeatVector(7), of(144));
		assertRefused("25 values", new Operation.Reshape(5, 5), of(24));
		assertRefused("3 edges", new Operation.Permute(2, 1, 3), of(9, 8));
		assertRefused("at most", new Operation.Flatten(), of(1 << 16, 1 << 16, 3));
	}

	@Test
	void merges() {
		assertShape(of(9, 8, 5), new Operation.Merge(Joined.CONCATENATE, -1), of(9, 8, 2), of(9, 8, 3));
		assertShape(of(15, 8, 2), new Operation.Merge(Joined.CONCATENATE, 1), of(9, 8, 2), of(6, 8, 2));
		assertShape(of(9, 8, 2), new Operation.Merge(Joined.ADD, -1), of(9, 8, 2), of(1, 1, 2));
		assertShape(of(9, 8, 2), new Operation.Merge(Joined.MULTIPLY, -1), of(1, 8, 2), of(9, 8, 1), of(9, 8, 2));
		assertShape(of(9, 8, 2), new Operation.Merge(Joined.MAXIMUM, -1), of(9, -1, 2), of(9, 8, 2));
		assertRefused("cannot join", new Operation.Merge(Joined.ADD, -1), of(9, 8, 2), of(9, 7, 2));
	}

	@Test
	void unitsAndStates() {
		assertShape(of(9, 7), new Operation.Dense(7), of(9, 2));
		assertShape(of(9, 7), new Operation.Embedding(100, 7), of(9));
		assertShape(of(9, 7), recurrent(Operation.Cell.LSTM, true), of(9, 2));
		assertShape(of(7), recurrent(Operation.Cell.GRU, false), of(9, 2));
		assertNull(OutputShape.of(Layers.of(new Operation.Unsupported("No.")), List.of(of(9))));
	}

	private static Operation recurrent(Operation.Cell cell, boolean sequences) {
		return new Operation.Recurrent(cell, 7, Curve.TANH, Curve.SIGMOID, sequences, false, false);
	}

	private static long macs(Operation operation, int... in) {
		Layer layer = Layers.of(operation);
		return Costs.of(layer, in, OutputShape.of(layer, List.of(in)));
	}

	@Test
	void macsOfEach() {
		assertEquals(4 * 3 * 9 * 2 * 8, macs(convolution(3, 2, 1, Padding.Rule.VALID), 9, 8, 2));
		assertEquals(7 * 6 * 9 * 1 * 8, macs(new Operation.Convolution(2, 8, both(3), both(1), both(1), Padding.Rule.VALID, 2), 9, 8, 2));
		assertEquals(9 * 7 * 2 * 2 * 3, macs(depthwise(), 9, 8, 2));
		assertEquals(9 * 7 * (2 * 2 * 3 + 6 * 5), macs(separable(), 9, 8, 2));
		assertEquals(25 * 9 * 2 * 4, macs(transposed(3, 2, Padding.Rule.SAME, null), 5, 5, 2));
		assertEquals(9 * 2 * 7, macs(new Operation.Dense(7), 9, 2));
		assertEquals(9 * 4 * (2 + 7) * 7, macs(recurrent(Operation.Cell.LSTM, true), 9, 2));
		assertEquals(9 * 3 * (2 + 7) * 7, macs(recurrent(Operation.Cell.GRU, false), 9, 2));
		assertEquals(0, macs(pooling(2, Padding.Rule.VALID), 9, 8, 2));
		assertEquals(-1, macs(new Operation.Dense(7), -1, 2));
		assertEquals(-1, macs(new Operation.Dense(1 << 30), 1 << 20, 1 << 20));
	}
}
