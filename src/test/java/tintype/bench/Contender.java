package tintype.bench;

/** A program that trains the network of a {@link TrainingTask} on its one batch. */
interface Contender {

	/** Which program in which version, in words. */
	String description();

	/**
	 * Does one step of Adam.
	 *
	 * @return the loss that the step started from
	 */
	double step();

	/** Copies of weights and biases, in the order of {@link TrainingTask#parameters()}. */
	float[][] parameters();
}
