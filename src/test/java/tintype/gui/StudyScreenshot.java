package tintype.gui;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code docs/images/activations.png}: plots, tables and verdict of a short study of
 * the drawn digits. Its runs are kept in {@code target/gui/study}, so that the picture can
 * be made again at once. Run it as {@link Screenshots}.
 */
public final class StudyScreenshot {

	private static final String OPENING = """
		run("Compare Activations...", "data=digits normalization=off seeds=3 epochs=5 folder=[%s]");
		""";

	/** Time for the last repaint. */
	private static final long SETTLE_MS = 2500;

	private StudyScreenshot() {}

	/** Takes no words. */
	public static void main(String... none) throws Exception {
		Path target = Files.createDirectories(Path.of("target", "gui")).toAbsolutePath();
		Path home = Files.createTempDirectory(target, "home");
		try (VirtualScreen screen = new VirtualScreen(home, 1560, 1200);
				ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("imagej"), OPENING.formatted(target.resolve("study"))))
		{
			imageJ.desktop().place(imageJ.desktop().front("ImageJ"), 20, 1060);
			for (String title : new String[] { "Training loss of MLP on Rendered digits", "Test error of MLP on Rendered digits" })
				imageJ.desktop().front(title);
			Thread.sleep(SETTLE_MS);
			screen.photograph("1560x1000+0+0", Path.of("docs", "images", "activations.png"));
		}
	}
}
