package tintype.pictures;

/** Heights in metres above the lake: a meadow, the lake's bed, wooded hills, mountains. */
final class Relief {

	/** Where the mountains begin, metres ahead. */
	static final double MOUNTAINS = 3800;

	private final Noise noise;

	Relief(final int seed) {
		noise = new Noise(seed);
	}

	double height(final double x, final double z) {
		if (z < 300)
			return near(x, z);
		final double d = z - farShore(x);
		if (d <= 0)
			return -1;
		final double low = z < 7000 ? hills(x, z, d) : 0;
		double h = 0.05 * d * Noise.step(0, 60, d) + low;
		if (z > MOUNTAINS)
			h += mountains(x, z);
		return h;
	}

	/** Distance of the lake's near shore. */
	double nearShore(final double x) {
		final double spit = (x + 52) / 24, bay = (x - 6) / 22;
		return 88 + 0.12 * x + 40 * StrictMath.exp(-spit * spit) - 14 * StrictMath.exp(-bay * bay)
			+ 7 * noise.fractal(x / 16, 7.5, 4);
	}

	/** Distance of the lake's far shore; a wooded point comes in from the left. */
	double farShore(final double x) {
		final double point = (x + 310) / 190;
		return 930 + 0.18 * x + 110 * noise.fractal(x / 420, 1.5, 4) - 420 * StrictMath.exp(-point * point);
	}

	private double near(final double x, final double z) {
		final double d = nearShore(x) - z;
		if (d < -4)
			return -1;
		final double roll = 1.6 * noise.plane(x / 38, z / 30 + 9) * Noise.step(2, 40, d);
		return 0.045 * d + 0.09 * Math.max(0, d - 5) + roll + 0.12 * noise.fractal(x / 3, z / 3, 3) * Noise.step(0, 4, d);
	}

	private double hills(final double x, final double z, final double d) {
		final double left = bell(x, z, -1050, 2300, 900, 1000) * 265;
		final double right = bell(x, z, 1250, 2500, 850, 900) * 280;
		final double point = bell(x, z, -330, 760, 190, 190) * 55;
		final double middle = bell(x, z, 250, 3600, 1500, 900) * 150;
		final double rough = 0.85 + 0.8 * noise.eroded(x / 640, z / 640, 8);
		return (left + right + middle + point) * rough * Noise.step(0, 260, d);
	}

	private double mountains(final double x, final double z) {
		final double massif = bell(x, z, 750, 8200, 1900, 1900) * 2150 + bell(x, z, -1500, 8800, 1500, 1800) * 1500
			+ bell(x, z, -4300, 9500, 1900, 2000) * 1900 + bell(x, z, 4200, 9200, 1700, 2100) * 1500
			+ bell(x, z, 0, 12500, 9000, 1500) * 900;
		final double ridge = 1 - Math.abs(noise.fractal(x / 2100 + 1.7, z / 2100 + 0.6, 5)) * 1.5;
		final double worn = noise.eroded(x / 980 + 0.3, z / 980 + 4.1, 11);
		return massif * (0.30 + 0.55 * ridge + 0.44 * worn) * Noise.step(MOUNTAINS, 6500, z);
	}

	private static double bell(final double x, final double z, final double cx, final double cz, final double wx,
		final double wz)
	{
		final double u = (x - cx) / wx, v = (z - cz) / wz;
		return StrictMath.exp(-u * u - v * v);
	}
}
