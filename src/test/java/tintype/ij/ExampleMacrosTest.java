package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every macro in macros/ runs, in batch mode and from the command line. */
class ExampleMacrosTest {

	@TempDir
	private Path folder;

	static List<Path> macros() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("user.dir"), "macros"))) {
			return files.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
		}
	}

	@Test
	void thereAreMacros() throws IOException {
		assertFalse(macros().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("macros")
	void runsInBatchMode(Path macro) throws IOException {
		MacroRun run = MacroRun.of("setBatchMode(true);", "newImage('ramp', '8-bit ramp', 40, 30, 1);",
			Files.readString(macro), "return getTitle() + ' ' + bitDepth();");
		assertEquals("ramp-colorized 24", run.result(), run.told());
	}

	@ParameterizedTest
	@MethodSource("macros")
	void runsFromTheCommandLine(Path macro) throws Exception {
		Path picture = folder.resolve("chart.png");
		Files.copy(Path.of(System.getProperty("user.dir"), "test-images", "chart-rgb.png"), picture);
		ChildJvm run = ChildJvm.run(folder, List.of(), Launcher.class, "--headless", "-macro", macro.toString(), picture.toString());
		assertEquals(0, run.code(), run.err());
		Path result = folder.resolve("chart-colorized.png");
		assertTrue(Files.exists(result), run.out() + run.err());
		assertTrue(ImageIO.read(result.toFile()).getColorModel().getNumComponents() >= 3);
	}
}
