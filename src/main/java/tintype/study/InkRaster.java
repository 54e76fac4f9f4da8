package tintype.study;

/**
 * A square sheet of pixels on which a round pen leaves ink. Coverage is taken
 * from the distance of a pixel's centre to the line and not from a graphics
 * library, whose antialiasing differs among Java versions.
 */
final class InkRaster {

	private final int edge;

	/** [y, x], 0 (paper) to 1 (ink). */
	private final double[] ink;

	/** @param edge in pixels */
	InkRaster(int edge) {
		this.edge = edge;
		ink = new double[edge * edge];
	}

	/**
	 * Draws a straight piece with round ends, as wide at one end as it is there.
	 *
	 * @param from       x and y of one end in pixels, 0 at the left or upper edge of the sheet
	 * @param to         the other end
	 * @param fromRadius half the width of the line at one end, in pixels
	 * @param toRadius   at the other end
	 * @param softness   width of the slope from ink to paper, in pixels; 1 is sharp
	 */
	void draw(double[] from, double[] to, double fromRadius, double toRadius, double softness) {
		double reach = Math.max(fromRadius, toRadius) + softness / 2 + 1;
		int lastX = last(Math.max(from[0], to[0]) + reach), lastY = last(Math.max(from[1], to[1]) + reach);
		for (int y = first(Math.min(from[1], to[1]) - reach); y <= lastY; y++)
			for (int x = first(Math.min(from[0], to[0]) - reach); x <= lastX; x++) {
				double along = along(from, to, x + 0.5, y + 0.5);
				double acrossX = from[0] + along * (to[0] - from[0]) - x - 0.5, acrossY = from[1] + along * (to[1] - from[1]) - y - 0.5;
				double inside = fromRadius + along * (toRadius - fromRadius) - Math.sqrt(acrossX * acrossX + acrossY * acrossY);
				double covered = Math.max(0, Math.min(1, 0.5 + inside / softness));
				ink[y * edge + x] = Math.max(ink[y * edge + x], covered);
			}
	}

	private int first(double place) {
		return Math.max(0, (int) Math.floor(place));
	}

	private int last(double place) {
		return Math.min(edge - 1, (int) Math.floor(place));
	}

	/** Where on the piece its point next to a pixel lies, 0 to 1. */
	private static double along(double[] from, double[] to, double x, double y) {
		double dx = to[0] - from[0], dy = to[1] - from[1];
		double length = dx * dx + dy * dy;
		if (length == 0) return 0;
		return Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
	}

	/** The sheet [y, x], 0 to 1; not copied. */
	double[] ink() {
		return ink;
	}
}
