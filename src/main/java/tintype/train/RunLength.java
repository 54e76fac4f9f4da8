package tintype.train;

/**
 * How long a run is.
 *
 * @param epochs validations
 * @param steps  per epoch
 */
record RunLength(int epochs, int steps) {

	/** A curve with fewer points tells little. */
	private static final int FEWEST_EPOCHS = 8;

	/**
	 * The run that ends when the clock says.
	 *
	 * @param left       seconds left for training and validations
	 * @param step       seconds that a training step takes
	 * @param validation seconds that a validation takes
	 * @param done       steps done already, all in the first epoch
	 * @param mostSteps  per epoch
	 */
	static RunLength fitting(double left, double step, double validation, int done, int mostSteps) {
		double steps = done + Math.max(0, left - FEWEST_EPOCHS * validation) / step;
		int perEpoch = (int) Math.max(Math.max(1, done), Math.min(mostSteps, steps / FEWEST_EPOCHS));
		double epochs = (left + done * step) / (perEpoch * step + validation);
		return new RunLength((int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, Math.round(epochs))), perEpoch);
	}

	/** Training steps of the whole run. */
	long total() {
		return (long) epochs * steps;
	}
}
