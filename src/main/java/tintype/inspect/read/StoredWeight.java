package tintype.inspect.read;

import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

import tintype.inspect.Tensor;
import tintype.inspect.Weight;
import tintype.nn.Coefficients;

/**
 * Where numbers of a layer lie in a DeepLearning4J file, and where they belong.
 *
 * @param key       name in the graph
 * @param shape     in the order of memory, the last index fastest: of an array in
 *                  Fortran order the reversed shape
 * @param axes      those of {@code shape} in their new order
 * @param tensor    shape in the graph; as many numbers
 * @param blocks    new places along the first axis, null if they stay
 * @param trainable whether training changes them
 * @param meaning   what a number of the file stands for
 */
record StoredWeight(String key, int[] shape, int[] axes, int[] tensor, int[] blocks, boolean trainable, DoubleUnaryOperator meaning) {

	/** In C order, with these axes in their new order. */
	static StoredWeight of(String key, int[] shape, int... axes) {
		int[] tensor = new int[axes.length];
		for (int i = 0; i < axes.length; i++)
			tensor[i] = shape[axes[i]];
		return new StoredWeight(key, shape, axes, tensor, null, true, DoubleUnaryOperator.identity());
	}

	/** One number for each unit or channel. */
	static StoredWeight vector(String key, int size) {
		return of(key, new int[] { size }, 0);
	}

	/** A matrix [rows, columns] in Fortran order. */
	static StoredWeight matrix(String key, int rows, int columns) {
		return of(key, new int[] { columns, rows }, 1, 0);
	}

	/** With another shape in the graph. */
	StoredWeight shaped(int... other) {
		return new StoredWeight(key, shape, axes, other, blocks, trainable, meaning);
	}

	/** With other places along the first axis in memory. */
	StoredWeight reordered(int... places) {
		return new StoredWeight(key, shape, axes, tensor, places, trainable, meaning);
	}

	/** That training does not change. */
	StoredWeight fixed() {
		return new StoredWeight(key, shape, axes, tensor, blocks, false, meaning);
	}

	/** With numbers that stand for others. */
	StoredWeight meaning(DoubleUnaryOperator other) {
		return new StoredWeight(key, shape, axes, tensor, blocks, trainable, other);
	}

	/** @throws ArithmeticException if it is more than a long holds */
	long count() {
		return Tensor.count(shape);
	}

	/**
	 * Reads them, in the file's order.
	 *
	 * @throws IOException if the file ends before
	 */
	Weight read(Coefficients row) throws IOException {
		int[] steps = new int[shape.length];
		int step = 1;
		for (int i = axes.length - 1; i >= 0; i--) {
			steps[axes[i]] = step;
			step *= shape[axes[i]];
		}
		float[] values = new float[step];
		fill(row, values, steps, 0, 0);
		return new Weight(new Tensor(tensor, values), trainable);
	}

	private void fill(Coefficients row, float[] values, int[] steps, int axis, int start) throws IOException {
		for (int i = 0; i < shape[axis]; i++) {
			int at = start + (axis == 0 && blocks != null ? blocks[i] : i) * steps[axis];
			if (axis + 1 < shape.length) fill(row, values, steps, axis + 1, at);
			else values[at] = (float) meaning.applyAsDouble(row.next());
		}
	}
}
