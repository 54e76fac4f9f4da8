package tintype.color;

/**
 * CIE 1976 L*a*b* of sRGB colours, white point D65 for the 2 degree observer,
 * with the constants of scikit-image's {@code rgb2lab}, so that both agree to
 * rounding.
 * <p>
 * L runs from 0 to 100. Over all 8-bit sRGB colours a runs from -86.183 to
 * 98.233 and b from -107.857 to 94.478. Greys have |a|, |b| below 0.01, not
 * exactly 0: matrix and white point do not match to the last digit.
 */
public final class Lab {

	/** Beyond this every colour is clipped; keeps the cubes finite. */
	private static final double FARTHEST_AB = 1000;

	private static final double WHITE_X = 0.95047;
	private static final double WHITE_Z = 1.08883;

	private Lab() {}

	/**
	 * Converts one 8-bit sRGB colour.
	 *
	 * @param rgb 0xRRGGBB; the upper byte is ignored
	 * @param lab written: L, a, b
	 */
	public static void fromSrgb(int rgb, double[] lab) {
		double r = Srgb.linearOfCode(rgb >> 16 & 0xff);
		double g = Srgb.linearOfCode(rgb >> 8 & 0xff);
		double b = Srgb.linearOfCode(rgb & 0xff);
		double fx = compress((0.412453 * r + 0.357580 * g + 0.180423 * b) / WHITE_X);
		double fy = compress(luminance(r, g, b));
		double fz = compress((0.019334 * r + 0.119193 * g + 0.950227 * b) / WHITE_Z);
		lab[0] = 116 * fy - 16;
		lab[1] = 500 * (fx - fy);
		lab[2] = 200 * (fy - fz);
	}

	/**
	 * Lightness of one 8-bit sRGB colour, equal to what
	 * {@link #fromSrgb(int, double[])} writes.
	 *
	 * @param rgb 0xRRGGBB; the upper byte is ignored
	 * @return L, 0..100
	 */
	public static double lightness(int rgb) {
		double r = Srgb.linearOfCode(rgb >> 16 & 0xff);
		double g = Srgb.linearOfCode(rgb >> 8 & 0xff);
		double b = Srgb.linearOfCode(rgb & 0xff);
		return 116 * compress(luminance(r, g, b)) - 16;
	}

	/**
	 * Lightness of a grey of any depth. For 16-bit and float pictures, where
	 * going through 8 bits would round L by up to 0.3.
	 *
	 * @param v sRGB-encoded grey; outside 0..1 clipped, NaN counts as 0
	 * @return L, 0..100
	 */
	public static double lightnessOfGrey(double v) {
		return 116 * compress(Srgb.toLinear(clip(v, 0, 1))) - 16;
	}

	/**
	 * The 8-bit sRGB colour of L, a and b. Each channel is rounded and, where
	 * the colour lies outside the gamut, clipped; clipping changes L.
	 *
	 * @param L lightness, clipped to 0..100
	 * @param a green (negative) to red
	 * @param b blue (negative) to yellow
	 * @return 0xffRRGGBB; NaN in any argument counts as 0
	 */
	public static int toSrgb(double L, double a, double b) {
		double fy = (clip(L, 0, 100) + 16) / 116;
		double fx = fy + clip(a, -FARTHEST_AB, FARTHEST_AB) / 500;
		double fz = Math.max(0, fy - clip(b, -FARTHEST_AB, FARTHEST_AB) / 200);
		double x = WHITE_X * expand(fx);
		double y = expand(fy);
		double z = WHITE_Z * expand(fz);
		int red = Srgb.toCode(3.2404813432005266 * x - 1.5371515162713183 * y - 0.4985363261688878 * z);
		int green = Srgb.toCode(-0.9692549499965682 * x + 1.8759900014898907 * y + 0.04155592655829284 * z);
		int blue = Srgb.toCode(0.05564663913517717 * x - 0.20404133836651123 * y + 1.0573110696453443 * z);
		return 0xff000000 | red << 16 | green << 8 | blue;
	}

	/**
	 * Luminance of a lightness.
	 *
	 * @param L 0..100
	 * @return Y, 0..1, linear light
	 */
	public static double luminance(double L) {
		return expand((L + 16) / 116);
	}

	/** Lightness of a luminance, the inverse of {@link #luminance(double)}. */
	public static double lightnessOfLuminance(double Y) {
		return 116 * compress(Y) - 16;
	}

	private static double luminance(double r, double g, double b) {
		return 0.212671 * r + 0.715160 * g + 0.072169 * b;
	}

	private static double compress(double t) {
		return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
	}

	private static double expand(double f) {
		return f > 0.2068966 ? f * f * f : (f - 16 / 116.0) / 7.787;
	}

	private static double clip(double v, double low, double high) {
		return Double.isNaN(v) ? 0 : Math.max(low, Math.min(high, v));
	}
}
