package tintype.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;

/**
 * Plugins > Tintype > Colorize... in a real ImageJ, by keyboard: the same
 * pixels as from a script, a recorded macro and the command line, and nothing
 * happens when the user changes his mind.
 */
class ColorizeDialogTest {

	private static final double TEMPERATURE = 0.5;
	private static final double SATURATION = 1.25;
	private static final String LINE = "run(\"Colorize...\", \"model=default setting=vivid temperature=0.5 saturation=1.25 slices=series uncertainty=false alternatives=0\");";

	private static final String UNCHANGED = "image picture.png changed 0";
	private static final String NO_ERROR = "error null";

	/** Cancel takes a second; a busy machine may need longer to look. */
	private static final long STOP_S = 10;

	@TempDir
	private Path folder;

	private Path picture;
	private VirtualScreen screen;
	private ImageJDesktop imageJ;
	private boolean passed;

	@BeforeAll
	static void requireTools() {
		VirtualScreen.require();
	}

	@BeforeEach
	void openScreen() throws Exception {
		screen = new VirtualScreen(Files.createDirectory(folder.resolve("home")), 1280, 900);
		picture = folder.resolve("picture.png");
		ImageIO.write(GreyPicture.ofLandscape(96, 72), "png", picture.toFile());
	}

	@AfterEach
	void close(TestInfo test) throws Exception {
		screen.close(imageJ, passed ? null : test.getTestMethod().orElseThrow().getName());
	}

	@Test
	void dialogScriptMacroAndHeadlessGiveTheSamePixels() throws Exception {
		open("open('" + picture + "');");
		imageJ.record("picture.png");
		imageJ.colorize("picture.png");
		fill(TEMPERATURE, SATURATION);
		imageJ.desktop().press("Return");
		imageJ.desktop().front("picture-colorized");

		List<String> facts = imageJ.facts();
		assertEquals(List.of(UNCHANGED, "image picture-colorized changed 1", NO_ERROR), facts.subList(0, 3));
		assertEquals("recorded " + LINE, facts.get(3));
		GreyPicture grey = GreyPicture.read(picture);
		SamePixels.check("The input after Colorize", grey.rgb(), GreyPicture.rgb(imageJ.saved("picture.png")));
		int[] dialog = GreyPicture.rgb(imageJ.saved("picture-colorized.png"));
		SamePixels.check("Dialog and script", grey.colorized(TEMPERATURE, SATURATION), dialog);
		SamePixels.check("Dialog and recorded macro", dialog, GreyPicture.rgb(macro()));
		SamePixels.check("Dialog and command line", dialog, GreyPicture.rgb(commandLine()));
		passed = true;
	}

	@Test
	void cancelLeavesEverythingAsItWas() throws Exception {
		open("open('" + picture + "');");
		imageJ.record("picture.png");
		imageJ.colorize("picture.png");
		fill(TEMPERATURE, SATURATION);
		// After slices, uncertainty and alternatives the second button; the first is Help.
		imageJ.desktop().press("Tab", "Tab", "Tab", "Tab", "Tab", "space");
		imageJ.desktop().awaitEnd("Colorize");

		List<String> facts = imageJ.facts();
		assertEquals(List.of(UNCHANGED, NO_ERROR, "recorded "), facts);
		SamePixels.check("The input after Cancel", GreyPicture.read(picture).rgb(),
			GreyPicture.rgb(imageJ.saved("picture.png")));
		assertEquals(List.of(), imageJ.desktop().windows("Tintype"));
		passed = true;
	}

	@Test
	void aTemperatureOutOfRangeIsToldInOneSentence() throws Exception {
		String sentence = assertThrows(TintypeException.class, () -> GreyPicture.read(picture).colorized(1.5, 1))
			.getMessage();
		open("open('" + picture + "');");
		imageJ.record("picture.png");
		imageJ.colorize("picture.png");
		fill(1.5, 1);
		imageJ.desktop().press("Return");
		imageJ.desktop().front("Tintype");
		assertEquals(1, imageJ.desktop().windows("Tintype").size());
		imageJ.desktop().press("Return");
		imageJ.desktop().awaitEnd("Tintype");

		assertEquals(List.of(UNCHANGED, "error " + sentence, "recorded "), imageJ.facts());
		for (String title : List.of("Tintype", "Log", "Exception", "Console"))
			assertEquals(List.of(), imageJ.desktop().windows(title), title);
		passed = true;
	}

	@Test
	void escapeStopsALongRun() throws Exception {
		open("newImage('large', '8-bit ramp', 12000, 9000, 1);");
		imageJ.colorize("large");
		imageJ.desktop().press("Return");
		Patience.until("the network's work", () -> imageJ.isInside("tintype.nn.Prediction"));
		imageJ.desktop().front("large");
		assertTrue(imageJ.isInside("tintype.ij.Colorization"), "Too short a run to stop");
		imageJ.desktop().press("Escape");
		Patience.await("the end of the run", STOP_S, () -> imageJ.isInside("tintype.ij.Colorization") ? null : true);

		List<String> facts = imageJ.facts();
		assertEquals(1, facts.stream().filter(line -> line.startsWith("image ")).count(), facts.toString());
		assertEquals(NO_ERROR, facts.get(facts.size() - 1));
		assertEquals(List.of(), imageJ.desktop().windows("Tintype"));
		passed = true;
	}

	private void open(String opening) throws Exception {
		imageJ = new ImageJDesktop(screen, folder.resolve("imagej"), opening);
	}

	/** From the model's field, which has the focus, over its Browse button and the setting to the numbers. */
	private void fill(double temperature, double saturation) throws Exception {
		imageJ.desktop().press("Tab", "Tab", "Tab");
		imageJ.desktop().write(String.valueOf(temperature));
		imageJ.desktop().press("Tab");
		imageJ.desktop().write(String.valueOf(saturation));
	}

	/** The recorded line replayed without a screen. */
	private Path macro() throws Exception {
		Path file = folder.resolve("macro.png");
		Path macro = Files.writeString(folder.resolve("macro.ijm"), "open('" + picture + "');\n" + LINE +
			"\nsaveAs('png', '" + file + "');\n");
		headless("--headless", "-macro", macro.toString());
		return file;
	}

	/** The same by the command line's own words. */
	private Path commandLine() throws Exception {
		headless("--headless", "--run", "Colorize", "input=\"" + picture + "\", temperature=" + TEMPERATURE +
			", saturation=" + SATURATION);
		return folder.resolve("picture-colorized.png");
	}

	private void headless(String... words) throws Exception {
		Path log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, words)).directory(folder.toFile());
		builder.environment().remove("DISPLAY");
		// As many as there are processors, unlike the dialog.
		builder.environment().remove("OMP_NUM_THREADS");
		int code = Children.run(builder, log, Patience.LIMIT_S);
		assertEquals(0, code, Files.readString(log));
	}
}
