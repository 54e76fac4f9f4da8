package tintype.pictures;

/**
 * The air between the camera and what it sees: it takes light away and adds its
 * own blue.
 *
 * @param r part of the red light that arrives; likewise g and b
 */
record Haze(double r, double g, double b) {

	private static final Rgb AIR = new Rgb(0.40, 0.52, 0.72);

	/** The air along {@code z} metres. */
	static Haze along(final double z) {
		return new Haze(StrictMath.exp(-z / 19000), StrictMath.exp(-z / 15500), StrictMath.exp(-z / 11500));
	}

	/** What arrives of the light. */
	Rgb over(final Rgb light) {
		return new Rgb(AIR.r() + r * (light.r() - AIR.r()), AIR.g() + g * (light.g() - AIR.g()),
			AIR.b() + b * (light.b() - AIR.b()));
	}
}
