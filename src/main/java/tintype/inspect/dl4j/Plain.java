package tintype.inspect.dl4j;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays as this engine keeps them: float32, without gaps, the last axis fastest,
 * outside any workspace. Who gets one closes it.
 */
final class Plain {

	private Plain() {}

	/** With no values yet. */
	static INDArray empty(long... shape) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
		}
	}

	/** Filled with one value. */
	static INDArray filled(double value, long... shape) {
		return empty(shape).assign(value);
	}

	/** A copy, from any order and place. */
	static INDArray copy(INDArray array) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return array.dup('c');
		}
	}

	/** The array if it is plain; else a copy, and the array is closed where that can be. */
	static INDArray own(INDArray array) {
		if (!array.isAttached() && !array.isView() && array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array)) return array;
		INDArray copy = copy(array);
		if (array.closeable()) array.close();
		return copy;
	}

	/**
	 * The same memory under another shape. Closing either closes both; a reshaped array
	 * of ND4J's would be a view, which it never frees.
	 *
	 * @param array plain
	 * @param shape with as many values
	 */
	static INDArray shaped(INDArray array, long... shape) {
		if (Arrays.equals(array.shape(), shape)) return array;
		return Nd4j.create(array.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
	}

	/**
	 * The memory of an array, valid as long as the array is.
	 *
	 * @param array plain
	 * @throws OutOfMemoryError if it is larger than 2 GiB, which a buffer cannot be
	 */
	static FloatBuffer buffer(INDArray array) {
		if (array.length() > Integer.MAX_VALUE / Float.BYTES) throw new OutOfMemoryError("An array of " + array.length() + " values is too large");
		return array.data().asNio().asFloatBuffer().slice(0, (int) array.length());
	}
}
