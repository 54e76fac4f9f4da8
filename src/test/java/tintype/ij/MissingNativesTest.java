package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package of another platform was installed: whatever touches the network engine first says so, in one sentence. */
class MissingNativesTest {

	private static final String SENTENCE = "The native libraries of ND4J could not be loaded on " + System.getProperty("os.name") + " " + //
		System.getProperty("os.arch") + ": install the Tintype build for this platform and restart.";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Colorize...", "Network Inspector..." })
	void oneSentence(String command) throws Exception {
		Path macro = Files.writeString(folder.resolve("one.ijm"), "newImage('ramp', '8-bit ramp', 64, 64, 1);\nrun('" + command + "', '');\n");
		String classPath = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator)) //
			.filter(jar -> !Path.of(jar).getFileName().toString().matches("nd4j-native-1.*-(linux|windows|macosx).*")) //
			.collect(Collectors.joining(File.pathSeparator));
		ChildJvm jvm = ChildJvm.of(folder, classPath, List.of(), Launcher.class.getName(), "--headless", "-macro", macro.toString());
		assertEquals(1, jvm.code(), jvm.err());
		assertEquals(1, jvm.err().lines().count(), jvm.err());
		assertTrue(jvm.err().contains(SENTENCE), jvm.err());
	}
}
