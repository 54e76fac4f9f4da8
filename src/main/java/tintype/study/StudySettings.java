package tintype.study;

import java.util.HashSet;
import java.util.List;

import tintype.TintypeException;

/**
 * What a study compares, and how long each network learns. Change single settings
 * of {@link #defaults()} with the {@code with} methods.
 *
 * @param network       that all runs share
 * @param activations   to compare, each once; differences are taken from ReLU, so
 *                      without it there are none
 * @param normalisation before each activation
 * @param seeds         number of runs of each activation and normalisation, 1 to 1000
 * @param firstSeed     of these; the others follow it
 * @param epochs        passes over the training pictures, 1 to 10000
 * @param batch         pictures in a step, 1 to 4096
 * @param rate          of Adam, above 0, the same in all steps; 0 for the network's own
 * @param shuffled      whether each epoch has an order of its own, by seed and epoch;
 *                      else the pictures come as the data have them, as in the post.
 *                      That is only for data whose classes are mixed, and in MNIST
 *                      costs half a point of test error in the first epochs
 */
public record StudySettings(StudyNetwork network, List<StudyActivation> activations, StudyNormalisation normalisation, int seeds,
	long firstSeed, int epochs, int batch, double rate, boolean shuffled)
{

	/** @throws TintypeException if a setting is out of range */
	public StudySettings {
		activations = List.copyOf(activations);
		if (activations.isEmpty()) throw new TintypeException("There is no activation to study: choose one or more.");
		if (new HashSet<>(activations).size() < activations.size()) throw new TintypeException("An activation is named twice: name each once.");
		require(seeds >= 1 && seeds <= 1000, "The number of seeds", seeds, "1 to 1000, e.g. 3");
		require(epochs >= 1 && epochs <= 10_000, "The number of epochs", epochs, "1 to 10000, e.g. 10");
		require(batch >= 1 && batch <= 4096, "The number of pictures in a batch", batch, "1 to 4096, e.g. 60");
		require(rate >= 0 && rate < Double.POSITIVE_INFINITY, "The learning rate", rate, "above 0, e.g. 0.0001, or 0 for the network's own");
	}

	private static void require(boolean fulfilled, String name, Number value, String range) {
		if (!fulfilled) throw new TintypeException(name + " is " + value + ": choose " + range + ".");
	}

	/** The post's network, batch, rate and number of epochs; five activations, with and without batch normalisation, three seeds. */
	public static StudySettings defaults() {
		return new StudySettings(StudyNetwork.MLP,
			List.of(StudyActivation.RELU, StudyActivation.LRELU, StudyActivation.PRELU, StudyActivation.RRELU, StudyActivation.ELU),
			StudyNormalisation.BOTH, 3, 1, 10, 60, 0, true);
	}

	/** The rate in force. */
	public double learningRate() {
		return rate > 0 ? rate : network.rate();
	}

	/** Number of runs: one for each seed, normalisation and activation. */
	public int runs() {
		return seeds * normalisation.choices().size() * activations.size();
	}

	/** The same with another network. */
	public StudySettings withNetwork(StudyNetwork newNetwork) {
		return new StudySettings(newNetwork, activations, normalisation, seeds, firstSeed, epochs, batch, rate, shuffled);
	}

	/** The same with other activations. */
	public StudySettings withActivations(List<StudyActivation> newActivations) {
		return new StudySettings(network, newActivations, normalisation, seeds, firstSeed, epochs, batch, rate, shuffled);
	}

	/** The same with another choice of batch normalisation. */
	public StudySettings withNormalisation(StudyNormalisation newNormalisation) {
		return new StudySettings(network, activations, newNormalisation, seeds, firstSeed, epochs, batch, rate, shuffled);
	}

	/** The same with other seeds. */
	public StudySettings withSeeds(int newSeeds, long newFirstSeed) {
		return new StudySettings(network, activations, normalisation, newSeeds, newFirstSeed, epochs, batch, rate, shuffled);
	}

	/** The same with another number of epochs. */
	public StudySettings withEpochs(int newEpochs) {
		return new StudySettings(network, activations, normalisation, seeds, firstSeed, newEpochs, batch, rate, shuffled);
	}

	/** The same with other steps. */
	public StudySettings withSteps(int newBatch, double newRate) {
		return new StudySettings(network, activations, normalisation, seeds, firstSeed, epochs, newBatch, newRate, shuffled);
	}

	/** The same in another order. */
	public StudySettings withShuffled(boolean newShuffled) {
		return new StudySettings(network, activations, normalisation, seeds, firstSeed, epochs, batch, rate, newShuffled);
	}
}
