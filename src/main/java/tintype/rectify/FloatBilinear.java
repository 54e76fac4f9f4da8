package tintype.rectify;

/**
 * Bilinear interpolation of 32-bit values. Two loops fetch the neighbours of every pixel
 * in pairs; the others go straight through arrays and are kept short, so that the compiler
 * turns them into vector instructions.
 */
final class FloatBilinear implements BilinearRow {

	/** Added to a whole number from 0 to 2^32 - 1, puts it into the low half of the sum's bits, which cost less than a conversion. */
	private static final double TO_BITS = 0x1p52;

	private final float[] source;
	private final int below;
	private final float[] target;

	/** Of the neighbours at the top left, plus {@link #TO_BITS}. */
	private final double[] indices = new double[Strip.BLOCK];

	/** Distances from these neighbours, 0 to less than 1 pixel. */
	private final double[] across = indices.clone(), down = indices.clone();

	/** The same in 32 bits, 1 included. */
	private final float[] right = new float[Strip.BLOCK], low = right.clone();

	/** Top left, top right, bottom left, bottom right neighbour; later a and c are what is between two of them. */
	private final float[] a = right.clone(), b = right.clone(), c = right.clone(), d = right.clone();

	private final float[] values = right.clone();

	/** Of what was read early; nobody asks for it, but loops whose results go nowhere are left out by the compiler. */
	private float early;

	/** @param below distance from a pixel to the one below it, the width of the source */
	FloatBilinear(float[] source, int below, float[] target) {
		this.source = source;
		this.below = below;
		this.target = target;
	}

	@Override
	public void write(double[] x, double[] y, int count, int at) {
		split(x, y, count);
		fetch(0, a, b, count);
		early = readEarly(count);
		fetch(below, c, d, count);
		shorten(across, right, count);
		shorten(down, low, count);
		mix(a, b, right, a, count);
		mix(c, d, right, c, count);
		mix(a, c, low, values, count);
		if (!areFinite(values, count)) for (int k = 0; k < count; k++)
			if (values[k] - values[k] != 0) values[k] = weighted(index(k), across[k], down[k]);
		System.arraycopy(values, 0, target, at, count);
	}

	/** Into the neighbour at the top left and the distances from it. */
	private void split(double[] x, double[] y, int count) {
		for (int k = 0; k < count; k++) {
			double column = Math.floor(x[k]), row = Math.floor(y[k]);
			indices[k] = row * below + column + TO_BITS;
			across[k] = x[k] - column;
			down[k] = y[k] - row;
		}
	}

	private int index(int k) {
		return (int) Double.doubleToRawLongBits(indices[k]);
	}

	/** @param offset from the indices to the neighbours at the left: 0, or {@link #below} */
	private void fetch(int offset, float[] atLeft, float[] atRight, int count) {
		for (int k = 0; k < count; k++) {
			int i = index(k) + offset;
			atLeft[k] = source[i];
			atRight[k] = source[i + 1];
		}
	}

	/** One pixel in ten of the lower neighbours, so that the cache lines they lie in are waited for together, not one by one. */
	private float readEarly(int count) {
		float sum = 0;
		for (int k = 0; k < count; k += 10)
			sum += source[index(k) + below];
		return sum;
	}

	private static void shorten(double[] parts, float[] shorter, int count) {
		for (int k = 0; k < count; k++)
			shorter[k] = (float) parts[k];
	}

	/** Goes a part of the way from one value to another; straight into an array at the same indices, or no vectors come of it. */
	private static void mix(float[] from, float[] to, float[] part, float[] mixed, int count) {
		for (int k = 0; k < count; k++)
			mixed[k] = from[k] + part[k] * (to[k] - from[k]);
	}

	/** Summed by four, as one sum would wait for itself. */
	private static boolean areFinite(float[] values, int count) {
		float a = 0, b = 0, c = 0, d = 0;
		int k = 0;
		for (; k + 4 <= count; k += 4) {
			a += values[k] - values[k];
			b += values[k + 1] - values[k + 1];
			c += values[k + 2] - values[k + 2];
			d += values[k + 3] - values[k + 3];
		}
		for (; k < count; k++)
			a += values[k] - values[k];
		return a + b + (c + d) == 0;
	}

	/** For NaN and infinite values, which must not count where their weight is 0, and differences beyond 32 bits. */
	private float weighted(int i, double fx, double fy) {
		double top = fx == 0 ? source[i] : (1 - fx) * source[i] + fx * source[i + 1];
		double bottom = fx == 0 ? source[i + below] : (1 - fx) * source[i + below] + fx * source[i + below + 1];
		return (float) (fy == 0 ? top : (1 - fy) * top + fy * bottom);
	}
}
