package tintype.color;

/**
 * The transfer curve of sRGB, IEC 61966-2-1: encoded values as they lie in a
 * file against linear light, both 0..1 for displayable colours.
 */
public final class Srgb {

	/** Enough buckets that no code value is narrower than one of them. */
	private static final int BUCKETS = 4096;

	private static final double[] LINEAR = new double[256];
	private static final double[] UPPER_EDGE = new double[255];
	private static final int[] LOWEST_CODE = new int[BUCKETS + 1];

	static {
		for (int code = 0; code < 256; code++)
			LINEAR[code] = toLinear(code / 255.0);
		for (int code = 0; code < 255; code++)
			UPPER_EDGE[code] = toLinear((code + 0.5) / 255);
		int code = 0;
		for (int bucket = 0; bucket <= BUCKETS; bucket++) {
			code = climb(code, (double) bucket / BUCKETS);
			LOWEST_CODE[bucket] = code;
		}
	}

	private Srgb() {}

	/**
	 * Linear light of an encoded value. Values outside 0..1 follow the same
	 * two branches and are not clipped.
	 *
	 * @param v encoded value, 0..1
	 * @return linear light, 0..1
	 */
	public static double toLinear(double v) {
		return v > 0.04045 ? Math.pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
	}

	/**
	 * Encoded value of linear light, the inverse of {@link #toLinear(double)}
	 * to about 1e-7: the two thresholds of the standard are rounded. Values
	 * outside 0..1 follow the same two branches and are not clipped.
	 *
	 * @param linear linear light, 0..1
	 * @return encoded value, 0..1
	 */
	public static double toEncoded(double linear) {
		return linear > 0.0031308 ? 1.055 * Math.pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear;
	}

	/** Linear light of an 8-bit code 0..255. */
	public static double linearOfCode(int code) {
		return LINEAR[code];
	}

	/**
	 * The 8-bit code nearest to linear light, clipped to 0..255; NaN gives 0.
	 * Looked up instead of computed: a photograph asks three times per pixel,
	 * and a power costs ten times as much.
	 */
	public static int toCode(double linear) {
		if (!(linear > 0))
			return 0;
		if (linear >= 1)
			return 255;
		return climb(LOWEST_CODE[(int) (linear * BUCKETS)], linear);
	}

	private static int climb(int code, double linear) {
		int found = code;
		while (found < 255 && linear >= UPPER_EDGE[found])
			found++;
		return found;
	}
}
