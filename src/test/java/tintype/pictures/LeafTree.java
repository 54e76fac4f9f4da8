package tintype.pictures;

import java.util.Random;

/**
 * A broad-leaved tree or bush: overlapping balls of leaves, each dab lit by
 * where on its ball it sits.
 *
 * @param tall height, metres
 * @param wide width of the crown over its height
 * @param seed its own shape and tint
 */
record LeafTree(double x, double z, double tall, double wide, long seed) implements Plant {

	private static final Rgb LEAVES = Rgb.of(0x6B8238);
	private static final Rgb LIGHT = Rgb.of(0x8E9444);

	@Override
	public void paint(final View view, final double ground, final double lit) {
		final Random random = new Random(seed);
		final double h = tall * view.scale(z);
		final double foot = view.row(ground, z), middle = view.column(x, z);
		final Rgb green = LEAVES.mix(LIGHT, random.nextDouble()).times(0.6 + 0.5 * random.nextDouble());
		final int balls = h < 14 ? 3 : 6 + (int) Math.min(26, h / 7);
		for (int i = 0; i < balls; i++) {
			final double level = (i + random.nextDouble()) / balls;
			final double bulge = Math.sqrt(Math.max(0.1, 1 - (2 * level - 0.8) * (2 * level - 0.8) * 0.8));
			final double side = (random.nextDouble() * 2 - 1) * 0.42 * wide * bulge;
			final double radius = h * wide * (0.20 + 0.08 * random.nextDouble()) * (balls < 6 ? 1.3 : 1);
			final double shade = 0.45 + 0.55 * level - 0.35 * side / (0.4 * wide) * 0.6;
			ball(view, random, new double[] { middle + side * h, foot - h * (0.16 + 0.72 * level), radius },
				green, lit * shade, shade);
		}
	}

	private void ball(final View view, final Random random, final double[] at, final Rgb green, final double lit,
		final double open)
	{
		final double size = Math.max(0.55, Math.min(at[2] * 0.10, 1.7));
		final int dabs = (int) Math.max(6, at[2] * at[2] * 3.1 / (size * size * 1.1));
		final Haze haze = Haze.along(z);
		for (int i = 0; i < dabs; i++) {
			final double a = random.nextDouble() * Math.PI * 2;
			final double out = i < dabs / 4 ? random.nextDouble() * 0.8 : Math.sqrt(random.nextDouble());
			final double ragged = out * (0.85 + 0.35 * random.nextDouble());
			final double cos = StrictMath.cos(a), sin = StrictMath.sin(a), nx = cos * out, ny = -sin * out;
			final double nz = -Math.sqrt(Math.max(0, 1 - out * out));
			final double facing = nx * Daylight.X + ny * Daylight.Y + nz * Daylight.Z;
			final double spark = random.nextDouble();
			final double gap = i < dabs / 4 ? 0.12 : 0.3 + 0.7 * spark;
			final Rgb c = Daylight.shade(green, (0.22 + 0.78 * facing) * (0.4 + 1.1 * spark), lit * gap,
				open * gap * (0.55 + 0.45 * ny));
			view.light().dab(at[0] + at[2] * ragged * cos, at[1] + at[2] * ragged * sin, size * 1.2, size, haze.over(c), 0.92);
		}
	}
}
