package tintype.pictures;

/** What covers the ground: sand, grass, forest floor, rock and snow. */
final class GroundCover {

	private static final Rgb SAND = Rgb.of(0xC9B48E);
	private static final Rgb GRASS = Rgb.of(0x5C7030);
	private static final Rgb STRAW = Rgb.of(0xA3994F);
	private static final Rgb FLOOR = Rgb.of(0x3A4526);
	private static final Rgb PASTURE = Rgb.of(0x75803F);
	private static final Rgb WOOD = Rgb.of(0x38502C);
	private static final Rgb ALP = Rgb.of(0x7C8350);
	private static final Rgb ROCK = Rgb.of(0x868280);
	private static final Rgb SLATE = Rgb.of(0x666565);
	private static final Rgb SNOW = Rgb.of(0xF4F6FA);

	private final Noise noise;

	GroundCover(final int seed) {
		noise = new Noise(seed);
	}

	/**
	 * What the ground reflects.
	 *
	 * @param h  height above the lake, metres
	 * @param up vertical part of the ground's unit normal
	 */
	Rgb albedo(final double x, final double z, final double h, final double up) {
		if (z < 300)
			return meadow(x, z, h);
		if (z < Relief.MOUNTAINS)
			return FLOOR.mix(PASTURE, h > 12 ? 1 : 0).mix(SAND, Noise.step(1.6, 0.6, h)).times(1 + 0.7 * noise.fractal(x / 9, z / 9, 4));
		return mountain(x, z, h, up);
	}

	private Rgb meadow(final double x, final double z, final double h) {
		final double dry = dryness(x, z);
		final Rgb grass = GRASS.mix(STRAW, dry).times(0.55 + 0.5 * noise.fractal(x / 0.5, z / 0.9, 4));
		final double pebbles = 0.85 + 0.5 * noise.fractal(x / 0.25, z / 0.5, 4);
		final double wet = Noise.step(0.02, 0.16, h);
		return grass.mix(SAND.times(pebbles * (0.45 + 0.55 * wet)), sandiness(x, z, h));
	}

	/** 0 where grass is green, 1 where it is straw. */
	double dryness(final double x, final double z) {
		return Noise.step(-0.25, 0.5, noise.fractal(x / 14 + 5, z / 20, 4));
	}

	/** 1 on the beach, 0 in the meadow. */
	double sandiness(final double x, final double z, final double h) {
		return 1 - Noise.step(0.35, 0.75, h + 0.35 * noise.fractal(x / 4, z / 4, 3));
	}

	private Rgb mountain(final double x, final double z, final double h, final double up) {
		final double grain = noise.fractal(x / 75, h / 75, z / 75, 5);
		final Rgb rock = ROCK.mix(SLATE, Noise.step(-0.3, 0.3, noise.fractal(x / 400, h / 60, z / 400, 3)))
			.times(0.80 + 0.75 * grain + 0.9 * noise.fractal(x / 34, h / 60, z / 34, 3));
		final double alp = Noise.step(0.62, 0.78, up + 0.25 * grain) * (1 - Noise.step(850, 1250, h + 500 * grain));
		final double trees = Noise.step(0.50, 0.62, up + 0.3 * grain) * (1 - Noise.step(480, 640, h + 420 * grain));
		final double speckle = 0.75 + 0.9 * noise.fractal(x / 14, z / 14, 3);
		final double white = Noise.step(0.52, 0.64, up + 0.35 * grain + 0.00022 * (h - 1500))
			* Noise.step(880, 1250, h + 620 * grain);
		return rock.mix(ALP.times(0.9 + 0.5 * grain), alp).mix(WOOD.times(speckle), trees).mix(SNOW, white);
	}
}
