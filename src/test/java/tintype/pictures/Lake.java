package tintype.pictures;

/** The water: what a mirrored camera sees, broken by ripples, over a dark green depth. */
final class Lake {

	private static final Rgb DEPTH = Rgb.of(0x274244);
	private static final Rgb BED = Rgb.of(0x8A8464);

	private final Relief relief;
	private final Noise noise;

	Lake(final Relief relief, final int seed) {
		this.relief = relief;
		noise = new Noise(seed);
	}

	/** Paints water on every pixel below the horizon where the relief lies under the lake's level. */
	void paint(final View view, final LightField mirrored) {
		for (int y = (int) Math.ceil(view.horizon()); y < view.light().height; y++)
			for (int x = 0; x < view.light().width; x++) {
				final double z = view.focal() * view.eye() / (y + 0.5 - view.horizon());
				final double across = (x + 0.5 - view.column()) * z / view.focal();
				if (z < 5000 && relief.height(across, z) < 0)
					view.light().set(x, y, water(view, mirrored, x, y, across, z));
			}
	}

	private Rgb water(final View view, final LightField mirrored, final int x, final int y, final double across,
		final double z)
	{
		final double calm = 0.35 + 1.5 * Noise.step(-0.12, 0.22, noise.fractal(across / 90, z / 45, 4));
		final double gust = 3 * Noise.step(0.02, 0.30, noise.fractal(across / 340 + 3, z / 75 + 8, 4));
		final double slope = (calm + gust)
			* (0.6 * noise.fractal(across / 3.1, z / 1.1, 4) + 0.5 * noise.fractal(across / 0.7, z / 0.3, 2));
		final double tilt = slope * 0.11 * view.focal();
		final double row = 2 * view.horizon() - y - 1 - Math.abs(tilt) * 0.75 + tilt * 0.35;
		final double side = 0.010 * view.focal() * calm * noise.fractal(across / 2.3 + 40, z / 1.4, 3);
		final double grazing = view.eye() / Math.sqrt(z * z + view.eye() * view.eye());
		final double m = 1 - Math.min(1, Math.max(0.02, grazing + 0.35 * slope * Math.sqrt(grazing)));
		final double mirror = 0.02 + 0.98 * m * m * m * m * m;
		final double shallow = Noise.step(14, 0, relief.nearShore(across) < z ? z - relief.nearShore(across) : 0);
		final Rgb depth = DEPTH.mix(BED, 0.6 * shallow);
		return Haze.along(z * 0.5).over(depth.mix(mirrored.get(x + side, row), mirror));
	}
}
