package tintype.train;

/** How fast the steps of an epoch go. The first is left out: it warms up. */
final class Pace {

	private final PatchQueue batches;
	private final Stopwatch all = new Stopwatch();
	private final double waitedBefore;
	private final long picturesBefore;
	private int steps;
	private double firstStep;
	private double seconds = Double.NaN;

	/** Starts with an epoch. */
	Pace(PatchQueue batches) {
		this.batches = batches;
		waitedBefore = batches.waitedSeconds();
		picturesBefore = batches.picturesRead();
	}

	/** Called after each step. */
	void add() {
		if (++steps == 1) firstStep = all.seconds();
	}

	/** Called after the last step; what follows is not training. */
	void stop() {
		seconds = all.seconds();
	}

	int steps() {
		return steps;
	}

	double seconds() {
		return Double.isNaN(seconds) ? all.seconds() : seconds;
	}

	/** NaN before the first step is done. */
	double secondsPerStep() {
		return steps == 0 ? Double.NaN : steps == 1 ? firstStep : (seconds() - firstStep) / (steps - 1);
	}

	/** NaN before the first step is done. */
	double picturesPerSecond() {
		return steps == 0 ? Double.NaN : (batches.picturesRead() - picturesBefore) / seconds();
	}

	/** Share of the time for which the network had no batch, 0 to 1; NaN before the first step is done. */
	double waiting() {
		return steps == 0 ? Double.NaN : (batches.waitedSeconds() - waitedBefore) / seconds();
	}
}
