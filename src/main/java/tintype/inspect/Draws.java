package tintype.inspect;

import java.util.SplittableRandom;

/**
 * What a layer draws at random in training. It follows from the seed and the layer's
 * name alone, not from the engine, the thread or the device: so two engines can be
 * compared in training too.
 */
public final class Draws {

	private Draws() {}

	/**
	 * @param phase in training
	 * @param layer its name
	 * @param count how many
	 * @return uniform in [0, 1), in the order of the layer's values (channels last)
	 */
	public static double[] uniform(Phase phase, String layer, int count) {
		SplittableRandom random = random(phase, layer);
		double[] draws = new double[count];
		for (int i = 0; i < count; i++)
			draws[i] = random.nextDouble();
		return draws;
	}

	/** As {@link #uniform}, but normal with mean 0 and standard deviation 1. */
	public static double[] normal(Phase phase, String layer, int count) {
		SplittableRandom random = random(phase, layer);
		double[] draws = new double[count];
		for (int i = 0; i < count; i++)
			draws[i] = random.nextGaussian();
		return draws;
	}

	private static SplittableRandom random(Phase phase, String layer) {
		return new SplittableRandom(phase.seed() ^ (long) layer.hashCode() << 32);
	}
}
