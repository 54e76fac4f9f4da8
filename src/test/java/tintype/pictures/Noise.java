package tintype.pictures;

/**
 * Smooth random functions of the plane and of space, from integer hashes.
 * <p>
 * Only + - * / are used, so values are the same on every platform. Lattice
 * values lie in -1..1; wavelengths are one unit.
 */
final class Noise {

	private final int seed;

	Noise(final int seed) {
		this.seed = seed * 0x9E3779B9;
	}

	/** White noise on the integer lattice, -1..1. */
	double at(final int x, final int y, final int z) {
		int h = seed ^ x * 0x27D4EB2D ^ y * 0x165667B1 ^ z * 0x5851F42D;
		h = (h ^ h >>> 15) * 0x85EBCA6B;
		h = (h ^ h >>> 13) * 0xC2B2AE35;
		h ^= h >>> 16;
		return h * (1.0 / 2147483648.0);
	}

	/** Value noise in the plane, -1..1. */
	double plane(final double x, final double y) {
		return plane(x, y, null);
	}

	/**
	 * Value noise in the plane with its gradient.
	 *
	 * @param gradient receives d/dx and d/dy, may be null
	 */
	double plane(final double x, final double y, final double[] gradient) {
		final double fx = Math.floor(x), fy = Math.floor(y);
		final int i = (int) fx, j = (int) fy;
		final double u = x - fx, v = y - fy;
		final double a = at(i, j, 0), b = at(i + 1, j, 0), c = at(i, j + 1, 0), d = at(i + 1, j + 1, 0);
		final double su = fade(u), sv = fade(v), k = a - b - c + d;
		if (gradient != null) {
			gradient[0] = fadeSlope(u) * (b - a + k * sv);
			gradient[1] = fadeSlope(v) * (c - a + k * su);
		}
		return a + (b - a) * su + (c - a) * sv + k * su * sv;
	}

	/** Value noise in space, -1..1. */
	double space(final double x, final double y, final double z) {
		final double fx = Math.floor(x), fy = Math.floor(y), fz = Math.floor(z);
		final int i = (int) fx, j = (int) fy, k = (int) fz;
		final double u = fade(x - fx), v = fade(y - fy), w = fade(z - fz);
		return mix(w, layer(i, j, k, u, v), layer(i, j, k + 1, u, v));
	}

	/** Octaves of {@link #plane} with amplitudes 1/2, 1/4, ..., about -0.8..0.8. */
	double fractal(final double x, final double y, final int octaves) {
		double sum = 0, amplitude = 0.5, px = x, py = y;
		for (int o = 0; o < octaves; o++) {
			sum += amplitude * plane(px, py);
			final double qx = 1.6 * px + 1.2 * py, qy = -1.2 * px + 1.6 * py;
			px = qx + 17.3;
			py = qy - 9.1;
			amplitude *= 0.5;
		}
		return sum;
	}

	/** Octaves of {@link #space}, as {@link #fractal(double, double, int)}. */
	double fractal(final double x, final double y, final double z, final int octaves) {
		double sum = 0, amplitude = 0.5, scale = 1;
		for (int o = 0; o < octaves; o++) {
			sum += amplitude * space(x * scale + 3.7 * o, y * scale - 5.9 * o, z * scale + 7.1 * o);
			amplitude *= 0.5;
			scale *= 2.03;
		}
		return sum;
	}

	/**
	 * Octaves that fade where the sum is already steep, which leaves smooth
	 * valleys between rough ridges as erosion does; about -1..1.
	 */
	double eroded(final double x, final double y, final int octaves) {
		final double[] g = new double[2];
		double sum = 0, amplitude = 0.7, px = x, py = y, gx = 0, gy = 0;
		for (int o = 0; o < octaves; o++) {
			final double n = plane(px, py, g);
			gx += g[0] * 0.55;
			gy += g[1] * 0.55;
			sum += amplitude * n / (1 + gx * gx + gy * gy);
			final double qx = 1.6 * px + 1.2 * py, qy = -1.2 * px + 1.6 * py;
			px = qx;
			py = qy;
			amplitude *= 0.5;
		}
		return sum;
	}

	private double layer(final int i, final int j, final int k, final double u, final double v) {
		return mix(v, mix(u, at(i, j, k), at(i + 1, j, k)), mix(u, at(i, j + 1, k), at(i + 1, j + 1, k)));
	}

	private static double mix(final double t, final double a, final double b) {
		return a + t * (b - a);
	}

	private static double fade(final double t) {
		return t * t * t * (t * (t * 6 - 15) + 10);
	}

	private static double fadeSlope(final double t) {
		return 30 * t * t * (t * (t - 2) + 1);
	}

	/** 0 below {@code low}, 1 above {@code high}, smooth between. */
	static double step(final double low, final double high, final double x) {
		final double t = Math.min(1, Math.max(0, (x - low) / (high - low)));
		return t * t * (3 - 2 * t);
	}
}
