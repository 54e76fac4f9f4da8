package tintype.pictures;

/** Sun and skylight of a clear day; the sun stands to the left behind the camera. */
final class Daylight {

	/** Unit vector to the sun: right, up, ahead. */
	static final double X = -0.74, Y = 0.53, Z = -0.414;
	/** Height lost per metre by a shadow that runs to the right. */
	static final double DESCENT = 0.62;

	private static final Rgb SUN = new Rgb(2.05, 1.88, 1.62);
	private static final Rgb SKYLIGHT = new Rgb(0.25, 0.32, 0.42);

	private Daylight() {}

	/**
	 * Light from a matt surface.
	 *
	 * @param albedo what it reflects
	 * @param sun    cosine between its normal and the sun
	 * @param lit    0 in shadow, 1 in the sun
	 * @param open   part of the sky it sees, 0..1
	 */
	static Rgb shade(final Rgb albedo, final double sun, final double lit, final double open) {
		final double s = Math.max(0, sun) * lit;
		return albedo.times(SUN.times(s).plus(SKYLIGHT.times(open)));
	}
}
