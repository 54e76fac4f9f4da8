package tintype.nn;

import tintype.TintypeException;

/**
 * How distributions over bins become colours.
 *
 * @param temperature T of the annealed mean, above 0 (the likeliest colour) and at
 *                    most 1 (the mean of all)
 * @param saturation  factor on a and b; 0 is grey
 * @param lambda      uniform share in the rebalancing of rare colours, as if the
 *                    network had been trained with it: 1 takes colours as likely
 *                    as nature has them, 0.5 favours rare ones as Zhang et al. 2016
 */
public record Decoding(double temperature, double saturation, double lambda) {

	/** A user's factor above this would only clip. */
	public static final double HIGHEST_SATURATION = 2;

	/** @throws TintypeException if a number is out of range */
	public Decoding {
		if (!(temperature > 0 && temperature <= 1)) throw new TintypeException( //
			"Temperature must be above 0 and at most 1, but is " + temperature + "; choose e.g. 0.38.");
		requireSaturation(saturation, 2 * HIGHEST_SATURATION);
		if (!(lambda >= 0 && lambda <= 1)) throw new TintypeException("Lambda must be 0 to 1, but is " + lambda + "; choose e.g. 0.5.");
	}

	/**
	 * The same, changed by what a user wishes.
	 *
	 * @param wished temperature; 0 keeps this one's
	 * @param factor on this one's saturation, 0 to {@value #HIGHEST_SATURATION}
	 * @throws TintypeException if one of them is out of range
	 */
	public Decoding with(double wished, double factor) {
		requireSaturation(factor, HIGHEST_SATURATION);
		return new Decoding(wished == 0 ? temperature : wished, factor * saturation, lambda);
	}

	private static void requireSaturation(double saturation, double highest) {
		if (!(saturation >= 0 && saturation <= highest)) throw new TintypeException( //
			"Saturation must be between 0 and " + (int) highest + ", but is " + saturation + "; 1 leaves the colours as predicted.");
	}
}
