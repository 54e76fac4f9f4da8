package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is left to the garbage collector, which need not come: it knows nothing of
 * native memory. In a JVM of its own, whose heap is there from the beginning and whose
 * arrays go back to the system when they are freed, so that the process grows by what
 * is not freed only.
 */
class NativeMemoryTest {

	/** Arrays that are not freed, for each run. What is small may wait for the collector, half an array in some runs. */
	private static final double MOST = 0.8;

	@TempDir
	Path folder;

	@Test
	void staysTheSameFromRunToRun() throws IOException, InterruptedException {
		boolean linux = System.getProperty("os.name").equals("Linux");
		if (!linux) System.out.println("Skipped: only Linux gives memory back as soon as it is freed");
		assumeTrue(linux, "only Linux gives memory back as soon as it is freed");
		List<String> growths = growths();
		assertEquals(RepeatedRuns.cases().count(), growths.size(), growths.toString());
		for (String growth : growths)
			assertTrue(Double.parseDouble(growth.substring(0, growth.indexOf(' '))) < MOST, growth);
	}

	/** One line for each kind of layer. */
	private List<String> growths() throws IOException, InterruptedException {
		Path output = folder.resolve("growths.txt"), errors = folder.resolve("errors.txt");
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), //
			"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), RepeatedRuns.class.getName());
		builder.environment().putAll(Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "65536", "MALLOC_TRIM_THRESHOLD_", "0"));
		Process process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
		try {
			assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
		}
		finally {
			process.destroyForcibly();
		}
		assertEquals(0, process.exitValue(), Files.readString(errors));
		return Files.readAllLines(output);
	}
}
