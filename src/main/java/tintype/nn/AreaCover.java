package tintype.nn;

/**
 * Which pixels of a line make a new, wider or narrower one, and in which shares.
 * A new pixel is the mean of the area it covers; enlarged, an area is still one
 * pixel of the old line wide, which is linear interpolation.
 *
 * @param first  old pixel
 * @param shares of this and the following old pixels; their sum is 1
 */
public record AreaCover(int first, double[] shares) {

	/**
	 * @param start  left edge of the new line in the old one, in old pixels
	 * @param step   old pixels per new pixel
	 * @param count  of new pixels
	 * @param length of the old line in pixels; the new line lies inside
	 */
	public static AreaCover[] of(double start, double step, int count, int length) {
		AreaCover[] covers = new AreaCover[count];
		double half = Math.max(1, step) / 2;
		for (int i = 0; i < count; i++) {
			double centre = start + (i + 0.5) * step;
			covers[i] = cover(Math.max(0, centre - half), Math.min(length, centre + half), length);
		}
		return covers;
	}

	private static AreaCover cover(double from, double to, int length) {
		int first = Math.min(length - 1, (int) from);
		int last = Math.min(length, Math.max(first + 1, (int) Math.ceil(to)));
		double[] shares = new double[last - first];
		for (int i = 0; i < shares.length; i++)
			shares[i] = Math.max(0, Math.min(to, first + i + 1) - Math.max(from, first + i)) / (to - from);
		return new AreaCover(first, shares);
	}
}
