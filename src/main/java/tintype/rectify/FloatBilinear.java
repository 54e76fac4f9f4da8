package tintype.rectify;

/**
 * Bilinear interpolation of 32-bit values. A first loop takes the places apart, by the
 * bits of their double-precision numbers as conversions cost more; a second one weighs
 * the neighbours.
 */
final class FloatBilinear implements BilinearRow {

	/** Binary digits of a fraction of a pixel: all that 32-bit values have. */
	private static final int BITS = 23;

	/** Sources must not be wider or higher; added to a place, it makes the last bit of its number worth 2^-23 pixel. */
	static final int REACH = 1 << 52 - BITS;

	/** Of the 32-bit number 1, whose last 23 are 0. */
	private static final int ONE = Float.floatToRawIntBits(1);

	private final float[] source;
	private final int below;
	private final float[] target;

	private final int[] indices = new int[Strip.BLOCK];

	/** As the bits of numbers from 1 to 2. */
	private final int[] across = indices.clone(), down = indices.clone();

	/** @param below distance from a pixel to the one below it, the width of the source */
	FloatBilinear(float[] source, int below, float[] target) {
		this.source = source;
		this.below = below;
		this.target = target;
	}

	@Override
	public void write(double[] x, double[] y, int count, int at) {
		split(x, y, count);
		for (int k = 0; k < count; k++) {
			int i = indices[k];
			float fx = Float.intBitsToFloat(across[k]) - 1, fy = Float.intBitsToFloat(down[k]) - 1;
			float a = source[i], b = source[i + 1], c = source[i + below], d = source[i + below + 1];
			float top = a + fx * (b - a), bottom = c + fx * (d - c), value = top + fy * (bottom - top);
			target[at + k] = value - value == 0 ? value : weighted(a, b, c, d, fx, fy);
		}
	}

	/** Into the index of the neighbour at the top left, and the distances from it. */
	private void split(double[] x, double[] y, int count) {
		for (int k = 0; k < count; k++) {
			long column = Double.doubleToRawLongBits(x[k] + REACH), row = Double.doubleToRawLongBits(y[k] + REACH);
			indices[k] = ((int) (row >> BITS) & REACH - 1) * below + ((int) (column >> BITS) & REACH - 1);
			across[k] = ONE | (int) column & (1 << BITS) - 1;
			down[k] = ONE | (int) row & (1 << BITS) - 1;
		}
	}

	/** For NaN and infinite values, which must not count where their weight is 0, and differences beyond 32 bits. */
	private static float weighted(double a, double b, double c, double d, double fx, double fy) {
		double top = fx == 0 ? a : (1 - fx) * a + fx * b, bottom = fx == 0 ? c : (1 - fx) * c + fx * d;
		return (float) (fy == 0 ? top : (1 - fy) * top + fy * bottom);
	}
}
