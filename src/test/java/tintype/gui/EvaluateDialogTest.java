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

import tintype.DefaultModel;

/**
 * Plugins > Tintype > Evaluate Colorizer... in a real ImageJ, by keyboard: a
 * table, a plot and a contact sheet appear, and the recorded line gives the same
 * figures without a screen.
 */
class EvaluateDialogTest {

	private static final String PLOT = "Errors of " + DefaultModel.title();
	private static final String SHEET = "Pictures by " + DefaultModel.title();

	@TempDir
	private Path folder;

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
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		for (String name : List.of("chart-rgb.png", "landscape.png"))
			Files.copy(Path.of("test-images", name), pictures.resolve(name));
		imageJ = new ImageJDesktop(screen, folder.resolve("imagej"), "newImage('first', '8-bit ramp', 40, 30, 1);");
	}

	@AfterEach
	void close(TestInfo test) throws Exception {
		screen.close(imageJ, passed ? null : test.getTestMethod().orElseThrow().getName());
	}

	@Test
	void dialogAndRecordedMacroGiveTheSameFigures() throws Exception {
		Path table = folder.resolve("dialog.csv");
		imageJ.record("first");
		imageJ.choose("first", "Evaluate Colorizer");
		fill(folder.resolve("pictures").toString(), "0.5", table.toString());
		imageJ.desktop().press("Return");
		imageJ.desktop().front("Evaluation of " + DefaultModel.title());
		imageJ.desktop().front(PLOT);
		imageJ.desktop().front(SHEET);

		List<String> facts = imageJ.facts();
		assertEquals(List.of("image first changed 0", "image " + PLOT, "image " + SHEET, "error null"),
			facts.stream().limit(4).map(line -> line.replaceFirst("(Errors.*|Pictures.*) changed .*", "$1")).toList());
		String line = facts.get(4).replaceFirst("recorded ", "");
		assertEquals("run(\"Evaluate Colorizer...\", \"pictures=" + folder.resolve("pictures") +
			" model=default setting=vivid temperature=0.5 saturation=1.0 weights= table=" + table + "\");", line);
		assertEquals(6, Files.readAllLines(table).size(), Files.readString(table));
		Path replayed = folder.resolve("replayed.csv");
		replay(line.replace(table.toString(), replayed.toString()));
		assertEquals(Files.readString(table), Files.readString(replayed));
		passed = true;
	}

	@Test
	void anEmptyFolderFieldIsToldInOneSentence() throws Exception {
		imageJ.record("first");
		imageJ.choose("first", "Evaluate Colorizer");
		imageJ.desktop().press("Return");
		imageJ.desktop().front("Tintype");
		imageJ.desktop().press("Return");
		imageJ.desktop().awaitEnd("Tintype");
		List<String> facts = imageJ.facts();
		assertTrue(facts.contains("error Choose a folder of colour pictures to evaluate the model on."), facts.toString());
		assertTrue(facts.contains("recorded "), facts.toString());
		passed = true;
	}

	/** From the first field over its Browse button to the model, and so on to the last one. */
	private void fill(String pictures, String temperature, String table) throws Exception {
		Desktop desktop = imageJ.desktop();
		desktop.write(pictures);
		desktop.press("Tab", "Tab", "Tab", "Tab", "Tab");
		desktop.write(temperature);
		desktop.press("Tab", "Tab", "Tab", "Tab");
		desktop.write(table);
	}

	private void replay(String line) throws Exception {
		Path macro = Files.writeString(folder.resolve("macro.ijm"), line + "\n");
		Path log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, "--headless", "-macro", macro.toString())).directory(folder.toFile());
		builder.environment().remove("DISPLAY");
		// As many as there are processors, unlike the dialog.
		builder.environment().remove("OMP_NUM_THREADS");
		assertEquals(0, Children.run(builder, log, Patience.LIMIT_S), Files.readString(log));
	}
}
