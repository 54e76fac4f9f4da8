package tintype.inspect.plain;

import tintype.inspect.Activation.Softmax;
import tintype.inspect.DoubleTensor;

/** e^x / sum of e^x along an axis, or its logarithm; with the largest x subtracted first, as e^710 is infinite. */
final class Softmaxes {

	private Softmaxes() {}

	static DoubleTensor along(Demands demands, Softmax softmax, DoubleTensor x, Rows rows) {
		int[] shape = x.shape();
		int axis = softmax.axis() < 0 ? softmax.axis() + shape.length : softmax.axis();
		if (axis < 0 || axis >= shape.length) throw demands.refused("an axis " + softmax.axis());
		int step = Reshaping.strides(shape)[axis], count = shape[axis];
		DoubleTensor shares = demands.zeros(shape);
		rows.each(count == 0 ? 0 : x.values().length / count, row -> //
		line(x.values(), shares.values(), row / step * step * count + row % step, step, count, softmax.logarithmic()));
		return shares;
	}

	/** Along the numbers at first, first + step, ... */
	static void line(double[] x, double[] shares, int first, int step, int count, boolean logarithmic) {
		double largest = Double.NEGATIVE_INFINITY, sum = 0;
		for (int i = 0; i < count; i++)
			largest = Math.max(largest, x[first + i * step]);
		for (int i = 0; i < count; i++)
			sum += Math.exp(x[first + i * step] - largest);
		for (int i = 0; i < count; i++) {
			double shifted = x[first + i * step] - largest;
			shares[first + i * step] = logarithmic ? shifted - Math.log(sum) : Math.exp(shifted) / sum;
		}
	}
}
