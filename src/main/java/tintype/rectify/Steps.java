package tintype.rectify;

import java.util.concurrent.CancellationException;

import tintype.Progress;

/** Equal steps of work on several threads, which report one after another. */
final class Steps {

	private final Progress progress;
	private final long total;
	private long done;

	/** Asked first, as what is canceled may not be asked again. */
	private volatile boolean canceled;

	Steps(long total, Progress progress) {
		this.total = total;
		this.progress = progress;
	}

	/** @throws CancellationException when the caller cancels */
	void check() {
		if (!canceled && progress.canceled()) canceled = true;
		if (canceled) throw new CancellationException("Canceled");
	}

	synchronized void finished() {
		progress.report(++done, total, "Rectifying");
	}
}
