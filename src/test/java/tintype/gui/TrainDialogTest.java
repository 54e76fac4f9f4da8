package tintype.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plugins > Tintype > Train Colorizer... in a real ImageJ, by keyboard: windows
 * follow the training, ESC ends it, and the recorded line trains the same model
 * without a screen.
 */
class TrainDialogTest {

	private static final String DIALOG = "Train Colorizer";
	private static final String NO_ERROR = "error null";

	/** How often Tab goes from one field to another, Browse buttons included. */
	private static final int PICTURES_TO_EPOCHS = 12;
	private static final int EPOCHS_TO_BATCH = 2;

	private static final long STOP_S = 10;

	@TempDir
	private Path folder;

	private Path pictures;
	private VirtualScreen screen;
	private ImageJDesktop imageJ;
	private boolean passed;

	@BeforeAll
	static void requireTools() {
		VirtualScreen.require();
	}

	@BeforeEach
	void openScreen() throws Exception {
		screen = new VirtualScreen(Files.createDirectory(folder.resolve("home")), 1366, 768);
		pictures = ColourPictures.write(folder.resolve("first/views"), 6, 64, 64);
		imageJ = new ImageJDesktop(screen, folder.resolve("imagej"), "open('" + pictures.resolve("0.png") + "');");
		imageJ.record("0.png");
		imageJ.choose("0.png", DIALOG);
	}

	@AfterEach
	void close(TestInfo test) throws Exception {
		screen.close(imageJ, passed ? null : test.getTestMethod().orElseThrow().getName());
	}

	@Test
	void dialogAndRecordedLineGiveTheSameModel() throws Exception {
		fill(1);
		imageJ.desktop().press("Return");
		for (String title : List.of("Log", "Training of", "Loss of", "AuC of", "Epochs of"))
			imageJ.desktop().front(title.endsWith("of") ? title + " views-colorizer" : title);
		Patience.until("the end of the training", () -> !imageJ.isInside("tintype.ij.ModelTraining"));

		List<String> facts = imageJ.facts();
		List<String> images = facts.stream().filter(line -> line.startsWith("image ")).toList();
		assertEquals(List.of("image 0.png changed 0", "image Loss of views-colorizer changed 0", "image AuC of views-colorizer changed 0",
			"image Epochs of views-colorizer changed 0"), images);
		assertEquals(NO_ERROR, facts.get(images.size()));
		String line = facts.get(images.size() + 1).replaceFirst("^recorded ", "");
		assertTrue(line.startsWith("run(\"Train Colorizer...\", \"pictures=" + pictures + " validation= share=0.1 "), line);
		assertEquals(-1, Files.mismatch(folder.resolve("first/views-colorizer.zip"), replayed(line)));
		passed = true;
	}

	@Test
	void escapeKeepsTheBestModelAndClosedWindowsStayClosed() throws Exception {
		fill(500);
		imageJ.desktop().press("Return");
		// The last window to open, with the first model.
		imageJ.desktop().front("Epochs of views-colorizer");
		imageJ.desktop().front("AuC of views-colorizer");
		imageJ.desktop().press("alt+F4");
		imageJ.desktop().awaitEnd("AuC of views-colorizer");
		imageJ.desktop().front("Epochs of views-colorizer");
		assertTrue(imageJ.isInside("tintype.train.Training"), "Too short a run to stop");
		imageJ.desktop().press("Escape");
		Patience.await("the end of the run", STOP_S, () -> imageJ.isInside("tintype.train.Training") ? null : true);

		assertTrue(Files.exists(folder.resolve("first/views-colorizer.zip")));
		assertEquals(List.of(), imageJ.desktop().windows("AuC of views-colorizer"));
		for (String title : List.of("Tintype", "Exception", "Console"))
			assertEquals(List.of(), imageJ.desktop().windows(title), title);
		List<String> facts = imageJ.facts();
		assertTrue(facts.contains(NO_ERROR), facts.toString());
		assertTrue(facts.stream().noneMatch(fact -> fact.contains(DIALOG)), "canceled, so not recorded: " + facts);
		passed = true;
	}

	/** The folder of pictures, and short epochs. */
	private void fill(int epochs) throws Exception {
		imageJ.desktop().write(pictures.toString());
		imageJ.desktop().tab(PICTURES_TO_EPOCHS);
		imageJ.desktop().write(String.valueOf(epochs));
		imageJ.desktop().tab(EPOCHS_TO_BATCH);
		imageJ.desktop().write("1");
	}

	/** The model that the recorded line gives without a screen, for a copy of the pictures. */
	private Path replayed(String line) throws Exception {
		Path copy = ColourPictures.write(folder.resolve("second/views"), 6, 64, 64);
		Path macro = Files.writeString(folder.resolve("macro.ijm"), line.replace(pictures.toString(), copy.toString()) + "\n");
		Path log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, "--headless", "-macro", macro.toString())).directory(folder.toFile());
		builder.environment().remove("DISPLAY");
		builder.environment().putAll(ImageJDesktop.ONE_THREAD);
		assertEquals(0, Children.run(builder, log, Patience.LIMIT_S), Files.readString(log));
		return folder.resolve("second/views-colorizer.zip");
	}
}
