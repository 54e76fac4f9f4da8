package tintype.ij;

import java.awt.Color;

import ij.process.LUT;

/** A lookup table for values on both sides of 0: blue below, white at 0, red above, as dark as they are far from it. */
final class Diverging {

	private static final int ENTRIES = 256;

	/** Ends of ColorBrewer's RdBu, which the colour-blind can tell apart (Harrower &amp; Brewer 2003). */
	private static final Color BELOW = new Color(0x053061), ABOVE = new Color(0x67001f);
	private static final Color HALF_BELOW = new Color(0x4393c3), HALF_ABOVE = new Color(0xd6604d);

	private Diverging() {}

	/** @param most shown in the darkest red; its negative in the darkest blue */
	static LUT upTo(double most) {
		byte[] red = new byte[ENTRIES], green = new byte[ENTRIES], blue = new byte[ENTRIES];
		for (int i = 0; i < ENTRIES; i++) {
			double value = 2.0 * i / (ENTRIES - 1) - 1, distance = Math.abs(value);
			Color half = value < 0 ? HALF_BELOW : HALF_ABOVE, end = value < 0 ? BELOW : ABOVE;
			Color from = distance < 0.5 ? Color.WHITE : half, to = distance < 0.5 ? half : end;
			double share = distance < 0.5 ? 2 * distance : 2 * distance - 1;
			red[i] = mixed(from.getRed(), to.getRed(), share);
			green[i] = mixed(from.getGreen(), to.getGreen(), share);
			blue[i] = mixed(from.getBlue(), to.getBlue(), share);
		}
		LUT lut = new LUT(red, green, blue);
		lut.min = -most;
		lut.max = most;
		return lut;
	}

	private static byte mixed(int from, int to, double share) {
		return (byte) Math.round(from + share * (to - from));
	}
}
