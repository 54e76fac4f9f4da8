package tintype.train;

import tintype.TintypeException;
import tintype.nn.Nonlinearity;

/**
 * How to train. {@link #defaults()} suits most folders of pictures; change
 * single settings with the {@code with} methods.
 *
 * @param step         distance of neighbouring bins in ab units; 0 takes the 313
 *                     bins of Zhang et al. 2016, used or not
 * @param minimumShare a bin is used if more than this share of all pixels is in it
 * @param lambda       uniform share in the rebalancing (Zhang et al. 2016, equation 4)
 * @param activation   after each convolution but the last
 * @param batchNorm    whether batch normalisation stands before each activation
 * @param learningRate of Adam at the start
 * @param schedule     how it falls
 * @param edge         of a patch in pixels, without halo
 * @param batch        patches per step
 * @param epochs       validations and log rows; 0 for as many as fit into the minutes
 * @param steps        per epoch
 * @param minutes      of work, validation included; counts if epochs is 0
 * @param seed         of weights and patches
 * @param augmentation of the patches
 */
public record TrainingSettings(double step, double minimumShare, double lambda, Nonlinearity activation, boolean batchNorm,
	double learningRate, Schedule schedule, int edge, int batch, int epochs, int steps, double minutes, long seed,
	Augmentation augmentation)
{

	/** @throws TintypeException if a setting is out of range */
	public TrainingSettings {
		require(step == 0 || step >= 1 && step <= 100, "The step between bins", step, "1 to 100 ab units, e.g. 10, or 0 for the 313 bins");
		require(minimumShare >= 0 && minimumShare < 1, "The smallest share of a bin", minimumShare, "0 to below 1, e.g. 0.0002");
		require(lambda >= 0 && lambda <= 1, "Lambda", lambda, "0 to 1, e.g. 0.5");
		require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "The learning rate", learningRate, "above 0, e.g. 0.001");
		require(edge >= 1 && edge <= 1024, "The edge of a patch", edge, "1 to 1024 pixels, e.g. 32");
		require(batch >= 1 && batch <= 4096, "The number of patches in a batch", batch, "1 to 4096, e.g. 16");
		require(epochs >= 0, "The number of epochs", epochs, "1 or more, or 0 to train by minutes");
		require(steps >= 1, "The number of steps in an epoch", steps, "1 or more, e.g. 200");
		require(epochs > 0 || minutes > 0 && minutes < Double.POSITIVE_INFINITY, "The number of minutes", minutes, "above 0, e.g. 20, or a number of epochs");
	}

	private static void require(boolean fulfilled, String name, Number value, String range) {
		if (!fulfilled) throw new TintypeException(name + " is " + value + ": choose " + range + ".");
	}

	/** Bins of 10 ab units and λ = 0.5 as in the paper, 20 minutes. */
	public static TrainingSettings defaults() {
		return new TrainingSettings(10, 2e-4, 0.5, Nonlinearity.RELU, false, 1e-3, Schedule.COSINE, 32, 16, 0, 200, 20, 1,
			Augmentation.MIRROR);
	}

	/** The same with a fixed length: epochs of so many steps. */
	public TrainingSettings withLength(int newEpochs, int newSteps) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, newEpochs,
			newSteps, minutes, seed, augmentation);
	}

	/** The same, as long as the clock says. */
	public TrainingSettings withMinutes(double newMinutes) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, 0, steps,
			newMinutes, seed, augmentation);
	}

	/** The same with another patch and batch size. */
	public TrainingSettings withPatches(int newEdge, int newBatch) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, newEdge, newBatch, epochs,
			steps, minutes, seed, augmentation);
	}

	/** The same with other bins. */
	public TrainingSettings withBins(double newStep, double newMinimumShare) {
		return new TrainingSettings(newStep, newMinimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation);
	}

	/** The same with another rebalancing. */
	public TrainingSettings withLambda(double newLambda) {
		return new TrainingSettings(step, minimumShare, newLambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation);
	}

	/** The same with another activation, with or without batch normalisation. */
	public TrainingSettings withActivation(Nonlinearity newActivation, boolean newBatchNorm) {
		return new TrainingSettings(step, minimumShare, lambda, newActivation, newBatchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation);
	}

	/** The same with another learning rate at the start and another way down. */
	public TrainingSettings withLearningRate(double newLearningRate, Schedule newSchedule) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, newLearningRate, newSchedule, edge, batch, epochs,
			steps, minutes, seed, augmentation);
	}

	/** The same with another seed. */
	public TrainingSettings withSeed(long newSeed) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs, steps,
			minutes, newSeed, augmentation);
	}

	/** The same with patches changed in another way. */
	public TrainingSettings withAugmentation(Augmentation newAugmentation) {
		return new TrainingSettings(step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs, steps,
			minutes, seed, newAugmentation);
	}
}
