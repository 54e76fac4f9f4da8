package tintype.gui;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code docs/images/inspector-dialog.png} and {@code docs/images/inspector.png}: the
 * sample photograph's feature maps, the field of one of their pixels, the statistics and
 * the summary. Run it as {@link Screenshots}.
 */
public final class InspectorScreenshot {

	private static final String PICTURE = "sample.png";

	private static final String MAPS = "1/4 b after", PLOT = "What leaves the layers of Tintype SceneNet";

	private static final String OPENING = """
		run("Sample Photograph");
		setLocation(20, 50);
		""";

	private static final String INSPECTING = """
		run("Network Inspector...", "model=default to=[1/4 b] statistics");
		run("Set... ", "zoom=300");
		setLocation(700, 50);
		selectWindow("Summary of Tintype SceneNet");
		Table.setLocationAndSize(20, 590, 650, 425);
		tables = newArray("Values of Tintype SceneNet", "Responses of 1/4 b", "Log");
		for (i = 0; i < 3; i++) {
			selectWindow(tables[i]);
			run("Close");
		}
		""";

	/** Time for the last repaint. */
	private static final long SETTLE_MS = 2500;

	/** Fields before that of the layer. */
	private static final int TO = 4;

	private static final Path FOLDER = Path.of("docs", "images");

	private InspectorScreenshot() {}

	/** Takes no words. */
	public static void main(String... none) throws Exception {
		Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "gui")), "home").toAbsolutePath();
		try (VirtualScreen screen = new VirtualScreen(home, 1500, 1400)) {
			try (ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("dialog"), OPENING)) {
				dialog(screen, imageJ);
			}
			try (ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("windows"), OPENING + INSPECTING)) {
				windows(screen, imageJ.desktop());
			}
		}
	}

	private static void dialog(VirtualScreen screen, ImageJDesktop imageJ) throws Exception {
		imageJ.choose(PICTURE, "Network Inspector");
		imageJ.desktop().place(imageJ.desktop().front("Network Inspector"), 700, 70);
		imageJ.desktop().tab(TO);
		imageJ.desktop().write("1/4 b");
		Thread.sleep(SETTLE_MS);
		screen.photograph("630x640+685+55", FOLDER.resolve("inspector-dialog.png"));
	}

	private static void windows(VirtualScreen screen, Desktop desktop) throws Exception {
		desktop.place(desktop.front("ImageJ"), 20, 1250);
		desktop.place(desktop.front(PLOT), 700, 490);
		desktop.click(desktop.front(MAPS), 330, 160);
		Thread.sleep(SETTLE_MS);
		screen.photograph("1420x1020+10+10", FOLDER.resolve("inspector.png"));
	}
}
