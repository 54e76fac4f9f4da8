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
 * Plugins > Tintype > Rectify by Four Points... in a real ImageJ: the corners come from
 * the selection, and the recorded line needs no selection any more.
 */
class RectifyDialogTest {

	static final String PICTURE = "label-oblique.png";

	/** Opens the label with its corners selected, out of order. */
	static final String OPENING = """
		open('%s');
		makeSelection('polygon', newArray(351.7369, 26.9243, 46.2213, 310.0767), newArray(255.0544, 220.8602, 43.5320, 104.9327));
		setLocation(20, 150);
		""";

	private static final String LINE_BEGINS = "recorded run(\"Rectify by Four Points...\", \"corners=[351.2369,254.5544 26.4243,220.3602 45.7213,43.032 309.5767,104.4327] first=automatic size=automatic ";

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
	void theRecordedLineReplaysWithoutTheSelection() throws Exception {
		imageJ.record(PICTURE);
		imageJ.choose(PICTURE, "Rectify by Four Points");
		imageJ.desktop().press("Return");
		imageJ.desktop().front("label-oblique-rectified");
		List<String> facts = imageJ.facts();
		String line = facts.stream().filter(each -> each.startsWith("recorded ")).findFirst().orElseThrow();
		assertTrue(line.startsWith(LINE_BEGINS), line);
		int[] dialog = GreyPicture.rgb(imageJ.saved("label-oblique-rectified.png"));
		SamePixels.check("Dialog and recorded macro", dialog, GreyPicture.rgb(macro(line.substring("recorded ".length()))));
		passed = true;
	}

	private Path macro(String line) throws Exception {
		Path result = folder.resolve("macro.png");
		Path macro = Files.writeString(folder.resolve("recorded.ijm"), "open('" + folder.resolve(PICTURE) + "');\n" + line + "\nsaveAs('png', '" + result + "');\n");
		Path log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, "--headless", "-macro", macro.toString()));
		builder.environment().remove("DISPLAY");
		assertEquals(0, Children.run(builder, log, Patience.LIMIT_S), Files.readString(log));
		return result;
	}
}
