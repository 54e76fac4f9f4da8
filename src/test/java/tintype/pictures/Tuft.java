package tintype.pictures;

import java.util.Random;

/**
 * A few blades of grass, dark at the foot and bright at the tips, perhaps with
 * a flower.
 *
 * @param tall length of the blades, metres
 * @param tint what the blades reflect
 * @param seed its own shape
 */
record Tuft(double x, double z, double tall, Rgb tint, long seed) implements Plant {

	/** White flowers are twice as frequent as yellow ones. */
	private static final Rgb[] PETALS = { Rgb.of(0xF2F0E4), Rgb.of(0xE8C93A), Rgb.of(0xF2F0E4) };

	@Override
	public void paint(final View view, final double ground, final double lit) {
		final Random random = new Random(seed);
		final double h = tall * view.scale(z);
		for (int blade = 0; blade < 4; blade++) {
			final double x0 = view.column(x, z) + h * 0.5 * random.nextGaussian();
			final double lean = 0.35 * random.nextGaussian() + 0.12, length = h * (0.5 + 0.7 * random.nextDouble());
			final double spark = random.nextDouble(), bright = 0.25 + 1.35 * spark * spark, thick = Math.max(0.5, 0.006 * view.scale(z));
			final int steps = (int) Math.max(2, length);
			for (int i = 0; i < steps; i++) {
				final double t = (i + 0.5) / steps;
				final Rgb c = Daylight.shade(tint, 0.75 * bright * (0.2 + 0.8 * t), lit, 0.15 + 0.6 * t * bright);
				view.light().dab(x0 + lean * length * t * t, view.row(ground, z) - length * t, thick * (1.2 - t), 0.7,
					c, 0.85);
			}
		}
		if (random.nextInt(60) == 0)
			flower(view, random, ground, h, lit);
	}

	private void flower(final View view, final Random random, final double ground, final double h, final double lit) {
		final Rgb c = Daylight.shade(PETALS[random.nextInt(PETALS.length)], 0.7, lit, 0.9);
		final double size = Math.max(0.6, 0.022 * view.scale(z));
		view.light().dab(view.column(x, z), view.row(ground, z) - h * 1.05, size, size * 0.7, c, 0.9);
	}
}
