package tintype.train;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import tintype.Progress;

/**
 * Work on other threads that can't be asked to stop, such as the decoding of a
 * large picture: whoever cancels need not wait for its end.
 */
public final class Awaited {

	private static final long MILLISECONDS_BETWEEN_QUESTIONS = 100;

	private Awaited() {}

	/**
	 * Does work and waits for its value. After a cancel the work goes on unseen
	 * until it ends or notices that its thread is interrupted.
	 *
	 * @throws CancellationException when the caller cancels, or this thread is interrupted
	 * @throws RuntimeException      as thrown by the work; errors likewise
	 */
	public static <T> T value(Supplier<T> work, Progress progress) {
		FutureTask<T> task = new FutureTask<>(work::get);
		new DaemonThreads("Tintype reader").newThread(task).start();
		try {
			return value(task, progress, () -> {});
		}
		finally {
			task.cancel(true);
		}
	}

	/**
	 * Waits for the value of work that others do; a cancel does not stop it.
	 *
	 * @param meanwhile done each time nothing has come for a while
	 * @throws CancellationException when the caller cancels, this thread is
	 *                               interrupted, or the work is canceled
	 * @throws RuntimeException      as thrown by the work; errors likewise
	 */
	static <T> T value(Future<T> work, Progress progress, Runnable meanwhile) {
		while (true) {
			try {
				return work.get(MILLISECONDS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException e) {
				if (progress.canceled()) throw new CancellationException("Canceled");
				meanwhile.run();
			}
			catch (ExecutionException e) {
				throw rethrown(e.getCause());
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Canceled");
			}
		}
	}

	private static RuntimeException rethrown(Throwable failure) {
		if (failure instanceof Error error) throw error;
		return (RuntimeException) failure;
	}
}
