package tintype.study;

import java.util.List;

/**
 * One network with one activation.
 *
 * @param batchNorm whether each activation has batch normalisation before it
 * @param seed      of start weights, order and what the activation draws
 * @param epochs    in their order, at least one
 * @param slopes    mean alpha of each layer of PReLU at the end, empty for other activations
 */
public record StudyRun(StudyActivation activation, boolean batchNorm, long seed, List<StudyEpoch> epochs, List<Double> slopes) {

	public StudyRun {
		epochs = List.copyOf(epochs);
		slopes = List.copyOf(slopes);
	}

	/** Which of the study's runs this is. */
	public RunKey key() {
		return new RunKey(activation, batchNorm, seed);
	}

	/** The last epoch. */
	public StudyEpoch last() {
		return epochs.get(epochs.size() - 1);
	}

	/** Number of the epoch with the smallest test error, from 1; the first of equals. */
	public int bestEpoch() {
		int best = 0;
		for (int i = 1; i < epochs.size(); i++)
			if (epochs.get(i).testError() < epochs.get(best).testError()) best = i;
		return best + 1;
	}

	/** The smallest test error, 0 to 1: chosen by the test pictures, so a little too good. */
	public double bestTestError() {
		return epochs.get(bestEpoch() - 1).testError();
	}
}
