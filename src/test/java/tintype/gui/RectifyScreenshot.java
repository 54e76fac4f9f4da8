package tintype.gui;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code docs/images/rectify.png}, the label of {@code test-images} as it was
 * photographed and laid flat, and {@code docs/images/rectify-dialog.png}. Run it as
 * {@link Screenshots}.
 */
public final class RectifyScreenshot {

	/** Time for the last repaint. */
	private static final long SETTLE_MS = 2500;

	private static final Path FOLDER = Path.of("docs", "images");

	private RectifyScreenshot() {}

	/** Takes no words. */
	public static void main(String... none) throws Exception {
		Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "gui")), "home").toAbsolutePath();
		Path picture = Files.copy(Path.of("test-images", RectifyDialogTest.PICTURE), home.resolve(RectifyDialogTest.PICTURE));
		try (VirtualScreen screen = new VirtualScreen(home, 1600, 1200);
				ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("imagej"), RectifyDialogTest.OPENING.formatted(picture)))
		{
			Desktop desktop = imageJ.desktop();
			desktop.place(desktop.front("ImageJ"), 20, 20);
			imageJ.choose(RectifyDialogTest.PICTURE, "Rectify by Four Points");
			desktop.place(desktop.front("Rectify by Four Points"), 450, 70);
			Thread.sleep(SETTLE_MS);
			screen.photograph("1240x640+0+60", FOLDER.resolve("rectify-dialog.png"));
			desktop.press("Return");
			desktop.place(desktop.front("label-oblique-rectified"), 460, 150);
			desktop.place(desktop.front("Log"), 900, 900);
			desktop.front(RectifyDialogTest.PICTURE);
			Thread.sleep(SETTLE_MS);
			screen.photograph("800x400+0+130", FOLDER.resolve("rectify.png"));
		}
	}
}
