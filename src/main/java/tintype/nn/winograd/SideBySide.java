package tintype.nn.winograd;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on several threads. */
final class SideBySide {

	private SideBySide() {}

	/**
	 * Runs a task for each number and returns when all have ended, as memory may be freed
	 * then; a parallel stream does not wait for others when one has failed.
	 *
	 * @throws RuntimeException or Error, what the first one threw
	 */
	static void run(int count, IntConsumer task) {
		Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
		IntStream.range(0, count).parallel().forEach(number -> {
			try {
				task.accept(number);
			}
			catch (RuntimeException | Error e) {
				failures.add(e);
			}
		});
		Throwable first = failures.peek();
		if (first instanceof Error error) throw error;
		if (first != null) throw (RuntimeException) first;
	}
}
