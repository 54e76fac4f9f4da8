package tintype.gui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * Makes the README's pictures in {@code docs/images}: menu, dialogs, the
 * landscape before and after, and a training on parts of it. Run it again when the default model or a window
 * has changed:
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec -Dexec.executable=java -Dexec.args="-cp %classpath tintype.gui.Screenshots"
 * </pre>
 */
public final class Screenshots {

	private static final Path FOLDER = Path.of("docs", "images");

	/** Temperature and saturation of the dialog's defaults. */
	private static final double TEMPERATURE = 0;
	private static final double SATURATION = 1;

	/** Of each half in pixels, which keeps the file small. */
	private static final int WIDTH = 352;
	private static final int GAP = 8;

	/** Clear of ImageJ's own window, and below it. */
	private static final String OPENING = "run('Sample Photograph'); setLocation(20, 150);";
	private static final int MARGIN = 20;
	private static final String BESIDE_THE_SAMPLE = "800x1200+800+0";

	/** Window title of the sample photograph. */
	private static final String SAMPLE = "sample.png";

	/** Tab's steps in the training dialog, from its first field. */
	private static final int TO_SHARE = 4;
	private static final int TO_EPOCHS = 12;

	private static final int EPOCHS = 8;
	private static final long TRAINING_S = 3600;

	/** Time for the last repaint. */
	private static final long SETTLE_MS = 1500;

	private Screenshots() {}

	/** Takes no words. */
	public static void main(String... none) throws Exception {
		Files.createDirectories(FOLDER);
		beforeAndAfter(GreyPicture.landscape());
		Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "gui")), "home").toAbsolutePath();
		try (VirtualScreen screen = new VirtualScreen(home, 1600, 1200);
				ImageJDesktop imageJ = new ImageJDesktop(screen, home.resolve("imagej"), OPENING))
		{
			Desktop desktop = imageJ.desktop();
			desktop.front(SAMPLE);
			desktop.place(desktop.front("ImageJ"), MARGIN, MARGIN);
			imageJ.openTintypeMenu(SAMPLE);
			Thread.sleep(SETTLE_MS);
			screen.photograph(FOLDER.resolve("menu.png"));
			desktop.press("Return");
			desktop.place(desktop.front("Colorize"), 900, 100);
			Thread.sleep(SETTLE_MS);
			screen.photograph(BESIDE_THE_SAMPLE, FOLDER.resolve("dialog.png"));
			desktop.press("Escape");
			desktop.awaitEnd("Colorize");
			training(screen, imageJ, ColourPictures.write(home.resolve("landscape"), 12, 160, 160));
		}
	}

	/** The dialog before a folder is chosen, and the windows after the last epoch. */
	private static void training(VirtualScreen screen, ImageJDesktop imageJ, Path pictures) throws Exception {
		Desktop desktop = imageJ.desktop();
		imageJ.choose(SAMPLE, "Train Colorizer");
		desktop.place(desktop.front("Train Colorizer"), 900, 100);
		Thread.sleep(SETTLE_MS);
		screen.photograph(BESIDE_THE_SAMPLE, FOLDER.resolve("train-dialog.png"));
		desktop.write(pictures.toString());
		desktop.tab(TO_SHARE);
		desktop.write("0.5");
		desktop.tab(TO_EPOCHS - TO_SHARE);
		desktop.write(String.valueOf(EPOCHS));
		desktop.press("Return");
		desktop.front("Epochs of landscape-colorizer");
		Patience.await("the end of the training", TRAINING_S, () -> imageJ.isInside("tintype.ij.ModelTraining") ? null : true);
		// The others would stand behind, and the Log names folders of this computer.
		for (String title : List.of("Log", "Training of landscape-colorizer", "ImageJ"))
			desktop.place(desktop.front(title), 1300, 900);
		desktop.front(SAMPLE);
		desktop.press("ctrl+w");
		desktop.front("Epochs of landscape-colorizer");
		Thread.sleep(SETTLE_MS);
		screen.photograph("1280x760+0+0", FOLDER.resolve("training.png"));
	}

	private static void beforeAndAfter(GreyPicture grey) throws IOException {
		int height = Math.round((float) WIDTH * grey.height() / grey.width());
		BufferedImage both = new BufferedImage(2 * WIDTH + GAP, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = both.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, both.getWidth(), height);
		draw(graphics, grey, grey.rgb(), 0, height);
		draw(graphics, grey, grey.colorized(TEMPERATURE, SATURATION), WIDTH + GAP, height);
		graphics.dispose();
		ImageIO.write(both, "png", FOLDER.resolve("before-after.png").toFile());
	}

	private static void draw(Graphics2D graphics, GreyPicture size, int[] rgb, int x, int height) {
		BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, size.width(), size.height(), rgb, 0, size.width());
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(image, x, 0, WIDTH, height, null);
	}
}
