package tintype.nn;

/**
 * A few thousand values at a time, which stay in the cache of a core, and what is
 * done with them. The loops are plain ones, so that the JVM makes vector
 * instructions of them.
 */
final class Block {

	static final int SIZE = 2048;

	private static final int FOLDS = 8;

	final float[] x = new float[SIZE];
	final float[] dy = new float[SIZE];
	final float[] product = new float[SIZE];

	private final float[] folded = new float[SIZE / FOLDS];

	/** a - mean, in place. */
	static void center(float[] a, int n, float mean) {
		for (int i = 0; i < n; i++)
			a[i] -= mean;
	}

	/** (a - mean) scale + offset, in place. */
	static void scale(float[] a, int n, float mean, float scale, float offset) {
		for (int i = 0; i < n; i++)
			a[i] = (a[i] - mean) * scale + offset;
	}

	/** The product of each pair; {@code a} and {@code b} may be the same. */
	static void multiply(float[] a, float[] b, int n, float[] product) {
		for (int i = 0; i < n; i++)
			product[i] = a[i] * b[i];
	}

	/** scale a + slope b + offset, in place of a. */
	static void combine(float[] a, float[] b, int n, float scale, float slope, float offset) {
		for (int i = 0; i < n; i++)
			a[i] = scale * a[i] + slope * b[i] + offset;
	}

	/** The sum of n values: eight each are added in single precision, these sums in double. */
	double sum(float[] a, int n) {
		int q = n / FOLDS, b = 2 * q, c = 3 * q, d = 4 * q, e = 5 * q, f = 6 * q, g = 7 * q;
		for (int i = 0; i < q; i++)
			folded[i] = ((a[i] + a[q + i]) + (a[b + i] + a[c + i])) + ((a[d + i] + a[e + i]) + (a[f + i] + a[g + i]));
		double sum = 0;
		for (int i = FOLDS * q; i < n; i++)
			sum += a[i];
		return sum + sumOfDoubles(folded, q);
	}

	private static double sumOfDoubles(float[] a, int n) {
		double s = 0, t = 0, u = 0, v = 0;
		int i = 0;
		for (; i + 4 <= n; i += 4) {
			s += a[i];
			t += a[i + 1];
			u += a[i + 2];
			v += a[i + 3];
		}
		for (; i < n; i++)
			s += a[i];
		return s + t + u + v;
	}
}
