package tintype.train;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import tintype.Progress;

/**
 * Work that can't be asked to stop, such as the decoding of a large picture: it
 * runs on a thread of its own, and whoever cancels need not wait for its end.
 */
final class Awaited {

	private static final long MILLISECONDS_BETWEEN_QUESTIONS = 100;

	private Awaited() {}

	/**
	 * Does work and waits for its value. After a cancel the work goes on unseen
	 * until it ends or notices that its thread is interrupted.
	 *
	 * @throws CancellationException when the caller cancels, or this thread is interrupted
	 * @throws RuntimeException      as thrown by the work; errors likewise
	 */
	static <T> T value(Supplier<T> work, Progress progress) {
		FutureTask<T> task = new FutureTask<>(work::get);
		new DaemonThreads("Tintype reader").newThread(task).start();
		try {
			while (true) {
				try {
					return task.get(MILLISECONDS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
				}
				catch (TimeoutException e) {
					if (progress.canceled()) throw new CancellationException("Canceled");
				}
			}
		}
		catch (ExecutionException e) {
			throw rethrown(e.getCause());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Canceled");
		}
		finally {
			task.cancel(true);
		}
	}

	private static RuntimeException rethrown(Throwable failure) {
		if (failure instanceof Error error) throw error;
		return (RuntimeException) failure;
	}
}
