package tintype.pictures;

import java.util.Random;

/**
 * A spruce. Near by it is built of whorls of drooping boughs, painted from the
 * lowest up; far away it is a dark cone with a lit side.
 *
 * @param tall height, metres
 * @param seed its own shape and tint
 */
record Conifer(double x, double z, double tall, long seed) implements Plant {

	private static final Rgb NEEDLES = Rgb.of(0x465E33);
	private static final Rgb OLIVE = Rgb.of(0x6C7838);
	private static final Rgb BARK = Rgb.of(0x4A3B2C);
	/** Pixels of height from which single boughs are painted. */
	private static final double BOUGHS_SEEN = 44;

	@Override
	public void paint(final View view, final double ground, final double lit) {
		final Random random = new Random(seed);
		final double h = tall * view.scale(z), foot = view.row(ground, z), middle = view.column(x, z);
		final double reach = h * (0.155 + 0.06 * random.nextDouble());
		final Rgb green = NEEDLES.mix(OLIVE, random.nextDouble() * 0.7).times(0.7 + 0.5 * random.nextDouble());
		if (h < BOUGHS_SEEN) {
			cone(view, random, new double[] { middle, foot, h, reach }, green, lit);
			return;
		}
		trunk(view, middle, foot, h, lit);
		final int whorls = (int) Math.min(tall * 3, h / 3.5);
		for (int i = 0; i < whorls; i++) {
			final double up = (i + random.nextDouble()) / whorls;
			final double y = foot - h * (0.06 + 0.93 * up);
			final double length = reach * (0.04 + 0.96 * StrictMath.pow(1 - up, 0.85)) * (0.75 + 0.4 * random.nextDouble());
			final int boughs = 9;
			for (int b = 0; b < boughs; b++) {
				final double angle = Math.PI * (b % 2 == 0 ? 0.5 + (b + 0.5) / boughs : 0.5 - (b + 0.5) / boughs)
					+ 0.5 * random.nextGaussian();
				bough(view, random, new double[] { middle, y, length * (0.6 + 0.55 * random.nextDouble()), angle },
					green, lit * (0.45 + 0.55 * up));
			}
		}
	}

	/** One bough from the trunk at (at[0], at[1]), at[2] pixels long, growing toward the angle at[3]. */
	private void bough(final View view, final Random random, final double[] at, final Rgb green, final double lit) {
		final double cos = StrictMath.cos(at[3]), sin = StrictMath.sin(at[3]), length = at[2];
		final double sun = cos * Daylight.X + sin * Daylight.Z;
		final double droop = 0.22 + 0.18 * random.nextDouble(), tint = 0.75 + 0.5 * random.nextDouble();
		final Haze haze = Haze.along(z);
		final int dabs = (int) Math.max(3, length * 1.5);
		for (int i = 0; i < dabs; i++) {
			final double t = (i + random.nextDouble()) / dabs;
			final double fan = 0.10 * length * t * random.nextGaussian();
			final double hang = Math.abs(random.nextGaussian()) * (0.5 + 0.055 * length);
			final double spark = random.nextDouble();
			final double outer = 0.12 + 0.88 * t * t;
			final double light = (0.36 + 0.95 * sun) * (0.35 + 1.25 * spark) - 0.12 * hang / (1 + 0.05 * length);
			final Rgb c = Daylight.shade(green.times(tint), light, lit * outer, outer * (0.3 + 0.4 * spark));
			final double y = at[1] + length * (droop * t * t - 0.10 * t - 0.22 * sin * t) + hang;
			view.light().dab(at[0] + cos * length * t + fan, y, 1.35, 0.8, haze.over(c), 0.85);
		}
	}

	/** A small tree with foot (at[0], at[1]), height at[2] and greatest radius at[3]. */
	private void cone(final View view, final Random random, final double[] at, final Rgb green, final double lit) {
		final double h = at[2], size = Math.max(0.55, h * 0.022);
		final Haze haze = Haze.along(z);
		final int dabs = (int) Math.max(9, h * h * 0.16);
		for (int i = 0; i < dabs; i++) {
			final boolean inner = i < dabs * 0.35;
			final double down = Math.sqrt(random.nextDouble()), angle = random.nextDouble() * Math.PI * 2;
			final double cos = StrictMath.cos(angle), sin = inner ? 0.3 : -Math.sqrt(Math.max(0, 1 - cos * cos));
			final double out = inner ? random.nextDouble() * 0.8 : Math.sqrt(0.12 + 0.88 * random.nextDouble());
			final double r = at[3] * (down + 0.02) * out;
			final double row = at[1] - h * (1 - 0.93 * down) + size * random.nextGaussian();
			final double sun = 0.22 + 0.8 * (cos * Daylight.X + sin * Daylight.Z + 0.3 * Daylight.Y);
			final double hollow = inner ? 0.05 : (0.25 + 0.75 * out * out) * (1.1 - 0.75 * down);
			final double spark = 0.4 + 1.2 * random.nextDouble();
			final Rgb c = Daylight.shade(green, sun * spark * 1.15, lit * hollow, hollow * 0.75);
			view.light().dab(at[0] + cos * r, row, size * (1.2 + 0.5 * out), size, haze.over(c), 0.9);
		}
	}

	private void trunk(final View view, final double middle, final double foot, final double h, final double lit) {
		final double thick = h * 0.011;
		final Rgb bark = Haze.along(z).over(Daylight.shade(BARK, 0.3, lit, 0.4));
		for (double y = 0; y < h * 0.95; y += 0.5)
			view.light().dab(middle, foot - y, thick * (1 - y / h), 0.6, bark, 1);
	}
}
