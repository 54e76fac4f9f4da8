package tintype.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plain ImageJ with Tintype in a JVM and on a screen of its own, used through
 * its windows only. What it holds is read from files that an ImageJ macro
 * writes when the key F5 is pressed.
 */
final class ImageJDesktop implements AutoCloseable {

	/** From File, which opens first, to Plugins, the third from the right; Tintype is the last in it. */
	private static final String[] TINTYPE = { "Left", "Left", "Left", "Up", "Right" };

	/** The sixth item of Plugins > Macros. */
	private static final String[] RECORD = { "Left", "Left", "Left", "Right", "Down", "Down", "Down", "Down", "Down" };

	/** What AWT calls an open menu. */
	private static final String MENU = "sun-awt-X11-XMenuWindow";

	private static final String SHORTCUT = """
		macro "Facts [f5]" {
			folder = "%s";
			text = "";
			for (i = 1; i <= nImages; i++) {
				selectImage(i);
				text += "image " + getTitle() + " changed " + is("changes") + "\\n";
				for (k = 0; k < Overlay.size; k++) {
					Overlay.activateSelection(k);
					text += "image " + getTitle() + " overlay " + Roi.getName + "\\n";
					run("Select None");
				}
			}
			text += "error " + call("ij.IJ.getErrorMessage") + "\\n";
			if (isOpen("Recorder")) {
				selectWindow("Recorder");
				text += "recorded " + getInfo("window.contents");
			}
			for (i = 1; i <= nImages; i++) {
				selectImage(i);
				if (getWidth() < 1000) saveAs("png", folder + getTitle());
			}
			File.saveString(text, folder + "facts.part");
			renamed = File.rename(folder + "facts.part", folder + "facts.txt");
		}
		""";

	/** Threads that wait for each other spin, which takes long where others want the processor too. */
	static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1");

	private static final long THREADS_S = 60;

	private final Path folder;
	private final Desktop desktop;
	private final Process process;

	/**
	 * @param folder  an empty folder for home and files
	 * @param opening a macro's lines, which have run on return
	 */
	ImageJDesktop(VirtualScreen screen, Path folder, String opening) throws Exception {
		this.folder = Files.createDirectories(folder);
		desktop = new Desktop(screen);
		Path saved = Files.createDirectory(folder.resolve("saved"));
		Path shortcut = Files.writeString(folder.resolve("shortcut.ijm"), SHORTCUT.formatted(saved + "/"));
		Path started = folder.resolve("started");
		Path start = Files.writeString(folder.resolve("start.ijm"), "run('Install...', 'install=[" + shortcut + "]');\n" +
			opening + "\nFile.saveString('', '" + started + "');\n");
		ProcessBuilder builder = screen.on(LauncherLine.of(folder, "-macro", start.toString())).redirectErrorStream(true);
		builder.environment().putAll(ONE_THREAD);
		process = Children.start(builder.redirectOutput(folder.resolve("log.txt").toFile()));
		awaitStart(started);
	}

	private void awaitStart(Path started) throws Exception {
		try {
			Patience.until("ImageJ's start", () -> Files.exists(started) || !process.isAlive());
			if (!process.isAlive()) throw new IOException("ImageJ ended: " + Files.readString(folder.resolve("log.txt")));
		}
		catch (Exception | AssertionError e) {
			close();
			throw e;
		}
	}

	Desktop desktop() {
		return desktop;
	}

	/** Opens Plugins > Macros > Record..., with an image open already. */
	void record(String image) throws Exception {
		menu(image, RECORD);
		desktop.press("Return");
		desktop.front("Recorder");
	}

	/** Opens Plugins > Tintype > Colorize... for an image, and waits for its dialog. */
	void colorize(String image) throws Exception {
		openTintypeMenu(image);
		desktop.press("Return");
		desktop.front("Colorize");
	}

	/** Opens a command of Plugins > Tintype, and waits for its dialog. */
	void choose(String image, String command) throws Exception {
		select(image, command + "...");
		desktop.front(command);
	}

	/** Chooses an item of Plugins > Tintype by its label, or the first one of a submenu. */
	void select(String image, String item) throws Exception {
		openTintypeMenu(image);
		desktop.press(TintypeMenu.keys(item));
	}

	/** Opens Plugins > Tintype, with the first command selected. */
	void openTintypeMenu(String image) throws Exception {
		menu(image, TINTYPE);
	}

	/** The image is current then, and its window does not take the focus away any more. */
	private void menu(String image, String... keys) throws Exception {
		desktop.front(image);
		desktop.front("ImageJ");
		desktop.press("F10");
		// Keys pressed before the menu listens are lost.
		Patience.until("the menu", () -> !desktop.windows(MENU).isEmpty());
		desktop.press(keys);
	}

	/** What the shortcut has written: images, last error, recorded text; small images are saved. */
	List<String> facts() throws Exception {
		desktop.front("ImageJ");
		desktop.press("F5");
		Path file = folder.resolve("saved/facts.txt");
		Patience.until("the facts", () -> Files.exists(file));
		List<String> lines = Files.readAllLines(file);
		Files.delete(file);
		return lines;
	}

	/** A small image as it was when the facts were taken. */
	Path saved(String title) {
		return folder.resolve("saved").resolve(title);
	}

	/** Whether a thread of ImageJ is inside a class, by its stack. */
	boolean isInside(String className) throws IOException, InterruptedException {
		String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		return Children.ask(new ProcessBuilder(jcmd, String.valueOf(process.pid()), "Thread.print"), THREADS_S)
			.contains("at " + className + ".");
	}

	@Override
	public void close() {
		Children.end(process);
	}
}
