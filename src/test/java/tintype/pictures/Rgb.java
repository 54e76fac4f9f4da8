package tintype.pictures;

/** Linear light in the sRGB primaries; 1 is diffuse white, more is allowed. */
record Rgb(double r, double g, double b) {

	static final Rgb BLACK = new Rgb(0, 0, 0);

	/** The linear value of an 8-bit sRGB colour 0xRRGGBB, by the curve of IEC 61966-2-1. */
	static Rgb of(final int srgb) {
		return new Rgb(linear((srgb >> 16 & 255) / 255.0), linear((srgb >> 8 & 255) / 255.0), linear((srgb & 255) / 255.0));
	}

	Rgb times(final double s) {
		return new Rgb(r * s, g * s, b * s);
	}

	Rgb times(final Rgb o) {
		return new Rgb(r * o.r, g * o.g, b * o.b);
	}

	Rgb plus(final Rgb o) {
		return new Rgb(r + o.r, g + o.g, b + o.b);
	}

	/** This where {@code t} is 0, the other where it is 1. */
	Rgb mix(final Rgb o, final double t) {
		return new Rgb(r + t * (o.r - r), g + t * (o.g - g), b + t * (o.b - b));
	}

	/** CIE luminance Y, white at 1. */
	double luminance() {
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}

	/** The nearest 8-bit sRGB colour, 0xRRGGBB. */
	int srgb() {
		return level(r) << 16 | level(g) << 8 | level(b);
	}

	/** The nearest 8-bit sRGB level of a linear value. */
	static int level(final double v) {
		final double c = Math.min(1, Math.max(0, v));
		final double e = c <= 0.0031308 ? 12.92 * c : 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055;
		return (int) (255 * e + 0.5);
	}

	private static double linear(final double e) {
		return e <= 0.04045 ? e / 12.92 : StrictMath.pow((e + 0.055) / 1.055, 2.4);
	}
}
