package tintype.gui;

import java.util.concurrent.Callable;

/**
 * Waiting for what takes its time on a busy machine: asks again and again. The
 * limit is there to end a test that has failed, not to measure.
 */
final class Patience {

	static final long LIMIT_S = 240;

	private static final long PAUSE_MS = 200;

	private Patience() {}

	/**
	 * Waits until an answer is there.
	 *
	 * @param what   for the message: "the dialog"
	 * @param answer null as long as there is none
	 * @throws AssertionError if there is still none at the limit
	 */
	static <T> T await(String what, Callable<T> answer) throws Exception {
		return await(what, LIMIT_S, answer);
	}

	static <T> T await(String what, long limit, Callable<T> answer) throws Exception {
		long end = System.nanoTime() + limit * 1_000_000_000L;
		while (System.nanoTime() < end) {
			T found = answer.call();
			if (found != null) return found;
			Thread.sleep(PAUSE_MS);
		}
		throw new AssertionError("Waited " + limit + " s in vain for " + what);
	}

	/** Waits until something holds. */
	static void until(String what, Callable<Boolean> condition) throws Exception {
		await(what, () -> condition.call() ? true : null);
	}
}
