package tintype.nn.winograd;

import java.util.Arrays;

/**
 * A 3x3 convolution without padding, its bias, and the curve after it.
 *
 * @param inputs  maps it reads
 * @param outputs maps it yields
 * @param weights [output, input, y, x]; not copied
 * @param biases  [output]; not copied
 * @param curve   after the sums; where it is null, {@code slopes} say it
 * @param slopes  for negative sums, [output]; not copied; null where there is a curve
 */
public record Layer(int inputs, int outputs, float[] weights, float[] biases, Curve curve, float[] slopes) {

	/** Taps of the filter. */
	static final int TAPS = 9;

	/** The curve for rows of so many values, the channel fastest. */
	Curve curve(int length) {
		return curve != null ? curve : new ParametricRectifier(slopes, length);
	}

	/** The values again and again. */
	static float[] repeated(float[] values, int length) {
		float[] repeated = Arrays.copyOf(values, length);
		for (int i = values.length; i < length; i++)
			repeated[i] = repeated[i - values.length];
		return repeated;
	}
}
