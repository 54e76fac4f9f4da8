package tintype.inspect;

import java.util.Arrays;

/**
 * A {@link Tensor} in double precision.
 *
 * @param shape  each at least 0; not copied
 * @param values as many as the shape says; not copied
 */
public record DoubleTensor(int[] shape, double[] values) {

	public DoubleTensor {
		if (Tensor.count(shape) != values.length) throw new IllegalArgumentException( //
			values.length + " values do not make a tensor of " + Arrays.toString(shape));
	}

	/** The same numbers, exactly. */
	public static DoubleTensor of(Tensor tensor) {
		double[] values = new double[tensor.values().length];
		for (int i = 0; i < values.length; i++)
			values[i] = tensor.values()[i];
		return new DoubleTensor(tensor.shape(), values);
	}

	/** Rounded to single precision. */
	public Tensor rounded() {
		float[] rounded = new float[values.length];
		for (int i = 0; i < rounded.length; i++)
			rounded[i] = (float) values[i];
		return new Tensor(shape, rounded);
	}

	@Override
	public String toString() {
		return "DoubleTensor " + Arrays.toString(shape);
	}
}
