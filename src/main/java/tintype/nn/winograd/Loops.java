package tintype.nn.winograd;

/**
 * Sums of arrays, element by element, as loops that HotSpot 17 turns into vector
 * instructions: one index, whole arrays, and each so short that its compiler does not
 * give up. Loops with a few sums more run four times as slow, and not each time.
 */
final class Loops {

	private Loops() {}

	/** out = a x. */
	static void product(float a, float[] x, float[] out, int from, int to) {
		for (int i = from; i < to; i++)
			out[i] = a * x[i];
	}

	/** x += y. */
	static void add(float[] x, float[] y, int from, int to) {
		for (int i = from; i < to; i++)
			x[i] += y[i];
	}

	/** x += a. */
	static void add(float[] x, float a, int from, int to) {
		for (int i = from; i < to; i++)
			x[i] += a;
	}

	/** The sum, by four in double precision, as one would wait for itself. */
	static double total(float[] x, int count) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 4 <= count; i += 4) {
			a += x[i];
			b += x[i + 1];
			c += x[i + 2];
			d += x[i + 3];
		}
		for (; i < count; i++)
			a += x[i];
		return a + b + (c + d);
	}

	/** As above. */
	static double total(double[] x, int count) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 4 <= count; i += 4) {
			a += x[i];
			b += x[i + 1];
			c += x[i + 2];
			d += x[i + 3];
		}
		for (; i < count; i++)
			a += x[i];
		return a + b + (c + d);
	}

	/** x, y = x + y, x - y. */
	static void sumAndDifference(float[] x, float[] y, int from, int to) {
		for (int i = from; i < to; i++) {
			float sum = x[i] + y[i];
			y[i] = x[i] - y[i];
			x[i] = sum;
		}
	}

	/** sum, difference = (x + a y) +- (b z + c w). */
	static void sumAndDifference(float[] x, float a, float[] y, float b, float[] z, float c, float[] w, float[] sum, float[] difference,
		int from, int to)
	{
		for (int i = from; i < to; i++) {
			float even = x[i] + a * y[i], odd = b * z[i] + c * w[i];
			sum[i] = even + odd;
			difference[i] = even - odd;
		}
	}

	/** sum, difference = (a x + b y) +- c z. */
	static void sumAndDifference(float a, float[] x, float b, float[] y, float c, float[] z, float[] sum, float[] difference, int from, int to) {
		for (int i = from; i < to; i++) {
			float even = a * x[i] + b * y[i], odd = c * z[i];
			sum[i] = even + odd;
			difference[i] = even - odd;
		}
	}

	/** out = a x + b y. */
	static void sum(float a, float[] x, float b, float[] y, float[] out, int from, int to) {
		for (int i = from; i < to; i++)
			out[i] = a * x[i] + b * y[i];
	}

	/** out = x + y + z. */
	static void sum(float[] x, float[] y, float[] z, float[] out, int from, int to) {
		for (int i = from; i < to; i++)
			out[i] = x[i] + y[i] + z[i];
	}

	/** out = a x + b y + z. */
	static void sum(float a, float[] x, float b, float[] y, float[] z, float[] out, int from, int to) {
		for (int i = from; i < to; i++)
			out[i] = a * x[i] + b * y[i] + z[i];
	}

	/** out = a x + b y + c z. */
	static void sum(float a, float[] x, float b, float[] y, float c, float[] z, float[] out, int from, int to) {
		for (int i = from; i < to; i++)
			out[i] = a * x[i] + b * y[i] + c * z[i];
	}
}
