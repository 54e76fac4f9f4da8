package tintype.gui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Processes that never outlive the one that started them, however it ends. */
final class Children {

	private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

	private static final long END_S = 10;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Children::end)));
	}

	private Children() {}

	static Process start(ProcessBuilder builder) throws IOException {
		Process process = builder.start();
		RUNNING.add(process);
		return process;
	}

	/** Ends a process with all that it has started, and waits until it is gone. */
	static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		try {
			process.waitFor(END_S, TimeUnit.SECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		RUNNING.remove(process);
	}

	/**
	 * Runs a short command to its end.
	 *
	 * @param log      takes its output; overwritten
	 * @param patience in seconds
	 * @return its exit code; it counts as a failure if it has to be ended
	 */
	static int run(ProcessBuilder builder, Path log, long patience) throws IOException, InterruptedException {
		Process process = start(builder.redirectErrorStream(true).redirectOutput(log.toFile()));
		try {
			return process.waitFor(patience, TimeUnit.SECONDS) ? process.exitValue() : -1;
		}
		finally {
			end(process);
		}
	}

	/**
	 * Runs a command that says little, and ends at once.
	 *
	 * @return what it said; empty if it failed
	 */
	static String ask(ProcessBuilder builder, long patience) throws IOException, InterruptedException {
		Process process = start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
		Thread alarm = new Thread(() -> {
			try {
				if (!process.waitFor(patience, TimeUnit.SECONDS)) end(process);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		alarm.setDaemon(true);
		alarm.start();
		try {
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return process.waitFor() == 0 ? said : "";
		}
		finally {
			end(process);
		}
	}
}
