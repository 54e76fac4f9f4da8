package tintype.pictures;

import java.awt.image.BufferedImage;

/** The camera behind the scene: exposure, falling light in the corners, tone curve, grain. */
final class Film {

	private Film() {}

	/** An RGB photograph of the light. */
	static BufferedImage develop(final LightField light, final int seed) {
		final Noise noise = new Noise(seed);
		final BufferedImage image = new BufferedImage(light.width, light.height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < light.height; y++)
			for (int x = 0; x < light.width; x++) {
				final double u = 2.0 * x / light.width - 1, v = 2.0 * y / light.height - 1;
				final double corner = 1 - 0.16 * (u * u + v * v) * (u * u + v * v) / 2;
				final double grain = 1 + 0.014 * (noise.at(x, y, 1) + noise.at(x, y, 2)) + 0.008 * noise.plane(x / 1.7, y / 1.7);
				final Rgb c = light.get(x, y).times(corner * grain * 0.92);
				image.setRGB(x, y, new Rgb(tone(c.r()), tone(c.g()), tone(c.b())).srgb());
			}
		return image;
	}

	/** Denser in the shadows, bending toward white in the lights. */
	private static double tone(final double v) {
		final double shoulder = v * (1 + 0.30 * v) / (1 + 0.62 * v);
		return 1.19 * shoulder * shoulder / (shoulder + 0.035);
	}

	/**
	 * The 8-bit grey picture of equal lightness: as CIE L depends on the luminance
	 * alone, the grey level is the sRGB curve of Y.
	 */
	static BufferedImage grey(final BufferedImage color) {
		final BufferedImage image = new BufferedImage(color.getWidth(), color.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
		for (int y = 0; y < color.getHeight(); y++)
			for (int x = 0; x < color.getWidth(); x++)
				image.getRaster().setSample(x, y, 0, Rgb.level(Rgb.of(color.getRGB(x, y)).luminance()));
		return image;
	}
}
