package tintype.inspect;

import java.util.Arrays;

/**
 * Numbers in rows and columns, the last index fastest.
 * <p>
 * Batches come first and channels last, whatever the file's own order:
 * [image, y, x, channel], [sequence, time, channel] or [row, unit].
 *
 * @param shape  each at least 0; not copied
 * @param values as many as the shape says; not copied
 */
public record Tensor(int[] shape, float[] values) {

	public Tensor {
		if (count(shape) != values.length) throw new IllegalArgumentException( //
			values.length + " values do not make a tensor of " + Arrays.toString(shape));
	}

	/** How many values a shape has. */
	public static long count(int... shape) {
		long count = 1;
		for (int size : shape)
			count = Math.multiplyExact(count, size);
		return count;
	}

	/** The place of an element in {@link #values()}. */
	public int index(int... at) {
		int index = 0;
		for (int i = 0; i < shape.length; i++)
			index = index * shape[i] + at[i];
		return index;
	}

	/** One element, e.g. {@code at(image, y, x, channel)}. */
	public float at(int... at) {
		return values[index(at)];
	}

	@Override
	public String toString() {
		return "Tensor " + Arrays.toString(shape);
	}
}
