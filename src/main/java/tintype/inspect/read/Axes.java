package tintype.inspect.read;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import tintype.inspect.Tensor;

/** Tensors with their axes in another order. */
final class Axes {

	private Axes() {}

	/** @param axes old axes in their new order, counted from 0 */
	static Tensor permuted(Tensor tensor, int... axes) {
		int[] shape = Arrays.stream(axes).map(axis -> tensor.shape()[axis]).toArray();
		int[] strides = strides(tensor.shape());
		int[] at = new int[axes.length];
		float[] values = new float[tensor.values().length];
		for (int i = 0; i < values.length; i++) {
			int from = 0;
			for (int k = 0; k < axes.length; k++)
				from += at[k] * strides[axes[k]];
			values[i] = tensor.values()[from];
			for (int k = axes.length - 1; k >= 0 && ++at[k] == shape[k]; k--)
				at[k] = 0;
		}
		return new Tensor(shape, values);
	}

	private static int[] strides(int[] shape) {
		int[] strides = new int[shape.length];
		int stride = 1;
		for (int k = shape.length - 1; k >= 0; k--) {
			strides[k] = stride;
			stride *= shape[k];
		}
		return strides;
	}

	/** The first two axes backwards: what a true convolution reads as a correlation. */
	static Tensor rotated(Tensor kernel) {
		int places = kernel.shape()[0] * kernel.shape()[1];
		int each = places == 0 ? 0 : kernel.values().length / places;
		float[] values = new float[kernel.values().length];
		for (int i = 0; i < places; i++)
			System.arraycopy(kernel.values(), i * each, values, (places - 1 - i) * each, each);
		return new Tensor(kernel.shape(), values);
	}

	/** Gives tensors over sequences their x of 1: an edge of 1 after the first. The values are not copied. */
	static UnaryOperator<Tensor> withX() {
		return tensor -> {
			int[] shape = new int[tensor.shape().length + 1];
			shape[0] = tensor.shape()[0];
			shape[1] = 1;
			System.arraycopy(tensor.shape(), 1, shape, 2, shape.length - 2);
			return new Tensor(shape, tensor.values());
		};
	}
}
