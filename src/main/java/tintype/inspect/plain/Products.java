package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;

/** Products of vectors with a matrix [in, out]. */
final class Products {

	private Products() {}

	/** Along the last axis, whatever the others are. */
	static DoubleTensor dense(Demands demands, Operation.Dense operation, Rows rows) {
		DoubleTensor x = demands.only(2, "[row, value]");
		int[] shape = x.shape().clone();
		int in = shape[shape.length - 1], out = operation.units();
		shape[shape.length - 1] = out;
		float[] kernel = demands.large("kernel", in, out);
		double[] bias = demands.weightOr(0, "bias", out);
		DoubleTensor sums = demands.zeros(shape);
		rows.each(sums.values().length / out, row -> {
			System.arraycopy(bias, 0, sums.values(), row * out, out);
			add(x.values(), row * in, in, kernel, 0, sums.values(), row * out, out);
		});
		return sums;
	}

	/**
	 * Adds a vector times a matrix: sums_o += sum over i of x_i * matrix_io.
	 *
	 * @param x      from {@code from} on, {@code in} numbers
	 * @param matrix [in, out], from {@code first} on
	 * @param sums   from {@code to} on, {@code out} numbers
	 */
	static void add(double[] x, int from, int in, float[] matrix, int first, double[] sums, int to, int out) {
		for (int i = 0; i < in; i++)
			for (int o = 0, weight = first + i * out; o < out; o++, weight++)
				sums[to + o] += x[from + i] * matrix[weight];
	}
}
