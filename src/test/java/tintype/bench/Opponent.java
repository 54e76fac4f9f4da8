package tintype.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender in a JVM of its own, so that neither loads the other's libraries
 * and the memory of each can be told. It works only when asked.
 */
final class Opponent implements AutoCloseable {

	/** Followed by their number. */
	static final String STEPS = "steps";

	/** Followed by the file to write them to. */
	static final String PARAMETERS = "parameters";

	static final String MEMORY = "memory";

	/** Enough for what is compared with other programs, MB. */
	private static final int HEAP = 512;

	/** How many threads the libraries of a contender are to have; they read these themselves. */
	private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS");

	private final String description;
	private final Process process;
	private final BufferedReader answers;
	private final PrintWriter questions;

	/**
	 * Starts a program and waits until it is ready.
	 *
	 * @param program takes its {@link Turns} as a contender
	 * @param threads of its native libraries, and of Java's
	 */
	Opponent(Class<?> program, int threads, Object... arguments) throws IOException {
		this(HEAP, program, threads, arguments);
	}

	/** @param heap most of it, in MB */
	Opponent(int heap, Class<?> program, int threads, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m",
			"-XX:ActiveProcessorCount=" + threads,
			// the one that waits for the pool works, too
			"-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (threads - 1),
			// DJL must neither ask the network nor fill the user's home
			"-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-DENGINE_CACHE_DIR=" + Path.of("target", "djl").toAbsolutePath(),
			program.getName()));
		for (Object argument : arguments)
			command.add(argument.toString());
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		// Not on the command line: ONNX Runtime 1.29 crashes where that is longer than a few kB
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		for (String variable : THREADS)
			builder.environment().put(variable, Integer.toString(threads));
		process = builder.start();
		answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
		description = answer();
	}

	/** In a contender: the number of threads it is to have. */
	static int threads() {
		return Integer.parseInt(System.getenv(THREADS.get(0)));
	}

	/** How the program calls itself. */
	String description() {
		return description;
	}

	/** Trains on. @return the seconds that took, and the loss of the last step */
	double[] steps(int count) throws IOException {
		String[] answer = ask(STEPS + " " + count).split(" ");
		return new double[] { Double.parseDouble(answer[0]), Double.parseDouble(answer[1]) };
	}

	/** The network as trained so far. */
	float[][] parameters() throws IOException {
		Path file = Files.createTempFile("parameters", ".bin");
		try {
			ask(PARAMETERS + " " + file);
			return TrainingTask.readArrays(file);
		}
		finally {
			Files.delete(file);
		}
	}

	/** The most memory that the JVM ever held, libraries included, in MB of 10^6 bytes. */
	double peakMemory() throws IOException {
		return Double.parseDouble(ask(MEMORY)) * 1024e-6;
	}

	private String ask(String question) throws IOException {
		questions.println(question);
		return answer();
	}

	private String answer() throws IOException {
		for (String line = answers.readLine(); line != null; line = answers.readLine()) {
			if (line.startsWith(Turns.ANSWER)) return line.substring(Turns.ANSWER.length());
			System.err.println(line);
		}
		throw new IllegalStateException("A contender ended before its time; what it wrote above says why");
	}

	@Override
	public void close() throws IOException {
		questions.close();
		try {
			process.waitFor();
		}
		catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
