package tintype.pictures;

/**
 * A blue sky with fair-weather clouds. The clouds are a volume: every ray adds
 * up what the droplets it passes scatter, each sample dimmed by the cloud
 * between it and the sun.
 */
final class Sky {

	private static final double BASE = 1650, TOP = 2700;
	private static final int STEPS = 44;
	private static final Rgb ZENITH = new Rgb(0.12, 0.26, 0.58);
	private static final Rgb LOW = new Rgb(0.58, 0.74, 0.95);
	private static final Rgb CLOUD_SUN = new Rgb(1.25, 1.19, 1.10);
	private static final Rgb CLOUD_SHADE = new Rgb(0.52, 0.58, 0.68);

	private final Noise noise;

	Sky(final int seed) {
		noise = new Noise(seed);
	}

	/** Paints everything above the horizon and a few rows below; computed for blocks of {@code n} x {@code n}. */
	void paint(final View view, final int n) {
		final LightField light = view.light();
		final int rows = (int) view.horizon() / n + 4, columns = light.width / n;
		final LightField coarse = new LightField(columns, rows);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				final double up = (view.horizon() - (y + 0.5) * n) / view.focal();
				final double side = ((x + 0.5) * n - view.column()) / view.focal();
				coarse.set(x, y, toward(side, Math.max(0.002, up), x, y));
			}
		for (int y = 0; y < (rows - 1) * n; y++)
			for (int x = 0; x < light.width; x++)
				light.set(x, y, coarse.get((x + 0.5) / n - 0.5, (y + 0.5) / n - 0.5));
	}

	/** Light from the direction (side, up, 1); x and y only jitter the samples. */
	private Rgb toward(final double side, final double up, final int x, final int y) {
		final double slant = up / Math.sqrt(1 + side * side + up * up);
		final Rgb blue = LOW.mix(ZENITH, 1 - StrictMath.exp(-slant * 4.2));
		final double near = BASE / up, far = Math.min(TOP / up, 60000);
		if (near > 42000)
			return blue;
		double clear = 1;
		Rgb glow = Rgb.BLACK;
		final double stride = (far - near) / STEPS;
		double z = near + stride * (0.5 + 0.45 * noise.at(x, y, 99));
		for (int i = 0; i < STEPS && clear > 0.02; i++, z += stride) {
			final double d = density(side * z, up * z, z, 6);
			if (d <= 0)
				continue;
			final double pass = StrictMath.exp(-d * stride * 0.011);
			final double sun = StrictMath.exp(-shade(side * z, up * z, z));
			final double height = (up * z - BASE) / (TOP - BASE);
			final Rgb c = CLOUD_SHADE.times(0.75 + 0.6 * height).plus(CLOUD_SUN.times(sun));
			glow = glow.plus(c.times(clear * (1 - pass)));
			clear *= pass;
		}
		final double veil = StrictMath.exp(-near / 16000);
		return blue.mix(glow.plus(blue.times(clear)), veil);
	}

	/** Optical depth from a point to the sun. */
	private double shade(final double x, final double h, final double z) {
		double sum = 0;
		for (int i = 1; i <= 3; i++) {
			final double s = 70.0 * i * i;
			sum += Math.max(0, density(x + Daylight.X * s, h + Daylight.Y * s, z + Daylight.Z * s, 4)) * (2 * i - 1);
		}
		return sum * 70 * 0.0075;
	}

	private double density(final double x, final double h, final double z, final int octaves) {
		final double t = (h - BASE) / (TOP - BASE);
		if (t <= 0 || t >= 1)
			return 0;
		final double cover = noise.fractal(x / 3600 + 4.2, z / 5200 + 0.4, 3);
		final double body = noise.fractal(x / 620, h / 480, z / 620, octaves);
		final double foot = Noise.step(0, 0.10, t);
		return Math.min(1, 3.2 * foot * (cover * 1.5 + body * 0.95 - 0.35 - 0.75 * t));
	}
}
