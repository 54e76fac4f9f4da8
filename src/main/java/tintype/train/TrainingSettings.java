package tintype.train;

import tintype.TintypeException;

/**
 * How to train. {@link #defaults()} is what the model in the jar was trained
 * with; change single settings with the {@code with} methods.
 *
 * @param step         distance of neighbouring bins in ab units
 * @param minimumShare a bin is used if more than this share of all pixels is in it
 * @param lambda       uniform share in the rebalancing (Zhang et al. 2016, equation 4)
 * @param temperature  of the annealed mean in validation and in the model's card
 * @param edge         of a patch in pixels, without halo
 * @param batch        patches per step
 * @param epochs       validations and log rows
 * @param steps        per epoch
 * @param learningRate of Adam at the start; falls to 0 along half a cosine
 * @param seed         of weights and patches
 */
public record TrainingSettings(double step, double minimumShare, double lambda, double temperature, int edge, int batch,
	int epochs, int steps, double learningRate, long seed)
{

	/** @throws TintypeException if a setting is out of range */
	public TrainingSettings {
		require(step >= 1 && step <= 100, "The step between bins", step, "1 to 100 ab units, e.g. 10");
		require(minimumShare >= 0 && minimumShare < 1, "The smallest share of a bin", minimumShare, "0 to below 1, e.g. 0.0002");
		require(lambda >= 0 && lambda <= 1, "Lambda", lambda, "0 to 1, e.g. 0.5");
		require(temperature > 0 && temperature <= 1, "Temperature", temperature, "above 0 and at most 1, e.g. 0.38");
		require(edge >= 1, "The edge of a patch", edge, "1 pixel or more, e.g. 32");
		require(batch >= 1, "The number of patches in a batch", batch, "1 or more, e.g. 16");
		require(epochs >= 1, "The number of epochs", epochs, "1 or more, e.g. 8");
		require(steps >= 1, "The number of steps in an epoch", steps, "1 or more, e.g. 400");
		require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "The learning rate", learningRate, "above 0, e.g. 0.001");
	}

	private static void require(boolean fulfilled, String name, Number value, String range) {
		if (!fulfilled) throw new TintypeException(name + " is " + value + ": choose " + range + ".");
	}

	/** Bins of 10 ab units, λ = 0.5, T = 0.38, as in the paper. */
	public static TrainingSettings defaults() {
		return new TrainingSettings(10, 2e-4, 0.5, 0.38, 32, 16, 8, 400, 1e-3, 1);
	}

	/** The same with another length: epochs of so many steps. */
	public TrainingSettings withLength(int newEpochs, int newSteps) {
		return new TrainingSettings(step, minimumShare, lambda, temperature, edge, batch, newEpochs, newSteps, learningRate, seed);
	}

	/** The same with another patch and batch size. */
	public TrainingSettings withPatches(int newEdge, int newBatch) {
		return new TrainingSettings(step, minimumShare, lambda, temperature, newEdge, newBatch, epochs, steps, learningRate, seed);
	}

	/** The same with other bins. */
	public TrainingSettings withBins(double newStep, double newMinimumShare) {
		return new TrainingSettings(newStep, newMinimumShare, lambda, temperature, edge, batch, epochs, steps, learningRate, seed);
	}

	/** The same with another rebalancing and another temperature. */
	public TrainingSettings withDecoding(double newLambda, double newTemperature) {
		return new TrainingSettings(step, minimumShare, newLambda, newTemperature, edge, batch, epochs, steps, learningRate, seed);
	}

	/** The same with another learning rate at the start. */
	public TrainingSettings withLearningRate(double newLearningRate) {
		return new TrainingSettings(step, minimumShare, lambda, temperature, edge, batch, epochs, steps, newLearningRate, seed);
	}

	/** The same with another seed. */
	public TrainingSettings withSeed(long newSeed) {
		return new TrainingSettings(step, minimumShare, lambda, temperature, edge, batch, epochs, steps, learningRate, newSeed);
	}

	/** Learning rate of a step, counted from 0 over all epochs. */
	double learningRate(long index) {
		return learningRate * 0.5 * (1 + Math.cos(Math.PI * index / ((double) epochs * steps)));
	}
}
