package tintype.ij;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

import tintype.Progress;

/**
 * One picture of a batch on its way. Only the first on the way reports how far it has
 * come, so that the progress of the batch never goes back; all ask whether to go on.
 */
final class BatchStep implements Progress {

	private final BatchWork work;
	private final BatchPicture picture;
	private final Progress whole;
	private FutureTask<Void> task;
	private volatile Progress told;

	/** @param whole the batch's, asked whether to go on */
	BatchStep(BatchWork work, BatchPicture picture, Progress whole) {
		this.work = work;
		this.picture = picture;
		this.whole = whole;
	}

	BatchPicture picture() {
		return picture;
	}

	/** Whether it was begun to read. */
	boolean isStarted() {
		return task != null;
	}

	/** From now on reports to a part of the batch's progress. */
	void tell(Progress part) {
		part.report(0, 1, isStarted() ? "working" : "opening");
		told = part;
	}

	/**
	 * Reads the picture on this thread, and leaves the rest to another.
	 *
	 * @param others whose it is; may be this thread
	 */
	void start(Executor others) {
		task = new FutureTask<>(read());
		others.execute(task);
	}

	private Callable<Void> read() {
		try {
			Files.createDirectories(picture.result().getParent());
			BatchWork.Rest rest = work.read(picture.file());
			return () -> {
				rest.finish(picture.result(), this);
				return null;
			};
		}
		catch (Exception | OutOfMemoryError e) { // told in its turn
			return () -> {
				if (e instanceof Error error) throw error;
				throw (Exception) e;
			};
		}
	}

	/**
	 * Waits for its end, even when interrupted: then all that is on the way has to end.
	 *
	 * @param stop called when this thread is interrupted
	 * @return what kept it from being done; null if nothing did
	 */
	Throwable failure(Runnable stop) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					task.get();
					return null;
				}
				catch (InterruptedException e) {
					interrupted = true;
					stop.run();
				}
			}
		}
		catch (ExecutionException e) {
			return e.getCause();
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	@Override
	public void report(long done, long total, String text) {
		Progress part = told;
		if (part != null) part.report(done, total, text);
	}

	@Override
	public boolean canceled() {
		return whole.canceled();
	}
}
