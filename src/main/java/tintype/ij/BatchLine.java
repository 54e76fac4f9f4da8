package tintype.ij;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import tintype.Progress;
import tintype.train.DaemonThreads;

/**
 * The pictures of a batch on their way through its work, several at a time, so that
 * reading, computing and writing overlap. What has to do with ImageJ's state stays on
 * the thread of the command, which begins to read all pictures, one after the other, and
 * notes in their order how they ended: readers are ImageJ's plugins, some of which ask for
 * the macro options and the abort of the thread they run on. What the JDK decodes, and the
 * rest of the work, has an image of its own that no window, list or macro knows. Saving it
 * as TIFF meets {@link ij.IJ#error}'s switches, which are the JVM's, so {@link Unattended}
 * lets one thread at a time read or write.
 * <p>
 * Most files are written in the order of the pictures, but a small one may overtake a
 * large one. A picture for which memory did not suffice beside the others is done once
 * more when they have ended.
 */
final class BatchLine implements Progress {

	private final BatchWork work;
	private final int most;
	private final Progress progress;
	private final BiConsumer<BatchPicture, Throwable> ended;
	private final Deque<BatchStep> steps = new ArrayDeque<>();
	private volatile boolean stopped;

	/**
	 * @param most  pictures on the way at a time; with 1 all work is done by the thread
	 *              of the command
	 * @param ended told about each picture, in their order, and what kept it from being
	 *              done; null if nothing did
	 */
	BatchLine(BatchWork work, int most, Progress progress, BiConsumer<BatchPicture, Throwable> ended) {
		this.work = work;
		this.most = most;
		this.progress = progress;
		this.ended = ended;
	}

	/**
	 * Does the work; none is left on the way when this ends, in whatever way.
	 *
	 * @throws CancellationException when canceled
	 */
	void run(List<BatchPicture> pictures) {
		if (most == 1) run(pictures, Runnable::run);
		else {
			ExecutorService threads = Executors.newFixedThreadPool(most, new DaemonThreads("Tintype batch"));
			try {
				run(pictures, threads);
			}
			finally {
				threads.shutdown();
			}
		}
	}

	private void run(List<BatchPicture> pictures, Executor threads) {
		long start = System.nanoTime();
		int next = 0;
		try {
			for (int i = 0; i < pictures.size(); i++) {
				String name = pictures.get(i).file().getFileName().toString();
				if (steps.isEmpty()) steps.add(new BatchStep(work, pictures.get(next++), this));
				requireWanted();
				BatchStep first = steps.peek();
				first.tell(new BatchProgress(progress, i, pictures.size(), name, start));
				if (!first.isStarted()) first.start(threads);
				while (steps.size() < most && next < pictures.size()) {
					requireWanted();
					steps.add(new BatchStep(work, pictures.get(next++), this));
					steps.getLast().start(threads);
				}
				end(steps.remove());
			}
		}
		finally {
			leave();
		}
	}

	private void requireWanted() {
		if (canceled()) throw new CancellationException("Canceled");
	}

	private void end(BatchStep step) {
		Throwable failure = step.failure(this::stop);
		if (lacksMemory(failure) && !steps.isEmpty() && !canceled()) failure = alone(step.picture());
		ended.accept(step.picture(), failure);
	}

	private Throwable alone(BatchPicture picture) {
		steps.forEach(other -> other.failure(this::stop));
		BatchStep again = new BatchStep(work, picture, this);
		again.start(Runnable::run);
		return again.failure(this::stop);
	}

	private static boolean lacksMemory(Throwable failure) {
		for (Throwable t = failure; t != null; t = t.getCause())
			if (t instanceof OutOfMemoryError) return true;
		return false;
	}

	/** After a cancel, waits for what is on the way; some of it may still be done. */
	private void leave() {
		stop();
		for (BatchStep step : steps)
			if (step.isStarted() && step.failure(this::stop) == null) ended.accept(step.picture(), null);
	}

	private void stop() {
		stopped = true;
	}

	@Override
	public void report(long done, long total, String text) {
		progress.report(done, total, text);
	}

	@Override
	public boolean canceled() {
		return stopped || progress.canceled();
	}
}
