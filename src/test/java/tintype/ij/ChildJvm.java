package tintype.ij;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a JVM of its own did without a screen.
 *
 * @param code its exit code
 * @param out  its standard output
 * @param err  its standard error
 */
public record ChildJvm(int code, String out, String err) {

	private static final long PATIENCE_S = 180;
	private static final int FIRST_TO_WARN_OF_UNSAFE = 24;

	/** Half of the work of a JVM that lives for five seconds is compiling for a longer life. */
	private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

	/**
	 * Runs a main class with the class path of the tests.
	 *
	 * @param folder  current folder of the JVM
	 * @param options of the JVM
	 */
	public static ChildJvm run(Path folder, List<String> options, Class<?> main, String... line) throws Exception {
		return run(builder(folder, options, main, line));
	}

	/** The same with another class path. */
	static ChildJvm of(Path folder, String classPath, List<String> options, String main, String... line) throws Exception {
		return run(builder(folder, classPath, options, main, line));
	}

	private static ChildJvm run(ProcessBuilder builder) throws IOException, InterruptedException {
		Path out = Files.createTempFile("child", ".out");
		Path err = Files.createTempFile("child", ".err");
		try {
			return run(builder, out, err);
		}
		finally {
			Files.delete(out);
			Files.delete(err);
		}
	}

	/** What starts such a JVM, to be killed for instance. */
	static ProcessBuilder builder(Path folder, List<String> options, Class<?> main, String... line) {
		return builder(folder, System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), options, main.getName(), line);
	}

	private static ProcessBuilder builder(Path folder, String classPath, List<String> options, String main, String... line) {
		List<String> command = new ArrayList<>(List.of(
			Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", SHORT_LIVED,
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
			"-Djava.util.prefs.userRoot=" + System.getProperty("java.util.prefs.userRoot", folder.toString()), "-cp",
			classPath));
		// What JavaCPP still uses; newer Java warns of it on the standard error.
		if (Runtime.version().feature() >= FIRST_TO_WARN_OF_UNSAFE) command.add("--sun-misc-unsafe-memory-access=allow");
		command.addAll(options);
		command.add(main);
		command.addAll(List.of(line));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().remove("DISPLAY");
		// A user's JVM has all threads, whatever that of the tests has.
		builder.environment().remove("OMP_NUM_THREADS");
		return builder;
	}

	private static ChildJvm run(ProcessBuilder builder, Path out, Path err) throws IOException, InterruptedException {
		Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new IllegalStateException("The JVM did not end: " + Files.readString(err));
		}
		return new ChildJvm(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8).strip(),
			Files.readString(err, StandardCharsets.UTF_8).strip());
	}
}
