package tintype.study;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.train.Stopwatch;

/**
 * How far a study has come: all runs take about the same time, and runs found
 * finished none. For several threads, of which one at a time reports and asks; to
 * tell somebody else something meanwhile, synchronise on this.
 */
final class StudyProgress {

	private final Progress progress;
	private final int epochs;
	private final long steps;
	private final long total;
	private final Stopwatch work = new Stopwatch();
	private final Set<Run> underWay = new LinkedHashSet<>();
	private long done;
	private long found;
	private boolean stopped;

	/** @param steps of an epoch */
	StudyProgress(Progress progress, int runs, int epochs, long steps) {
		this.progress = progress;
		this.epochs = epochs;
		this.steps = steps;
		total = runs * epochs * steps;
	}

	/** A run need not be made. */
	synchronized void found() {
		requireWanted();
		done += epochs * steps;
		found += epochs * steps;
	}

	/** A run is to be made. */
	synchronized Run begin(RunKey key) {
		Run run = new Run(key.label());
		underWay.add(run);
		return run;
	}

	/** From now on nobody wants the study. */
	synchronized void stop() {
		stopped = true;
	}

	private synchronized void requireWanted() {
		stopped = stopped || progress.canceled();
		if (stopped) throw new CancellationException("Canceled");
	}

	/** Names the run that has been under way for longest. */
	private String text() {
		long made = done - found;
		String others = underWay.size() > 1 ? ", and " + (underWay.size() - 1) + " more" : "";
		String left = made == 0 ? "" : ": " + Stopwatch.words((total - done) * work.seconds() / made) + " left";
		return underWay.iterator().next().text() + others + left;
	}

	/** One run under way. */
	final class Run implements AutoCloseable {

		private final String name;
		private long made;

		private Run(String name) {
			this.name = name;
		}

		private String text() {
			return name + ", epoch " + Math.min(epochs, 1 + made / steps) + " of " + epochs;
		}

		/**
		 * Called before each step.
		 *
		 * @throws CancellationException if nobody wants the study any more
		 */
		void step() {
			synchronized (StudyProgress.this) {
				requireWanted();
				progress.report(done, total, StudyProgress.this.text());
				done++;
				made++;
			}
		}

		/** @throws CancellationException if nobody wants the study any more */
		void requireWanted() {
			StudyProgress.this.requireWanted();
		}

		@Override
		public void close() {
			synchronized (StudyProgress.this) {
				underWay.remove(this);
			}
		}
	}
}
