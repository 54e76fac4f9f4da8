package tintype.pictures;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * A photograph of {@link PaperLabel} on a wooden table, taken at a slant by a
 * pinhole camera. Its corners in the picture are known exactly; the principal
 * point is the middle of the picture, so the paper's aspect ratio can be found
 * from the corners alone.
 */
final class ObliqueLabel {

	static final int WIDTH = 400, HEIGHT = 300;

	private static final int FINE = 4;
	/** Focal length in pixels, distance of the paper's middle in millimetres. */
	private static final double FOCAL = 520, DISTANCE = 132;
	/** Unit vectors along the paper's width and height, in camera axes: right, down, ahead. */
	private static final double[] ALONG = { 0.9116846, 0.1607546, 0.3781386 };
	private static final double[] DOWN = normal();

	private ObliqueLabel() {}

	/** Completes {@link #ALONG} to the paper's plane: leans away from the camera at the top. */
	private static double[] normal() {
		final double[] d = { -0.05, 0.78, -0.62 };
		final double dot = d[0] * ALONG[0] + d[1] * ALONG[1] + d[2] * ALONG[2];
		double n = 0;
		for (int i = 0; i < 3; i++) {
			d[i] -= dot * ALONG[i];
			n += d[i] * d[i];
		}
		for (int i = 0; i < 3; i++)
			d[i] /= Math.sqrt(n);
		return d;
	}

	/** Where a point of the table, in millimetres of the paper, appears: x and y with pixel centres at +0.5. */
	static double[] project(final double u, final double v) {
		final double a = u - PaperLabel.WIDTH / 2, b = v - PaperLabel.HEIGHT / 2;
		final double z = DISTANCE + a * ALONG[2] + b * DOWN[2];
		return new double[] { WIDTH / 2.0 + FOCAL * (a * ALONG[0] + b * DOWN[0]) / z,
			HEIGHT / 2.0 + FOCAL * (a * ALONG[1] + b * DOWN[1]) / z };
	}

	/** The point of the table, in millimetres of the paper, that appears at (x, y). */
	static double[] locate(final double x, final double y) {
		final double p = (x - WIDTH / 2.0) / FOCAL, q = (y - HEIGHT / 2.0) / FOCAL;
		final double a11 = ALONG[0] - p * ALONG[2], a12 = DOWN[0] - p * DOWN[2];
		final double a21 = ALONG[1] - q * ALONG[2], a22 = DOWN[1] - q * DOWN[2];
		final double det = a11 * a22 - a12 * a21, r1 = p * DISTANCE, r2 = q * DISTANCE;
		return new double[] { (r1 * a22 - a12 * r2) / det + PaperLabel.WIDTH / 2,
			(a11 * r2 - r1 * a21) / det + PaperLabel.HEIGHT / 2 };
	}

	static BufferedImage photograph() {
		final Noise noise = new Noise(31);
		final LightField light = new LightField(WIDTH * FINE, HEIGHT * FINE);
		for (int y = 0; y < light.height; y++)
			for (int x = 0; x < light.width; x++)
				light.set(x, y, seen(noise, (x + 0.5) / FINE, (y + 0.5) / FINE));
		final LightField picture = light.shrink(FINE);
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				image.setRGB(x, y, picture.get(x, y).times(1 + 0.012 * noise.at(x, y, 1)).srgb());
		return image;
	}

	private static Rgb seen(final Noise noise, final double x, final double y) {
		final double[] p = locate(x, y);
		final boolean paper = p[0] >= 0 && p[1] >= 0 && p[0] < PaperLabel.WIDTH && p[1] < PaperLabel.HEIGHT;
		final Rgb albedo = paper ? PaperLabel.albedo(p[0], p[1]) : wood(noise, p[0], p[1]);
		return albedo.times(1.0 - 0.0006 * x - 0.0004 * y);
	}

	/** Grain that runs along the table, with a soft shadow below and right of the paper. */
	private static Rgb wood(final Noise noise, final double u, final double v) {
		final double grain = noise.fractal(u / 60 + 2, v / 4 + 0.6 * noise.plane(u / 45, v / 22), 5);
		final double fibre = noise.fractal(u / 9, v / 0.7, 3);
		final double outside = Math.max(Math.abs(u - 1.2 - PaperLabel.WIDTH / 2) - PaperLabel.WIDTH / 2,
			Math.abs(v - 1.2 - PaperLabel.HEIGHT / 2) - PaperLabel.HEIGHT / 2);
		final double shadow = 0.45 + 0.55 * Noise.step(-1, 2.2, outside);
		return Rgb.of(0x8A5E3C).mix(Rgb.of(0x5A3820), Noise.step(-0.4, 0.5, grain)).times((1 + 0.45 * fibre) * shadow);
	}

	/** The text of {@code label-oblique.txt}. */
	static String description() {
		final double w = PaperLabel.WIDTH, h = PaperLabel.HEIGHT;
		final double[][] corners = { { 0, 0 }, { w, 0 }, { w, h }, { 0, h } };
		final String[] names = { "upper-left ", "upper-right", "lower-right", "lower-left " };
		final StringBuilder text = new StringBuilder("""
			# label-oblique.png: corners of the paper, clockwise from the upper left.
			# Pixels; (0, 0) is the outer corner of the first pixel, its centre is (0.5, 0.5).
			""");
		for (int i = 0; i < 4; i++) {
			final double[] p = project(corners[i][0], corners[i][1]);
			text.append(String.format(Locale.ROOT, "%s %9.4f %9.4f\n", names[i], p[0], p[1]));
		}
		return text.append(String.format(Locale.ROOT, "# True size of the paper, millimetres.\nsize %.1f %.1f\n", w, h))
			.append(String.format(Locale.ROOT, "# Focal length, pixels; the principal point is (%.1f, %.1f).\nfocal %.1f\n",
				WIDTH / 2.0, HEIGHT / 2.0, FOCAL))
			.toString();
	}
}
