package tintype.train;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that never keep the JVM alive.
 *
 * @param name of each thread, for whoever looks at a thread dump
 */
public record DaemonThreads(String name) implements ThreadFactory {

	@Override
	public Thread newThread(Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		return thread;
	}
}
