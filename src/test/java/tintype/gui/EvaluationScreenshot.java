package tintype.gui;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the README's picture of an evaluation in {@code docs/images}: table, plot
 * and contact sheet of two pictures that the project renders itself. Run it again
 * when the default model or a window has changed:
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec -Dexec.executable=java -Dexec.args="-cp %classpath tintype.gui.EvaluationScreenshot"
 * </pre>
 */
public final class EvaluationScreenshot {

	private static final String OPENING = """
		run("Evaluate Colorizer...", "pictures=[%s]");
		setLocation(20, 130);
		selectImage("Errors of Tintype SceneNet 1");
		setLocation(710, 130);
		selectWindow("Evaluation of Tintype SceneNet 1");
		Table.setLocationAndSize(20, 660, 1396, 225);
		selectWindow("Log");
		run("Close");
		""";

	/** Time for the last repaint. */
	private static final long SETTLE_MS = 2500;

	private EvaluationScreenshot() {}

	/** Takes no words. */
	public static void main(String... none) throws Exception {
		Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "gui")), "home").toAbsolutePath();
		Path pictures = Files.createDirectory(home.resolve("pictures"));
		for (String name : new String[] { "label-oblique.png", "landscape-color.png" })
			Files.copy(Path.of("test-images", name), pictures.resolve(name));
		try (VirtualScreen screen = new VirtualScreen(home, 1500, 1200);
				ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("imagej"), OPENING.formatted(pictures)))
		{
			imageJ.desktop().place(imageJ.desktop().front("ImageJ"), 20, 1000);
			for (String title : new String[] { "Errors of Tintype SceneNet 1", "Pictures by Tintype SceneNet 1", "Evaluation of Tintype SceneNet 1" })
				imageJ.desktop().front(title);
			Thread.sleep(SETTLE_MS);
			screen.photograph("1500x920+0+0", Path.of("docs", "images", "evaluation.png"));
		}
	}
}
