package tintype.train;

import tintype.TintypeException;
import tintype.nn.Architecture;
import tintype.nn.ModelCard;
import tintype.nn.Nonlinearity;
import tintype.nn.SceneNet;

/**
 * How to train. {@link #defaults()} suits most folders of pictures; change
 * single settings with the {@code with} methods.
 *
 * @param network      what to train
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
 * @param average      decay per step of the moving average of all weights, which is
 *                     judged and kept instead of the weights of the last step
 *                     (Polyak &amp; Juditsky 1992); 0 for none
 */
public record TrainingSettings(Architecture network, double step, double minimumShare, double lambda, Nonlinearity activation, boolean batchNorm,
	double learningRate, Schedule schedule, int edge, int batch, int epochs, int steps, double minutes, long seed,
	Augmentation augmentation, double average)
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
		require(average >= 0 && average < 1, "The decay of the averaged weights", average, "0 (off) to below 1, e.g. 0.999");
		require(edge % network.cell() == 0 && (!network.seesScene() || edge % SceneNet.REDUCTION == 0), "The edge of a patch", edge, "a multiple of " + SceneNet.REDUCTION);
		require(steps >= 1, "The number of steps in an epoch", steps, "1 or more, e.g. 200");
		require(epochs > 0 || minutes > 0 && minutes < Double.POSITIVE_INFINITY, "The number of minutes", minutes, "above 0, e.g. 20, or a number of epochs");
	}

	private static void require(boolean fulfilled, String name, Number value, String range) {
		if (!fulfilled) throw new TintypeException(name + " is " + value + ": choose " + range + ".");
	}

	/** Of {@link Architecture#COLOR_NET}. */
	public static TrainingSettings defaults() {
		return defaults(Architecture.COLOR_NET);
	}

	/** Bins of 10 ab units and λ = 0.5 as in the paper, 20 minutes; for scenes what docs/model-trials.md found best. */
	public static TrainingSettings defaults(Architecture network) {
		return switch (network) {
			case COLOR_NET -> new TrainingSettings(network, 10, 2e-4, 0.5, Nonlinearity.RELU, false, 1e-3, Schedule.COSINE, 32, 16, 0, 200, 20,
				1, Augmentation.MIRROR, 0);
			case SCENE_NET -> new TrainingSettings(network, 10, 2e-4, 1, Nonlinearity.RELU, true, 2e-3, Schedule.COSINE,
				SceneNet.TRAINING_EDGE, 16, 0, 200, 20, 1, Augmentation.SCALE, 0.999);
		};
	}

	/** The same for a model that is trained further: its network, activation and normalisation. */
	TrainingSettings as(ModelCard card) {
		boolean same = card.network() == network;
		return new TrainingSettings(card.network(), step, minimumShare, lambda, card.activation(), card.batchNorm(), learningRate, schedule,
			same ? edge : defaults(card.network()).edge, batch, epochs, steps, minutes, seed, augmentation, same ? average : defaults(card.network()).average);
	}

	/** The same with a fixed length: epochs of so many steps. */
	public TrainingSettings withLength(int newEpochs, int newSteps) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, newEpochs,
			newSteps, minutes, seed, augmentation, average);
	}

	/** The same, as long as the clock says. */
	public TrainingSettings withMinutes(double newMinutes) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, 0, steps,
			newMinutes, seed, augmentation, average);
	}

	/** The same with another patch and batch size. */
	public TrainingSettings withPatches(int newEdge, int newBatch) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, newEdge, newBatch, epochs,
			steps, minutes, seed, augmentation, average);
	}

	/** The same with other bins. */
	public TrainingSettings withBins(double newStep, double newMinimumShare) {
		return new TrainingSettings(network, newStep, newMinimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation, average);
	}

	/** The same with another rebalancing. */
	public TrainingSettings withLambda(double newLambda) {
		return new TrainingSettings(network, step, minimumShare, newLambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation, average);
	}

	/** The same with another activation, with or without batch normalisation. */
	public TrainingSettings withActivation(Nonlinearity newActivation, boolean newBatchNorm) {
		return new TrainingSettings(network, step, minimumShare, lambda, newActivation, newBatchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation, average);
	}

	/** The same with another learning rate at the start and another way down. */
	public TrainingSettings withLearningRate(double newLearningRate, Schedule newSchedule) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, newLearningRate, newSchedule, edge, batch, epochs,
			steps, minutes, seed, augmentation, average);
	}

	/** The same with another seed. */
	public TrainingSettings withSeed(long newSeed) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs, steps,
			minutes, newSeed, augmentation, average);
	}

	/** The same with patches changed in another way. */
	public TrainingSettings withAugmentation(Augmentation newAugmentation) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs, steps,
			minutes, seed, newAugmentation, average);
	}

	/** The same with another decay of the averaged weights. */
	public TrainingSettings withAverage(double newAverage) {
		return new TrainingSettings(network, step, minimumShare, lambda, activation, batchNorm, learningRate, schedule, edge, batch, epochs,
			steps, minutes, seed, augmentation, newAverage);
	}
}
