package tintype.inspect;

import java.util.Arrays;

/**
 * How far two tensors that should be equal are apart.
 *
 * @param absolute largest difference of two values; infinite where only one of them is
 *                 a number, or they are unlike infinities, or the shapes differ
 * @param scale    largest absolute value of the witness, infinite ones left out
 * @param place    of the largest difference: batch first, channels last; none if the
 *                 shapes differ
 * @param value    there, of the engine that is examined
 * @param witness  there, of the witness
 */
public record Difference(double absolute, double scale, int[] place, double value, double witness) {

	/** Of two values that are both no number, or the same infinity, it is 0. */
	static Difference of(DoubleTensor values, DoubleTensor witness) {
		double worst = 0, scale = 0;
		int at = 0;
		boolean alike = Arrays.equals(values.shape(), witness.shape());
		for (int i = 0; i < witness.values().length; i++) {
			double right = witness.values()[i], apart = alike ? apart(values.values()[i], right) : 0;
			if (!Double.isInfinite(right) && Math.abs(right) > scale) scale = Math.abs(right);
			if (apart > worst) {
				worst = apart;
				at = i;
			}
		}
		if (!alike) return new Difference(Double.POSITIVE_INFINITY, scale, new int[0], Double.NaN, Double.NaN);
		boolean none = witness.values().length == 0;
		return new Difference(worst, scale, place(at, witness.shape()), none ? Double.NaN : values.values()[at], none ? Double.NaN : witness.values()[at]);
	}

	private static double apart(double value, double right) {
		if (Double.compare(value, right) == 0 || value == right) return 0;
		double apart = Math.abs(value - right);
		return Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
	}

	private static int[] place(int index, int[] shape) {
		int[] place = new int[shape.length];
		for (int axis = shape.length - 1, rest = index; axis >= 0 && shape[axis] > 0; rest /= shape[axis--])
			place[axis] = rest % shape[axis];
		return place;
	}

	/** The largest difference in units of the scale: 0 if there is none, infinite if all of the witness is 0. */
	public double relative() {
		return absolute == 0 ? 0 : absolute / scale;
	}
}
