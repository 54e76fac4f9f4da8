package tintype.study;

/**
 * What tells the runs of one study apart.
 *
 * @param batchNorm whether each activation has batch normalisation before it
 * @param seed      of start weights, order and what the activation draws
 */
public record RunKey(StudyActivation activation, boolean batchNorm, long seed) {

	/** In words, e.g. "ReLU with batch norm, seed 1". */
	public String label() {
		return activation.label() + (batchNorm ? " with batch norm" : "") + ", seed " + seed;
	}
}
