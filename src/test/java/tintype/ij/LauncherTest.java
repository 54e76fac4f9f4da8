package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

/** The command line, in JVMs of their own: exit codes, messages and files. */
class LauncherTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void makeFiles() throws IOException {
		save(IJ.createImage("p", "8-bit ramp", 24, 16, 1), "photo.tif");
		save(IJ.createImage("s", "16-bit ramp", 12, 10, 3), "stack.tif");
		ImagePlus nan = IJ.createImage("n", "32-bit black", 8, 8, 1);
		nan.getProcessor().set(Double.NaN);
		save(nan, "nan.tif");
		Files.writeString(folder.resolve("text.txt"), "no macro at all\n");
		Files.writeString(folder.resolve("note.png"), "no picture at all\n");
		Files.writeString(folder.resolve("good.ijm"), """
			newImage("ramp", "8-bit ramp", 24, 16, 1);
			run("Colorize...", "temperature=0.5");
			saveAs("png", getArgument());
			""");
		Files.writeString(folder.resolve("bad.ijm"), """
			newImage("ramp", "8-bit ramp", 24, 16, 1);
			run("Colorize...", "temperature=0");
			saveAs("png", getArgument());
			""");
		Files.writeString(folder.resolve("empty.ijm"), "run(\"Colorize...\", \"\");\n");
		Files.writeString(folder.resolve("exit.ijm"), "if (getArgument() == \"\") exit();\nexit(\"the disk is full\");\n");
	}

	private void save(ImagePlus imp, String name) {
		FileSaver saver = new FileSaver(imp);
		String path = folder.resolve(name).toString();
		assertTrue(imp.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path));
	}

	private ChildJvm launch(String... line) throws Exception {
		return ChildJvm.run(folder, List.of(), Launcher.class, line);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void coloursAPictureWithoutOverwriting() throws Exception {
		ChildJvm first = launch("--headless", "photo.tif");
		assertEquals(0, first.code(), first.err());
		Path file = folder.resolve("photo-colorized.png").toRealPath();
		assertEquals(file, Path.of(first.out()).toRealPath());
		assertEquals(24, ImageIO.read(file.toFile()).getWidth());
		byte[] before = Files.readAllBytes(file);
		ChildJvm second = launch("photo.tif");
		assertTrue(second.out().endsWith("photo-colorized-2.png"), second.out() + second.err());
		assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
	}

	@Test
	void coloursAStackIntoATiff() throws Exception {
		ChildJvm run = launch("stack.tif");
		assertEquals(0, run.code(), run.err());
		ImagePlus result = IJ.openImage(run.out());
		assertEquals(3, result.getStackSize());
		assertEquals(24, result.getBitDepth());
	}

	@Test
	void coloursTheSampleWithoutAnyWords() throws Exception {
		Files.createDirectory(folder.resolve("target"));
		for (int i = 0; i < 2; i++) {
			ChildJvm run = launch();
			assertEquals(0, run.code(), run.err());
			assertTrue(run.out().endsWith(Path.of("target", "sample-colorized.png").toString()), run.out());
		}
		assertEquals(1, folder.resolve("target").toFile().list().length);
	}

	@ParameterizedTest
	@CsvSource({ "-macro", "-batch" })
	void runsAMacro(String option) throws Exception {
		ChildJvm run = launch("--headless", option, "good.ijm", folder.resolve("made.png").toString());
		assertEquals(0, run.code(), run.err());
		assertEquals(24, ImageIO.read(folder.resolve("made.png").toFile()).getWidth());
		assertEquals("", run.err());
	}

	@ParameterizedTest
	@CsvSource({ "Colorize...", "Colorize", "tintype.commands.Colorize" })
	void runsACommand(String name) throws Exception {
		ChildJvm run = launch("--headless", "--run", name, "input=\"photo.tif\", temperature=0.5");
		assertEquals(0, run.code(), run.err());
		assertTrue(new File(run.out()).isFile(), run.out());
	}

	@Test
	void equalPixelsFromPictureMacroAndCommand() throws Exception {
		Files.writeString(folder.resolve("same.ijm"), "open(getArgument());\nrun(\"Colorize...\", \"\");\nsaveAs(\"png\", \"" +
			folder.resolve("macro.png").toString().replace('\\', '/') + "\");\n");
		ChildJvm picture = launch("photo.tif");
		ChildJvm command = launch("--run", "Colorize", "input=\"photo.tif\"");
		ChildJvm macro = launch("-batch", "same.ijm", folder.resolve("photo.tif").toString());
		assertEquals("", macro.err());
		int[] expected = pixels(Path.of(picture.out()));
		assertArrayEquals(expected, pixels(Path.of(command.out())));
		assertArrayEquals(expected, pixels(folder.resolve("macro.png")));
	}

	private static int[] pixels(Path file) throws IOException {
		var image = ImageIO.read(file.toFile());
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"note.png;                    1; is not a picture", //
		"nan.tif;                     1; only NaN", //
		"-macro bad.ijm x.png;        1; stopped in line 2: T", //
		"-macro empty.ijm;            1; There are no images open", //
		"-macro text.txt;             1; The macro text.txt stopped in line 1", //
		"-macro exit.ijm failed;      1; The macro exit.ijm stopped in line 2", //
		"--run Colorize input='photo.tif',temperature=0;   1; 0.0", //
		"--run Colorize input='photo.tif',temperature=1.5; 1; 1.5", //
		"--run Colorize input='photo.tif',model='no.zip';  1; no.zip", //
		"--run Colorize input='none.tif';                  1; none.tif", //
		"--run Colorize;              1; needs an image", //
		"--run Colorize a:b;          1; cannot be read", //
		"--run Colorise;              1; There is no command", //
		"missing.png;                 2; There is no file missing.png", //
		"-macro missing.ijm;          2; There is no file missing.ijm", //
		"-macro;                      2; missing after -macro", //
		"--fast;                      2; The option --fast is unknown", //
		"photo.tif stack.tif;         2; one too many" })
	void aFailureIsOneSentenceAndLeavesNothing(String line, int code, String part) throws Exception {
		List<String> before = files();
		ChildJvm run = launch(line.split(" "));
		assertEquals(code, run.code(), run.out() + run.err());
		assertTrue(run.err().contains(part), run.err());
		assertEquals(1, run.err().lines().count(), run.err());
		assertFalse(run.err().contains("Exception"), run.err());
		assertEquals(before, files());
	}

	@Test
	void aMacroMayEndItself() throws Exception {
		ChildJvm run = launch("-macro", "exit.ijm");
		assertEquals(0, run.code(), run.err());
	}

	/** A program of somebody else's that runs a failing command, as Fiji's {@code --run} does. */
	public static final class FailingRun {

		/** Ends by itself after the failure. */
		public static void main(String... line) throws Exception {
			Context context = new Context();
			CommandService commands = context.service(CommandService.class);
			ImagePlus imp = IJ.createImage("p", "8-bit ramp", 24, 16, 1);
			commands.run("tintype.commands.Colorize", true, "input", imp, "model", new File("default"),
				"temperature", 0.0, "saturation", 1.0).get();
			System.exit(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3, 3", "0, 0", "yes, 0", "999, 0" })
	void exitCodeInFijiIsOptIn(String property, int code) throws Exception {
		ChildJvm run = ChildJvm.run(folder, List.of("-Dtintype.exit=" + property), FailingRun.class);
		assertEquals(code, run.code(), run.err());
		assertTrue((run.out() + run.err()).contains("0.0"), run.out() + run.err());
	}
}
