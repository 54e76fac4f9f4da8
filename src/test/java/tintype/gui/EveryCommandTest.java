package tintype.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that is in Plugins > Tintype, in one real ImageJ, by keyboard: a dialog opens and
 * ends with Escape as if it had never been; then the command runs, and what it recorded
 * gives the same images and files without a screen. What was seen is in target/gui/commands.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryCommandTest {

	private static final int SCREEN_HEIGHT = 1000;

	/** Cancel takes a second; a busy machine may need longer to look. */
	private static final long STOP_S = 10;

	private static final Path SEEN = Path.of("target", "gui", "commands");

	@TempDir
	private static Path folder;

	private static VirtualScreen screen;
	private static ImageJDesktop imageJ;
	private static String untouched;
	private static int recorded;

	/** Where a test failed its dialog may still be open, and the next ones would wait in vain. */
	private static String unfinished;

	/** What is to be replayed: the recorded line and the facts then, by the command's label. */
	private static final Map<String, String> LINES = new LinkedHashMap<>(), FACTS = new LinkedHashMap<>();

	@BeforeAll
	static void openImageJ() throws Exception {
		VirtualScreen.require();
		CommandPictures.write(folder.resolve("pictures"));
		Path keys = Files.writeString(folder.resolve("keys.ijm"), CommandMacros.keys(folder));
		screen = new VirtualScreen(Files.createDirectory(folder.resolve("home")), 1280, SCREEN_HEIGHT);
		imageJ = new ImageJDesktop(screen, folder.resolve("imagej"), CommandMacros.opening(images()) + "prepare();\nrun('Install...', 'install=[" + keys + "]');\n" +
			CommandMacros.functions());
		imageJ.record(CommandMacros.PHOTOGRAPH);
		imageJ.desktop().place(imageJ.desktop().front("Recorder"), 600, 700);
		untouched = take("untouched");
	}

	@AfterAll
	static void close() throws Exception {
		if (screen != null) screen.close(imageJ, unfinished == null ? null : EveryCommandTest.class.getSimpleName());
	}

	@BeforeEach
	void begin(TestInfo test) {
		assertNull(unfinished, "The screen is as a failed test has left it");
		unfinished = test.getDisplayName();
	}

	private static void finish() {
		unfinished = null;
	}

	private static Path images() {
		return Path.of(System.getProperty("user.dir"), "test-images");
	}

	static Stream<String> commands() {
		return TintypeMenu.commands().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("commands")
	@Order(1)
	void opensCancelsRunsAndRecords(String label) throws Exception {
		CommandUse use = CommandUses.of(label);
		String image = use == null ? CommandMacros.PHOTOGRAPH : use.image();
		if (label.endsWith("...")) escape(image, label);
		if (use == null) {
			assertTrue(CommandUses.ELSEWHERE.contains(label), "No test uses " + label + ": say in CommandUses how.");
			assertEquals(untouched, take(label));
			assertEquals(recorded, lines().size(), "Escape was recorded");
			finish();
			return;
		}
		run(label, use);
		String facts = take(label);
		assertEquals(use.results(), titles(facts), facts);
		if (use.windows().isEmpty()) assertNotEquals(untouched, facts);
		FACTS.put(label, facts);
		finish();
	}

	/** The dialog is there, fits on the screen, and goes with Escape. */
	private static void escape(String image, String label) throws Exception {
		String title = label.replace("...", "");
		imageJ.select(image, label);
		String dialog = imageJ.desktop().front(title);
		screen.photograph(SEEN.resolve(title + " dialog.png"));
		assertTrue(imageJ.desktop().bounds(dialog).height < SCREEN_HEIGHT, "The dialog is higher than the screen");
		imageJ.desktop().press("Escape");
		imageJ.desktop().awaitEnd(title);
	}

	private static void run(String label, CommandUse use) throws Exception {
		Path output = folder.resolve("dialog").resolve(name(label));
		imageJ.select(use.image(), label);
		if (label.endsWith("...")) {
			imageJ.desktop().front(label.replace("...", ""));
			use.filling().into(imageJ.desktop(), folder.resolve("pictures"), output);
			imageJ.desktop().press("Return");
		}
		for (String title : use.windows())
			Patience.until("the window " + title, () -> {
				assertEquals(List.of(), imageJ.desktop().windows("Tintype"), "Refused");
				return !imageJ.desktop().windows(title).isEmpty();
			});
		noneHidden(use.windows());
		if (!use.windows().isEmpty()) screen.photograph(SEEN.resolve(label.replace("...", "") + ".png"));
		List<String> lines = Patience.await("the recorded line of " + label, () -> {
			List<String> all = lines();
			return all.size() > recorded ? all : null;
		});
		if (use.windows().isEmpty()) screen.photograph(SEEN.resolve(label.replace("...", "") + ".png"));
		assertEquals(recorded + 1, lines.size(), String.join("\n", lines));
		String options = use.options().formatted(folder.resolve("pictures"), output);
		assertEquals("run(\"" + label + "\"" + (options.isEmpty() ? "" : ", \"" + options + "\"") + ");", lines.get(recorded));
		LINES.put(label, lines.get(recorded));
		recorded = lines.size();
	}

	/** No window lies over more than half of another. */
	private static void noneHidden(List<String> titles) throws Exception {
		List<Rectangle> bounds = new ArrayList<>();
		for (String title : titles)
			bounds.add(imageJ.desktop().bounds(imageJ.desktop().windows(title).get(0)));
		for (int i = 0; i < bounds.size(); i++)
			for (int k = 0; k < i; k++) {
				Rectangle common = bounds.get(i).intersection(bounds.get(k));
				assertTrue(common.isEmpty() || 2 * area(common) < Math.min(area(bounds.get(i)), area(bounds.get(k))), titles.get(i) + " over " + titles.get(k));
			}
	}

	private static double area(Rectangle rectangle) {
		return (double) rectangle.width * rectangle.height;
	}

	/** What is recorded, but for the windows that were brought to the front. */
	private static List<String> lines() throws Exception {
		return Stream.of(asked("F6", "recorded").split("\n")).filter(line -> !line.isBlank() && !line.startsWith("select")).toList();
	}

	/** What images there are; those that are new are closed and kept in dialog-images. */
	private static String take(String label) throws Exception {
		String facts = asked("F7", "facts");
		Files.move(folder.resolve("taken"), Files.createDirectories(folder.resolve("dialog-images")).resolve(name(label)));
		return sorted(facts);
	}

	private static String sorted(String facts) {
		return facts.lines().sorted().collect(Collectors.joining("\n"));
	}

	private static String asked(String key, String name) throws Exception {
		imageJ.desktop().front("ImageJ");
		imageJ.desktop().press(key);
		Path file = folder.resolve(name + ".txt");
		Patience.until(name, () -> {
			assertEquals(List.of(), imageJ.desktop().windows("Macro Error"));
			return Files.exists(file);
		});
		String text = Files.readString(file);
		Files.delete(file);
		return text;
	}

	private static List<String> titles(String facts) {
		List<String> old = untouched.lines().map(line -> line.split(",")[0]).toList();
		return facts.lines().map(line -> line.split(",")[0]).filter(title -> !old.contains(title)).toList();
	}

	@Test
	@Order(2)
	void escapeStopsAComparisonAndLeavesNoHalfWrittenFile() throws Exception {
		Path output = folder.resolve("canceled");
		int before = lines().size();
		imageJ.choose(CommandMacros.PHOTOGRAPH, "Compare Activations");
		CommandUses.compare(imageJ.desktop(), folder.resolve("pictures/classes"), output, 10_000);
		imageJ.desktop().press("Return");
		imageJ.desktop().front("Test error of MLP on classes");
		imageJ.desktop().front("ImageJ");
		assertTrue(imageJ.isInside("tintype.study.ActivationStudy"), "Too short a run to stop");
		imageJ.desktop().press("Escape");
		Patience.await("the end of the run", STOP_S, () -> imageJ.isInside("tintype.study.ActivationStudy") ? null : true);
		assertEquals(List.of(), SameFiles.names(output), "Nothing was finished");
		assertEquals(before, lines().size(), "Recorded though canceled");
		assertEquals(List.of(), imageJ.desktop().windows("Tintype"));
		take("canceled");
		finish();
	}

	/** ImageJ would end it with a slash, behind which a name is typed into another folder. */
	@Test
	@Order(2)
	void aWordInTheFieldOfAFolderStaysAWord() throws Exception {
		imageJ.choose(CommandMacros.PHOTOGRAPH, "Compare Activations");
		imageJ.desktop().press("End", "2");
		imageJ.desktop().press("Return");
		imageJ.desktop().front("Tintype");
		screen.photograph(SEEN.resolve("Refused.png"));
		imageJ.desktop().press("Return");
		imageJ.desktop().awaitEnd("Tintype");
		String sentence = asked("F8", "error");
		assertTrue(sentence.matches("There is no folder .*(digits|classes)2:.*"), sentence);
		finish();
	}

	@Test
	@Order(2)
	void helpAndExamplesOpen() throws Exception {
		imageJ.select(CommandMacros.PHOTOGRAPH, "Help");
		imageJ.desktop().front("Tintype: Colorize");
		screen.photograph(SEEN.resolve("Help.png"));
		imageJ.desktop().press("Escape");
		imageJ.desktop().awaitEnd("Tintype: Colorize");
		imageJ.select(CommandMacros.PHOTOGRAPH, "Examples");
		imageJ.desktop().front("label-oblique-colorized");
		screen.photograph(SEEN.resolve("Example.png"));
		assertEquals(List.of("label-oblique-colorized"), titles(take("Examples")));
		finish();
	}

	@Test
	@Order(3)
	void recordedLinesGiveTheSameWithoutAScreen() throws Exception {
		Path images = Files.createDirectories(folder.resolve("headless-images"));
		StringBuilder macro = new StringBuilder(CommandMacros.opening(images())).append("prepare();\n");
		for (String label : LINES.keySet())
			macro.append("selectImage(\"").append(CommandUses.of(label).image()).append("\");\n")
				.append(LINES.get(label).replace(folder + "/dialog/", folder + "/headless/")).append("\ntext = take(\"").append(images.resolve(name(label)))
				.append("\");\nFile.saveString(text, \"").append(images.resolve(name(label))).append(".txt\");\n");
		headless(macro.append(CommandMacros.functions()).toString());
		for (String label : LINES.keySet()) {
			assertEquals(FACTS.get(label), sorted(Files.readString(images.resolve(name(label) + ".txt"))), label);
			SameFiles.check(folder.resolve("dialog-images").resolve(name(label)), images.resolve(name(label)));
			SameFiles.check(folder.resolve("dialog").resolve(name(label)), folder.resolve("headless").resolve(name(label)));
		}
		finish();
	}

	private static void headless(String lines) throws Exception {
		Path macro = Files.writeString(folder.resolve("recorded.ijm"), lines), log = folder.resolve("headless.txt");
		ProcessBuilder builder = new ProcessBuilder(LauncherLine.of(folder, "--headless", "-macro", macro.toString())).directory(folder.toFile());
		builder.environment().remove("DISPLAY");
		builder.environment().putAll(ImageJDesktop.ONE_THREAD);
		assertEquals(0, Children.run(builder, log, Patience.LIMIT_S), Files.readString(log));
	}

	/** Of a command's files. */
	private static String name(String label) {
		return label.replaceAll("\\W", "");
	}
}
