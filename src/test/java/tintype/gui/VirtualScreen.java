package tintype.gui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A white screen that nobody sees: Xvfb on a free display, with metacity
 * to place, raise and focus windows. Closing it ends both.
 */
final class VirtualScreen implements AutoCloseable {

	private static final List<String> TOOLS = List.of("Xvfb", "metacity", "xdotool");
	private static final long PATIENCE_S = 30;

	private final Process server;
	private final Process windowManager;
	private final String display;
	private final Path home;

	/**
	 * @param home   an empty folder, home of all that runs on this screen
	 * @param width  in pixels
	 * @param height in pixels
	 */
	VirtualScreen(Path home, int width, int height) throws IOException {
		this.home = home;
		server = Children.start(new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24",
			"-wr", "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD));
		String number = new BufferedReader(server.inputReader(StandardCharsets.US_ASCII)).readLine();
		if (number == null) throw new IOException("Xvfb found no free display.");
		display = ":" + number.strip();
		windowManager = Children.start(on("metacity").redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD));
	}

	/** Skips the test, and says why, where a tool is missing. */
	static void require() {
		for (String tool : TOOLS) {
			if (!onPath(tool)) System.out.println("Skipped: no window can be tested without " + tool);
			assumeTrue(onPath(tool), "no window can be tested without " + tool);
		}
	}

	private static boolean onPath(String tool) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
	}

	/** A command that will run on this screen. */
	ProcessBuilder on(String... command) {
		return on(List.of(command));
	}

	ProcessBuilder on(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("DISPLAY", display);
		builder.environment().put("HOME", home.toString());
		builder.environment().remove("WAYLAND_DISPLAY");
		return builder;
	}

	/**
	 * Saves what the screen shows, without white margins.
	 *
	 * @param file PNG; nothing is written where ImageMagick is missing
	 */
	void photograph(Path file) throws IOException, InterruptedException {
		photograph("100%x100%+0+0", file);
	}

	/**
	 * Saves what a part of the screen shows, without white margins.
	 *
	 * @param part width, height, left and top: {@code 800x600+20+10}
	 * @param file PNG
	 */
	void photograph(String part, Path file) throws IOException, InterruptedException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		if (onPath("import")) Children.ask(on("import", "-window", "root", "-crop", part, "+repage", "-trim", "+repage",
			"-strip", file.toString()), PATIENCE_S);
	}

	/**
	 * Ends what runs on it, then the screen.
	 *
	 * @param imageJ on this screen; null if it never started
	 * @param failed name of a failed test, whose last sight is kept in target/gui; null if it passed
	 */
	void close(ImageJDesktop imageJ, String failed) throws Exception {
		try {
			if (failed != null) photograph(Path.of("target/gui", failed + ".png"));
		}
		finally {
			if (imageJ != null) imageJ.close();
			close();
		}
	}

	@Override
	public void close() {
		Children.end(windowManager);
		Children.end(server);
	}
}
