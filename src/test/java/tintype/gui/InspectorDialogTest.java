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
 * Plugins > Tintype > Network Inspector... in a real ImageJ: the dialog's feature maps are
 * those of the recorded line, and a click on them draws the receptive field on the input.
 */
class InspectorDialogTest {

	private static final String PICTURE = "label-oblique.png", MAPS = "layer0 after";

	private static final String OPENING = """
		open('%s');
		run('8-bit');
		setLocation(20, 150);
		""";

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
		screen = new VirtualScreen(Files.createDirectory(folder.resolve("home")), 1280, 1000);
		Path picture = Files.copy(Path.of(System.getProperty("user.dir"), "test-images", PICTURE), folder.resolve(PICTURE));
		imageJ = new ImageJDesktop(screen, folder.resolve("imagej"), OPENING.formatted(picture));
	}

	@AfterEach
	void close(TestInfo test) throws Exception {
		screen.close(imageJ, passed ? null : test.getTestMethod().orElseThrow().getName());
	}

	@Test
	void theRecordedLineGivesTheSameMaps() throws Exception {
		imageJ.record(PICTURE);
		imageJ.choose(PICTURE, "Network Inspector");
		Desktop desktop = imageJ.desktop();
		desktop.write("colornet");
		desktop.tab(4);
		desktop.write("1");
		desktop.press("Return");
		String maps = desktop.front(MAPS);
		desktop.place(maps, 700, 150);
		desktop.click(maps, 150, 120);
		List<String> facts = imageJ.facts();
		String line = facts.stream().filter(each -> each.startsWith("recorded ")).findFirst().orElseThrow();
		assertTrue(line.startsWith("recorded run(\"Network Inspector...\", \"model=colornet from= side=input to=1 values=after "), line);
		assertTrue(facts.contains("image " + PICTURE + " overlay receptive field"), String.join("\n", facts));
		int[] dialog = GreyPicture.rgb(imageJ.saved(MAPS + ".png"));
		SamePixels.check("Dialog and recorded macro", dialog, GreyPicture.rgb(macro(line.substring("recorded ".length()))));
		passed = true;
	}

	private Path macro(String line) throws Exception {
		Path result = folder.resolve("macro.png");
		Path macro = Files.writeString(folder.resolve("recorded.ijm"), OPENING.formatted(folder.resolve(PICTURE)) + line + "\nsaveAs('png', '" + result + "');\n");
		Path log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, "--headless", "-macro", macro.toString()));
		builder.environment().remove("DISPLAY");
		assertEquals(0, Children.run(builder, log, Patience.LIMIT_S), Files.readString(log));
		return result;
	}
}
