package tintype.train;

/**
 * Colourfulness M3 of Hasler &amp; Süsstrunk 2003: from mean and deviation of
 * the opponents rg = R - G and yb = (R + G) / 2 - B, both signed.
 */
final class Colourfulness {

	private Colourfulness() {}

	/** @param rgb 8-bit sRGB pixels, at least one */
	static double of(int[] rgb) {
		double rg = 0, yb = 0, rg2 = 0, yb2 = 0;
		for (int pixel : rgb) {
			int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
			double opponentRg = red - green, opponentYb = 0.5 * (red + green) - blue;
			rg += opponentRg;
			yb += opponentYb;
			rg2 += opponentRg * opponentRg;
			yb2 += opponentYb * opponentYb;
		}
		double n = rgb.length;
		double variance = rg2 / n - rg / n * (rg / n) + yb2 / n - yb / n * (yb / n);
		return Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(rg / n, yb / n);
	}
}
