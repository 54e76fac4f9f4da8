package tintype.inspect.read;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import tintype.TintypeException;

/**
 * Ends a read that takes too long or too much memory. A damaged file can send a
 * library round in circles that ask for no signal; but it reads on in the file, and
 * finds nothing there once its bytes are blank.
 */
final class Watchdog implements AutoCloseable {

	private static final long LONGEST_NANOS = 8_000_000_000L;
	private static final long LOOK_MILLIS = 20;

	private final String source;
	private final Thread watched = Thread.currentThread();
	private final Thread watcher;
	private volatile String verdict;

	/**
	 * Begins to watch the calling thread.
	 *
	 * @param source what to call the file in messages
	 * @param bytes  what is being read; overwritten with 0 if it comes to that
	 * @param most   bytes that the thread may allocate
	 */
	Watchdog(String source, byte[] bytes, long most) {
		this(source, bytes, most, LONGEST_NANOS);
	}

	/** For at most another time than usual. */
	Watchdog(String source, byte[] bytes, long most, long nanos) {
		this.source = source;
		long end = System.nanoTime() + nanos;
		long full = allocated() + most;
		watcher = new Thread(() -> watch(bytes, end, full), "Tintype reading " + source);
		watcher.setDaemon(true);
		watcher.start();
	}

	private void watch(byte[] bytes, long end, long full) {
		try {
			while (System.nanoTime() - end < 0 && allocated() <= full)
				Thread.sleep(LOOK_MILLIS);
			verdict = allocated() > full ? "memory" : "time";
			Arrays.fill(bytes, (byte) 0);
		}
		catch (InterruptedException e) {
			// close() says that nothing is left to watch.
			Thread.currentThread().interrupt();
		}
	}

	/** Bytes that the watched thread has allocated so far, or 0 where the Java machine does not count. */
	private long allocated() {
		return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean counter ? counter.getThreadAllocatedBytes(watched.getId()) : 0;
	}

	/**
	 * Whether all is well.
	 *
	 * @throws TintypeException if the read was ended: what it found is worth nothing
	 */
	void check() {
		if (verdict != null) throw Damage.of(source + " takes too much " + verdict + " to read");
	}

	@Override
	public void close() {
		watcher.interrupt();
	}
}
