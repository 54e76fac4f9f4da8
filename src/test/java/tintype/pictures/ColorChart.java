package tintype.pictures;

import java.awt.image.BufferedImage;

/**
 * A 64 x 48 colour chart: 8 x 4 patches of 8 x 8 pixels whose sRGB levels are
 * stated here, then a grey wedge and a hue band, 8 rows each.
 */
final class ColorChart {

	static final int PATCH = 8;

	private static final int[][] PATCHES = {
		{ 0x000000, 0x404040, 0x808080, 0xC0C0C0, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF },
		{ 0x00FFFF, 0xFF00FF, 0xFFFF00, 0x800000, 0x008000, 0x000080, 0x808000, 0x008080 },
		{ 0x735244, 0xC29682, 0x627A9D, 0x576C43, 0x8580B1, 0x67BDAA, 0xD67E2C, 0x505BA6 },
		{ 0xC15A63, 0x5E3C6C, 0x9DBC40, 0xE0A32E, 0x383D96, 0x469449, 0xAF363C, 0xE7C71F } };

	private ColorChart() {}

	/** The level 0xRRGGBB of a patch. */
	static int patch(final int row, final int column) {
		return PATCHES[row][column];
	}

	static BufferedImage image() {
		final BufferedImage image = new BufferedImage(8 * PATCH, 6 * PATCH, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				image.setRGB(x, y, y < 4 * PATCH ? patch(y / PATCH, x / PATCH) : y < 5 * PATCH ? wedge(x) : hue(x));
		return image;
	}

	private static int wedge(final int x) {
		return x * 255 / (8 * PATCH - 1) * 0x010101;
	}

	/** Red, yellow, green, cyan, blue, magenta, red along the row. */
	private static int hue(final int x) {
		final double h = 6.0 * x / (8 * PATCH - 1);
		return band(h - 0) << 16 | band(h - 2) << 8 | band(h - 4);
	}

	private static int band(final double fromPeak) {
		final double away = Math.min(Math.abs(fromPeak), Math.min(Math.abs(fromPeak - 6), Math.abs(fromPeak + 6)));
		return (int) (255 * Math.min(1, Math.max(0, 2 - away)) + 0.5);
	}
}
