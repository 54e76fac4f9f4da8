package tintype.study;

import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.train.Stopwatch;

/** How far a study has come: all runs take about the same time, and runs found finished none. */
final class StudyProgress {

	private final Progress progress;
	private final int epochs;
	private final long steps;
	private final long total;
	private final Stopwatch work = new Stopwatch();
	private long done;
	private long found;
	private long runStart;
	private String text = "";

	/** @param steps of an epoch */
	StudyProgress(Progress progress, int runs, int epochs, long steps) {
		this.progress = progress;
		this.epochs = epochs;
		this.steps = steps;
		total = runs * epochs * steps;
	}

	/** A run need not be made. */
	void found() {
		requireWanted();
		done += epochs * steps;
		found += epochs * steps;
	}

	/** @param run in words */
	void begin(String run) {
		text = run;
		runStart = done;
	}

	/** Called before each step. */
	void step() {
		requireWanted();
		long made = done - found;
		String left = made == 0 ? "" : ": " + Stopwatch.words((total - done) * work.seconds() / made) + " left";
		progress.report(done, total, text + ", epoch " + (1 + (done - runStart) / steps) + " of " + epochs + left);
		done++;
	}

	/** @throws CancellationException if nobody wants the study any more */
	void requireWanted() {
		if (progress.canceled()) throw new CancellationException("Canceled");
	}
}
