package tintype;

/**
 * How a user wants a picture coloured.
 *
 * @param setting     that says the rest
 * @param temperature T of the annealed mean, above 0 (the likeliest colour) and at
 *                    most 1 (the mean of all); 0 takes the setting's
 * @param saturation  factor on the setting's a and b, 0 (grey) to 2
 */
public record Look(Setting setting, double temperature, double saturation) {

	/** As the default: {@link Setting#VIVID}, as it is. */
	public static final Look VIVID = new Look(Setting.VIVID, 0, 1);
}
