package tintype.nn.winograd;

/**
 * The transforms of F(4, 3), which yields four outputs of a filter of three taps
 * from six inputs by six products (Winograd 1980; in two dimensions Lavin &amp; Gray
 * 2016, arXiv 1509.09308): y = A' [(G g) (B' d)]. The products are values of polynomials
 * at the points 0, a, -a, b, -b and infinity, and
 *
 * <pre>
 *      p   0  -s   0   1   0
 *      0 -ab2 -b2  a   1   0          1   1   1   1   1   0
 * B' = 0  ab2 -b2 -a   1   0     A' = 0   a  -a   b  -b   0
 *      0 -a2b -a2  b   1   0          0   a2  a2  b2  b2  0
 *      0  a2b -a2 -b   1   0          0   a3 -a3  b3 -b3  1
 *      0   p   0  -s   0   1
 * </pre>
 *
 * with p = a2 b2 and s = a2 + b2. The rows of G are 1 / p (1, 0, 0),
 * k (1, a, a2), k (1, -a, a2), l (1, b, b2), l (1, -b, b2) and (0, 0, 1), with
 * k = 1 / (2 a2 (a2 - b2)) and l = 1 / (2 b2 (b2 - a2)).
 * <p>
 * With the usual a = 1 and b = 2 the result of the two-dimensional transforms in float32 is
 * off by twice as much as with a = 5/8 and b = 3/2 (tried in steps of 1/16; cf. Barabasz
 * et al. 2020, arXiv 1803.10986), with which A and B can be written in float32, too.
 * <p>
 * Each element of the arrays is transformed by itself. What is read and what is
 * written must be different arrays.
 */
final class Transforms {

	/** Outputs of a tile along an axis. */
	static final int TILE = 4;

	/** Inputs of a tile along an axis, and products. */
	static final int POINTS = 6;

	private static final float A = 5 / 8f, A2 = A * A, A3 = A2 * A;
	private static final float B = 3 / 2f, B2 = B * B, B3 = B2 * B;
	private static final float P = A2 * B2, S = A2 + B2;
	private static final float K = 1 / (2 * A2 * (A2 - B2)), L = 1 / (2 * B2 * (B2 - A2));

	private Transforms() {}

	/** v = B' d. */
	static void input(float[][] d, float[][] v, int from, int to) {
		Loops.sum(P, d[0], -S, d[2], d[4], v[0], from, to);
		Loops.sumAndDifference(d[4], -B2, d[2], A, d[3], -A * B2, d[1], v[1], v[2], from, to);
		Loops.sumAndDifference(d[4], -A2, d[2], B, d[3], -A2 * B, d[1], v[3], v[4], from, to);
		Loops.sum(P, d[1], -S, d[3], d[5], v[5], from, to);
	}

	/** d = B v; overwrites v. */
	static void inputBack(float[][] v, float[][] d, int from, int to) {
		Loops.sumAndDifference(v[1], v[2], from, to);
		Loops.sumAndDifference(v[3], v[4], from, to);
		Loops.product(P, v[0], d[0], from, to);
		Loops.sum(-A * B2, v[2], -A2 * B, v[4], P, v[5], d[1], from, to);
		Loops.sum(-B2, v[1], -A2, v[3], -S, v[0], d[2], from, to);
		Loops.sum(A, v[2], B, v[4], -S, v[5], d[3], from, to);
		Loops.sum(v[1], v[3], v[0], d[4], from, to);
		System.arraycopy(v[5], from, d[5], from, to - from);
	}

	/** y = A' m; overwrites m. */
	static void output(float[][] m, float[][] y, int from, int to) {
		Loops.sumAndDifference(m[1], m[2], from, to);
		Loops.sumAndDifference(m[3], m[4], from, to);
		Loops.sum(m[1], m[3], m[0], y[0], from, to);
		Loops.sum(A, m[2], B, m[4], y[1], from, to);
		Loops.sum(A2, m[1], B2, m[3], y[2], from, to);
		Loops.sum(A3, m[2], B3, m[4], m[5], y[3], from, to);
	}

	/** m = A y. */
	static void outputBack(float[][] y, float[][] m, int from, int to) {
		System.arraycopy(y[0], from, m[0], from, to - from);
		Loops.sumAndDifference(y[0], A2, y[2], A, y[1], A3, y[3], m[1], m[2], from, to);
		Loops.sumAndDifference(y[0], B2, y[2], B, y[1], B3, y[3], m[3], m[4], from, to);
		System.arraycopy(y[3], from, m[5], from, to - from);
	}

	/** u = G g. */
	static void kernel(float[][] g, float[][] u, int from, int to) {
		Loops.product(1 / P, g[0], u[0], from, to);
		Loops.sumAndDifference(K, g[0], K * A2, g[2], K * A, g[1], u[1], u[2], from, to);
		Loops.sumAndDifference(L, g[0], L * B2, g[2], L * B, g[1], u[3], u[4], from, to);
		System.arraycopy(g[2], from, u[5], from, to - from);
	}

	/** g = G' u; overwrites u. */
	static void kernelBack(float[][] u, float[][] g, int from, int to) {
		Loops.sumAndDifference(u[1], u[2], from, to);
		Loops.sumAndDifference(u[3], u[4], from, to);
		Loops.sum(K, u[1], L, u[3], 1 / P, u[0], g[0], from, to);
		Loops.sum(K * A, u[2], L * B, u[4], g[1], from, to);
		Loops.sum(K * A2, u[1], L * B2, u[3], u[5], g[2], from, to);
	}
}
