package tintype.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.SingleThreads;
import tintype.train.DaemonThreads;

/** Threads that compute side by side, each without the help of native threads. */
final class RunThreads {

	private RunThreads() {}

	/**
	 * Does the same work on each of some new threads, and returns when all have ended.
	 *
	 * @param work throws what is to be thrown here, and then sees to it that the other
	 *             threads end
	 * @param stop called when this thread is interrupted, which stays so; makes the work end
	 */
	static void run(int threads, Runnable work, Runnable stop) {
		ExecutorService pool = Executors.newFixedThreadPool(threads, new DaemonThreads("Tintype study"));
		try (SingleThreads single = new SingleThreads()) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < threads; i++)
				all.add(pool.submit(() -> single.run(() -> cleaned(work))));
			await(all, stop);
		}
		finally {
			pool.shutdown();
		}
	}

	/** Workspaces are a thread's own, and would wait for a garbage collection after its end. */
	private static void cleaned(Runnable work) {
		try {
			work.run();
		}
		finally {
			Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
		}
	}

	private static void await(List<Future<?>> all, Runnable stop) {
		Throwable failure = null;
		boolean interrupted = false;
		for (int i = 0; i < all.size();) {
			try {
				all.get(i++).get();
			}
			catch (ExecutionException e) {
				failure = failure == null ? e.getCause() : failure;
			}
			catch (InterruptedException e) {
				interrupted = true;
				stop.run();
				i--;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
		if (failure instanceof Error error) throw error;
		if (failure instanceof RuntimeException exception) throw exception;
	}
}
