package tintype.pictures;

/**
 * A weathered stone, shaded by its own bumps.
 *
 * @param size width, metres
 * @param seed its own shape
 */
record Boulder(double x, double z, double size, int seed) implements Plant {

	private static final Rgb STONE = Rgb.of(0xA09889);

	@Override
	public void paint(final View view, final double ground, final double lit) {
		final Noise noise = new Noise(seed);
		final double r = size * view.scale(z) / 2, cx = view.column(x, z), cy = view.row(ground, z) - 0.25 * r;
		final double flat = 0.62 + 0.15 * noise.at(1, 2, 3);
		for (int j = (int) (cy - r * 1.3); j < cy + r * 0.4; j++)
			for (int i = (int) (cx - r * 1.3); i < cx + r * 1.3; i++) {
				final double u = (i + 0.5 - cx) / r, v = (j + 0.5 - cy) / (r * flat);
				final double rough = noise.fractal(u * 1.3 + 5, v * 1.3, 5);
				final double e = 1 - u * u - v * v + 0.55 * rough;
				if (e <= 0)
					continue;
				final double nx = u + 0.9 * noise.fractal(u * 2.6, v * 2.6, 5), ny = -v + 0.9 * noise.fractal(u * 2.6 + 9, v * 2.6, 5);
				final double nz = -Math.sqrt(Math.max(0.05, e));
				final double n = Math.sqrt(nx * nx + ny * ny + nz * nz);
				final double sun = (nx * Daylight.X + ny * Daylight.Y + nz * Daylight.Z) / n;
				final double foot = Noise.step(0.42, -0.1, v);
				final Rgb c = Daylight.shade(STONE.times(0.75 + 0.5 * rough), sun, lit, 0.55 + 0.4 * ny / n);
				view.light().blend(i, j, c.times(0.25 + 0.75 * foot), Math.min(1, e * r * 0.5));
			}
	}
}
