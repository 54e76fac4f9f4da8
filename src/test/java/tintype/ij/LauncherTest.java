package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import tintype.Colorizer;
import tintype.TintypeException;
import tintype.ij.LauncherArguments.UsageException;

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
		makeModels();
		Files.writeString(folder.resolve("good.ijm"), """
			newImage("ramp", "8-bit ramp", 24, 16, 1);
			run("Colorize...", "temperature=0.5");
			saveAs("png", getArgument());
			""");
		Files.writeString(folder.resolve("bad.ijm"), """
			newImage("ramp", "8-bit ramp", 24, 16, 1);
			run("Colorize...", "temperature=2");
			saveAs("png", getArgument());
			""");
		Files.writeString(folder.resolve("empty.ijm"), "run(\"Colorize...\", \"\");\n");
		Files.writeString(folder.resolve("exit.ijm"), "if (getArgument() == \"\") exit();\nexit(\"the disk is full\");\n");
	}

	/** A zip that is no model, the default model claiming a newer format, and half of it. */
	private void makeModels() throws IOException {
		byte[] model = Colorizer.class.getResourceAsStream("default.zip").readAllBytes();
		Files.write(folder.resolve("truncated.zip"), Arrays.copyOf(model, model.length / 2));
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(model));
			ZipOutputStream newer = new ZipOutputStream(Files.newOutputStream(folder.resolve("newer.zip")));
			ZipOutputStream plain = new ZipOutputStream(Files.newOutputStream(folder.resolve("plain.zip"))))
		{
			plain.putNextEntry(new ZipEntry("readme.txt"));
			newer.putNextEntry(new ZipEntry(in.getNextEntry().getName()));
			String card = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			newer.write(card.replaceFirst("\"format\" : \\d+", "\"format\" : 999").getBytes(StandardCharsets.UTF_8));
		}
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

	/** Does a job in this JVM. */
	private String job(String... line) throws IOException {
		return new HeadlessJobs(folder).run(LauncherArguments.parse(line));
	}

	private String in(String name) {
		return folder.resolve(name).toString().replace("\\", "/");
	}

	@Test
	void coloursAPictureWithoutOverwriting() throws Exception {
		ChildJvm run = launch("--headless", "photo.tif");
		assertEquals(0, run.code(), run.err());
		assertEquals("", run.err());
		Path file = folder.resolve("photo-colorized.png").toRealPath();
		assertEquals(file, Path.of(run.out()).toRealPath());
		assertEquals(24, ImageIO.read(file.toFile()).getWidth());
		byte[] before = Files.readAllBytes(file);
		assertTrue(job(in("photo.tif")).endsWith("photo-colorized-2.png"));
		assertTrue(job(in("photo.tif")).endsWith("photo-colorized-3.png"));
		assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
	}

	@Test
	void coloursAStackIntoATiff() throws IOException {
		ImagePlus result = IJ.openImage(job(in("stack.tif")));
		assertEquals(3, result.getStackSize());
		assertEquals(24, result.getBitDepth());
	}

	@Test
	void coloursTheSampleWithoutAnyWords() throws Exception {
		Files.createDirectory(folder.resolve("target"));
		ChildJvm run = launch();
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().endsWith(Path.of("target", "sample-colorized.png").toString()), run.out());
		job();
		assertArrayEquals(new String[] { "sample-colorized.png" }, folder.resolve("target").toFile().list());
	}

	@Test
	void runsAMacroWithItsArgument() throws Exception {
		ChildJvm run = launch("-batch", "good.ijm", in("made.png"));
		assertEquals(0, run.code(), run.err());
		assertEquals("", run.err());
		assertEquals(24, ImageIO.read(folder.resolve("made.png").toFile()).getWidth());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Colorize...", "Colorize", "tintype.commands.Colorize" })
	void runsACommand(String name) throws IOException {
		assertTrue(new File(job("--run", name, "input=\"" + in("photo.tif") + "\", temperature=0.5")).isFile());
	}

	/** Bits are written as they are, not as a screen shows them. */
	@Test
	void savesAllImagesOfACommand() throws IOException {
		String files = job("--run", "Colorize", "input=\"" + in("photo.tif") + "\", uncertainty=true, alternatives=2");
		assertEquals(List.of("photo-entropy.tif", "photo-second.png", "photo-alternatives.tif", "photo-colorized.png"),
			files.lines().map(file -> Path.of(file).getFileName().toString()).toList());
		ImagePlus entropy = IJ.openImage(in("photo-entropy.tif"));
		assertEquals(32, entropy.getBitDepth());
		assertEquals("bits", entropy.getCalibration().getValueUnit());
	}

	@Test
	void equalPixelsFromPictureMacroAndCommand() throws IOException {
		Files.writeString(folder.resolve("same.ijm"), "open(getArgument());\nrun(\"Colorize...\", \"\");\nsaveAs(\"png\", \"" +
			in("macro.png") + "\");\n");
		int[] expected = pixels(Path.of(job(in("photo.tif"))));
		assertArrayEquals(expected, pixels(Path.of(job("--run", "Colorize", "input=\"" + in("photo.tif") + "\""))));
		job("-batch", in("same.ijm"), in("photo.tif"));
		assertArrayEquals(expected, pixels(folder.resolve("macro.png")));
	}

	private static int[] pixels(Path file) throws IOException {
		var image = ImageIO.read(file.toFile());
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { //
		"note.png;               1; is not a picture", //
		"plain.zip;              1; is not a picture", //
		"-macro bad.ijm x.png;   1; The macro bad.ijm stopped in line 2: T", //
		"--fast;                 2; The option --fast is unknown" })
	void aFailureIsOneSentenceAnExitCodeAndNoFile(String line, int code, String part) throws Exception {
		List<String> before = files();
		ChildJvm run = launch(line.split(" "));
		assertEquals(code, run.code(), run.out() + run.err());
		assertTrue(run.err().contains(part), run.err());
		assertEquals(1, run.err().lines().count(), run.err());
		assertFalse(run.err().contains("Exception"), run.err());
		assertEquals(before, files());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { //
		"@nan.tif;                                           only NaN", //
		"-macro @empty.ijm;                                  There are no images open", //
		"-macro @text.txt;                                   The macro text.txt stopped in line 1", //
		"-macro @exit.ijm failed;                            The macro exit.ijm stopped in line 2", //
		"--run Colorize input='@photo.tif',temperature=2;    2.0", //
		"--run Colorize input='@photo.tif',temperature=1.5;  1.5", //
		"--run Colorize input='@photo.tif',model='no.zip';   no.zip", //
		"--run Colorize input='@photo.tif',model='@plain.zip';     is a zip file but not a Tintype model", //
		"--run Colorize input='@photo.tif',model='@newer.zip';     is a model of format 999", //
		"--run Colorize input='@photo.tif',model='@truncated.zip'; is truncated or damaged", //
		"--run Colorize input='@none.tif';                   none.tif", //
		"--run Colorize input='@note.png';                   is not a picture", //
		"--run Colorize input='@photo.tif',alternatives=1;   Alternatives must be 0 for none, or 2 to 10", //
		"--run Colorize;                                     needs an image", //
		"--run Colorize a:b;                                 cannot be read", //
		"--run Colorise;                                     There is no command" })
	void aFailedJobLeavesNoFile(String line, String part) throws IOException {
		List<String> before = files();
		String[] words = line.replace("@", folder + "/").split(" ");
		String sentence = assertThrows(TintypeException.class, () -> job(words)).getMessage();
		assertTrue(sentence.contains(part), sentence);
		assertEquals(before, files());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"missing.png;        There is no file missing.png", //
		"-macro missing.ijm; There is no file missing.ijm", //
		"-macro;             missing after -macro", //
		"--run;              missing after --run", //
		"--fast;             The option --fast is unknown" })
	void aLineWithoutSenseIsRefused(String line, String part) {
		String sentence = assertThrows(UsageException.class, () -> LauncherArguments.parse(line.split(" "))).getMessage();
		assertTrue(sentence.contains(part), sentence);
	}

	@Test
	void aWordTooManyIsRefused() {
		assertThrows(UsageException.class, () -> LauncherArguments.parse(in("photo.tif"), in("stack.tif")));
		assertThrows(UsageException.class, () -> LauncherArguments.parse("-macro", in("photo.tif")));
	}

	@Test
	void headlessMayStandAnywhere() {
		assertTrue(LauncherArguments.parse("--headless").headless());
		assertTrue(LauncherArguments.parse(in("photo.tif"), "--headless").headless());
		assertFalse(LauncherArguments.parse(in("photo.tif")).headless());
	}

	@Test
	void aMacroMayEndItself() throws IOException {
		assertNull(job("-macro", in("exit.ijm")));
	}

	/** A program of somebody else's that runs a failing command, as Fiji's {@code --run} does. */
	public static final class FailingRun {

		/** Ends by itself after the failure. */
		public static void main(String... line) throws Exception {
			Context context = new Context();
			CommandService commands = context.service(CommandService.class);
			ImagePlus imp = IJ.createImage("p", "8-bit ramp", 24, 16, 1);
			commands.run("tintype.commands.Colorize", true, "input", imp, "model", new File("default"),
				"temperature", 2.0, "saturation", 1.0).get();
			System.exit(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3, 3", "yes, 0" })
	void exitCodeInFijiIsOptIn(String property, int code) throws Exception {
		ChildJvm run = ChildJvm.run(folder, List.of("-Dtintype.exit=" + property), FailingRun.class);
		assertEquals(code, run.code(), run.err());
		assertTrue((run.out() + run.err()).contains("2.0"), run.out() + run.err());
	}
}
