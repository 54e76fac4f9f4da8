package tintype.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Decides what grows where; the list is ordered from far to near. */
final class Planting {

	private static final Rgb GRASS = Rgb.of(0x718838);
	private static final Rgb STRAW = Rgb.of(0xA89C58);

	private final Relief relief;
	private final GroundCover cover;
	private final Noise noise;
	private final Random random;
	private final List<Plant> plants = new ArrayList<>();

	Planting(final Relief relief, final GroundCover cover, final int seed) {
		this.relief = relief;
		this.cover = cover;
		noise = new Noise(seed);
		random = new Random(seed);
	}

	/** @param halfWidth half of what the camera sees at one metre, metres */
	List<Plant> everything(final double halfWidth) {
		forest(halfWidth);
		shore();
		meadow(halfWidth);
		plants.sort(Comparator.comparingDouble(Plant::z).reversed());
		return plants;
	}

	/** Trees as dense as the picture can show them, from the far shore to the mountains' feet. */
	private void forest(final double halfWidth) {
		for (double z = 420; z < 5200; z += Math.max(3.2, 0.0030 * z)) {
			final double gap = Math.max(3.2, 0.0034 * z), wide = halfWidth * z + 20;
			for (double x = -wide; x < wide; x += gap) {
				final double tx = x + gap * random.nextDouble(), tz = z + gap * random.nextDouble();
				final double d = tz - relief.farShore(tx);
				if (d < 7 + 9 * noise.plane(tx / 25, 3) || clearing(tx, tz))
					continue;
				final double age = 0.8 + 0.5 * noise.fractal(tx / 60, tz / 90, 3);
				final boolean leafy = noise.fractal(tx / 130 + 7, tz / 200, 4) > 0.22 - 0.25 * Noise.step(60, 5, d);
				if (leafy)
					plants.add(new LeafTree(tx, tz, age * (8 + 5 * random.nextDouble()), 0.95, random.nextLong()));
				else
					plants.add(new Conifer(tx, tz, age * (12 + 11 * random.nextDouble()), random.nextLong()));
			}
		}
	}

	private boolean clearing(final double x, final double z) {
		return noise.fractal(x / 330 + 2, z / 420 + 5, 4) > 0.36;
	}

	/** The trees that frame the picture, bushes and stones on the near shore. */
	private void shore() {
		final double[][] spruces = { { 25, 64, 19 }, { 29, 72, 23 }, { 30, 62, 15 }, { 23, 77, 12 }, { 35, 76, 24 },
			{ 28, 57, 6 }, { 20.5, 68, 4 }, { 33, 68, 18 }, { -43, 84, 11 }, { -46, 82, 7 } };
		for (final double[] s : spruces)
			plants.add(new Conifer(s[0], s[1], s[2], random.nextLong()));
		for (int i = 0; i < 44; i++) {
			final double x = -55 + 130 * random.nextDouble(), z = relief.nearShore(x) - 5 - 6 * random.nextDouble();
			if (noise.plane(x / 13, 4) > 0)
				plants.add(new LeafTree(x, z, 0.5 + 2.1 * random.nextDouble() * random.nextDouble(), 1.7, random.nextLong()));
		}
		for (int i = 0; i < 46; i++) {
			final double x = -60 + 120 * random.nextDouble(), z = relief.nearShore(x) - 3 + 4 * random.nextGaussian();
			final double u = random.nextDouble();
			plants.add(new Boulder(x, z, 0.4 + 2.2 * u * u * u, random.nextInt()));
		}
	}

	private void meadow(final double halfWidth) {
		for (double z = 13; z < 110; z *= 1.0042) {
			final double wide = halfWidth * z * 1.1, gap = Math.max(0.07, 0.0042 * z);
			for (double x = -wide; x < wide; x += gap) {
				final double tx = x + gap * random.nextDouble(), tz = z * (1 + 0.004 * random.nextDouble());
				final double h = relief.height(tx, tz);
				if (h < 0.1 || cover.sandiness(tx, tz, h) > 0.4 * random.nextDouble() + 0.1)
					continue;
				plants.add(new Tuft(tx, tz, tuftHeight(tx, tz), tuftTint(tx, tz), random.nextLong()));
			}
		}
	}

	private double tuftHeight(final double x, final double z) {
		final double clump = Noise.step(0.05, 0.4, noise.fractal(x / 1.6, z / 2.2 + 30, 3));
		return 0.20 + 0.2 * noise.fractal(x / 5, z / 7, 4) + 0.30 * clump + 0.08 * random.nextDouble();
	}

	private Rgb tuftTint(final double x, final double z) {
		final double dry = cover.dryness(x, z) * 0.75 + 0.35 * random.nextDouble() * random.nextDouble();
		return GRASS.mix(STRAW, Math.min(1, dry)).times(0.75 + 0.6 * noise.fractal(x / 2, z / 3 + 50, 4));
	}
}
