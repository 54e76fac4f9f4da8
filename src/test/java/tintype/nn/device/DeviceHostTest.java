package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole starts in JVMs of their own, on computers that are made up: the CUDA jars
 * are empty files, the driver and CUDA's libraries are compiled from driver.c, and
 * the GPU backend computes on the CPU. None of them may say a word on stderr.
 */
class DeviceHostTest {

	private static final List<String> RESOURCES = List.of("META-INF/maven/org.nd4j/nd4j-cuda-11.6/pom.properties",
		"org/nd4j/linalg/jcublas/JCublasBackend.class", "org/nd4j/linalg/jcublas/bindings/linux-x86_64/libjnind4jcuda.so",
		"org/nd4j/presets/cuda/Nd4jCudaPresets.class", "org/bytedeco/cuda/global/cudart.class",
		"org/bytedeco/cuda/linux-x86_64/libjnicudart.so");

	@TempDir
	static Path folder;

	private static Path jars;
	private static Path libraries;
	private static boolean compiled;

	@TempDir
	Path home;

	@BeforeAll
	static void makeUpAComputer() throws Exception {
		jars = folder.resolve("jars");
		libraries = Files.createDirectories(folder.resolve("libraries"));
		for (String resource : RESOURCES)
			write(resource, "");
		write("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend", StandInBackend.class.getName());
		compiled = System.getProperty("os.name").startsWith("Linux") && compile();
	}

	private static void write(String resource, String text) throws IOException {
		Path file = jars.resolve(resource);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private static boolean compile() throws Exception {
		Path source = Path.of(DeviceHostTest.class.getResource("/device/driver.c").toURI());
		Path driver = libraries.resolve("libcuda.so.1");
		try {
			Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-w", "-o", driver.toString(), source.toString()).inheritIO().start();
			if (compiler.waitFor() != 0) return false;
		}
		catch (IOException e) {
			return false;
		}
		for (String runtime : DriverStandIn.RUNTIMES)
			Files.copy(driver, libraries.resolve(runtime));
		return true;
	}

	@Test
	void ordinaryComputerRunsOnTheCpuInSilence() throws Exception {
		skipUnless(!CudaJars.of(getClass().getClassLoader()).present(), "profile cuda is active");
		List<String> lines = run(false, Map.of(), List.of(), "start");
		assertTrue(lines.get(0).startsWith("CPU, "), lines.get(0));
		assertEquals(List.of("GuardBackend", "", "No CUDA build of ND4J is installed, using the CPU."), lines.subList(1, 4));
	}

	@Test
	void cudaJarsWithoutADriver() throws Exception {
		skipUnless(!Files.exists(Path.of("/proc/driver/nvidia/version")), "this computer has an NVIDIA driver");
		List<String> lines = run(true, Map.of(), List.of(), "start");
		assertTrue(lines.get(0).startsWith("CPU, "), lines.get(0));
		assertEquals("GuardBackend", lines.get(1));
		assertTrue(lines.get(2).matches("There is no NVIDIA driver \\(.*\\), using the CPU\\.|CUDA is for Linux and Windows only, using the CPU\\."),
			lines.get(2));
	}

	@ParameterizedTest
	@CsvSource({ "0, 6000, 'NVIDIA''s driver finds no GPU, using the CPU.'",
		"120, 6000, 'GPU Stand-in (capability 12.0) is not supported by ND4J 1.0.0-M2.1, using the CPU.'",
		"86, 0, 'GPU Stand-in (capability 8.6) has only 0.0 of its 8.0 GB of memory free, and 1 GB is needed, using the CPU. " +
			"Close other programs that use it, and restart.'",
		"86, -1, 'NVIDIA''s driver can''t open Stand-in (error 46, CUDA_ERROR_OF_A_TEST), using the CPU.'",
		"89, 6000, 'ND4J 1.0.0-M2.1 supports Stand-in (capability 8.9).'" })
	void driverIsAsked(int capability, int free, String reason) throws Exception {
		skipUnless(compiled, "no C compiler here makes a stand-in for the driver");
		Map<String, String> variables = Map.of("CAPABILITY", Integer.toString(capability), "FREE_MB", Integer.toString(free));
		assertEquals(List.of(reason), run(true, variables, fromLibraries()));
	}

	@Test
	void usableCardIsTakenAndLeavesNoNote() throws Exception {
		skipUnless(compiled, "no C compiler here makes a stand-in for the driver");
		List<String> lines = run(true, Map.of("CAPABILITY", "86"), fromLibraries(), "start");
		assertEquals(List.of("GPU Stand-in (capability 8.6)", "StandInBackend", ""), lines.subList(0, 3));
		assertEquals(0, home.resolve(".tintype").toFile().list().length);
	}

	@Test
	void cardThatEndsTheJvmIsNotTakenAgain() throws Exception {
		skipUnless(compiled, "no C compiler here makes a stand-in for the driver");
		Map<String, String> variables = Map.of("CAPABILITY", "86");
		Child first = Child.of(home, true, variables, List.of("-Djna.library.path=" + libraries, "-D" + StandInBackend.ENDS + "=true"), "start");
		assertEquals(134, first.code(), first.err());
		assertEquals(1, home.resolve(".tintype").toFile().list().length);
		List<String> lines = run(true, variables, fromLibraries());
		assertTrue(lines.get(0).startsWith("An earlier start on the GPU did not come back, using the CPU. To try it again, "), lines.get(0));
	}

	private static List<String> fromLibraries() {
		return List.of("-Djna.library.path=" + libraries);
	}

	/** What {@link HostedDevice} prints, if it prints nothing on stderr. */
	private List<String> run(boolean cuda, Map<String, String> variables, List<String> options, String... line) throws Exception {
		Child child = Child.of(home, cuda, variables, options, line);
		assertEquals("", child.err());
		assertEquals(0, child.code());
		return child.out().lines().toList();
	}

	private static void skipUnless(boolean condition, String reason) {
		if (!condition) System.out.println("Skipped: " + reason);
		assumeTrue(condition, reason);
	}

	/** How a JVM ended and what it printed. */
	private record Child(int code, String out, String err) {

		private static final int FIRST_TO_WARN_OF_UNSAFE = 24;

		static Child of(Path home, boolean cuda, Map<String, String> variables, List<String> options, String... line) throws Exception {
			String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
			String cache = System.getProperty("org.bytedeco.javacpp.cachedir", Path.of(System.getProperty("user.home"), ".javacpp", "cache").toString());
			ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + home, "-Dorg.bytedeco.javacpp.cachedir=" + cache,
				"-cp", cuda ? jars + File.pathSeparator + tests : tests);
			if (Runtime.version().feature() >= FIRST_TO_WARN_OF_UNSAFE) builder.command().add("--sun-misc-unsafe-memory-access=allow");
			builder.command().addAll(options);
			builder.command().add(HostedDevice.class.getName());
			builder.command().addAll(List.of(line));
			builder.environment().putAll(variables);
			Path out = home.resolve("out.txt"), err = home.resolve("err.txt");
			int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
			return new Child(code, Files.readString(out).strip(), Files.readString(err).strip());
		}
	}
}
