package tintype.gui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** A folder of small colour pictures, cut from the project's own landscape. */
final class ColourPictures {

	private static final Path LANDSCAPE = Path.of("test-images", "landscape-color.png");

	private ColourPictures() {}

	/**
	 * Writes 0.png, 1.png and so on.
	 *
	 * @param folder is made
	 * @param number of pictures, at most 12
	 * @param width  in pixels, at most 160
	 * @param height in pixels, at most 160
	 */
	static Path write(Path folder, int number, int width, int height) throws IOException {
		BufferedImage landscape = ImageIO.read(LANDSCAPE.toFile());
		Files.createDirectories(folder);
		for (int i = 0; i < number; i++) {
			int left = i % 4 * 160, top = i / 4 * 160;
			ImageIO.write(landscape.getSubimage(left, top, width, height), "png", folder.resolve(i + ".png").toFile());
		}
		return folder;
	}
}
