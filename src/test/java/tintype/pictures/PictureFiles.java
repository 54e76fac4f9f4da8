package tintype.pictures;

import ij.io.FileSaver;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * Renders every picture of {@code test-images/} anew, and the sample photograph
 * among the resources. Run it in the project folder after a change to a scene.
 */
final class PictureFiles {

	/** Where the pictures lie, relative to the project folder. */
	static final Path FOLDER = Path.of("test-images");
	/** The sample photograph in the jar, a copy of the grey landscape. */
	static final Path SAMPLE = Path.of("src/main/resources/tintype/sample.png");

	private PictureFiles() {}

	public static void main(final String[] args) throws IOException {
		final BufferedImage color = Landscape.color(), grey = Film.grey(color);
		write(color, FOLDER.resolve("landscape-color.png"));
		write(grey, FOLDER.resolve("landscape.png"));
		write(grey, SAMPLE);
		write(ObliqueLabel.photograph(), FOLDER.resolve("label-oblique.png"));
		Files.writeString(FOLDER.resolve("label-oblique.txt"), ObliqueLabel.description());
		write(ColorChart.image(), FOLDER.resolve("chart-rgb.png"));
		final Path cells = FOLDER.resolve("cells-16bit.tif");
		if (!new FileSaver(CellStack.image()).saveAsTiffStack(cells.toString()))
			throw new IOException("Could not write " + cells);
	}

	private static void write(final BufferedImage image, final Path file) throws IOException {
		Files.createDirectories(file.getParent());
		if (!ImageIO.write(image, "png", file.toFile()))
			throw new IOException("No PNG writer for " + file);
	}

	/** A committed picture of {@link #FOLDER}. */
	static BufferedImage read(final Path file) {
		try {
			return ImageIO.read(file.toFile());
		}
		catch (final IOException e) {
			throw new UncheckedIOException("Cannot read " + file.toAbsolutePath(), e);
		}
	}
}
