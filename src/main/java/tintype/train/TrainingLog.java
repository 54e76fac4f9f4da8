package tintype.train;

/** One row per epoch of a training run. */
@FunctionalInterface
public interface TrainingLog {

	/** Called after each epoch, on the training thread. */
	void add(Row row);

	/**
	 * @param epoch            from 1
	 * @param loss             mean rebalanced cross entropy over the epoch's pixels, in nats
	 * @param validation       how the model colours the validation pictures now
	 * @param best             whether this is the best epoch so far, and was kept
	 * @param patchesPerSecond in training
	 */
	record Row(int epoch, double loss, Scores validation, boolean best, double patchesPerSecond) {}
}
