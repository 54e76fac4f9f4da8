package tintype.inspect;

/**
 * What a network is run for. In training dropout drops, random slopes are drawn, and
 * batch normalisation uses mean and variance of the batch; no weight is changed.
 *
 * @param training whether as in training; otherwise as after it
 * @param seed     of what is drawn in training; see {@link Draws}
 */
public record Phase(boolean training, long seed) {

	/** As after training: nothing is drawn. */
	public static final Phase TEST = new Phase(false, 0);

	/** As in training. The same seed draws the same. */
	public static Phase training(long seed) {
		return new Phase(true, seed);
	}

	/** For an image's Info: "test phase", or "training phase, seed 1". */
	public String words() {
		return training ? "training phase, seed " + seed : "test phase";
	}
}
