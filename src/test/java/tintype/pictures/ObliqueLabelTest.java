package tintype.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

/** The slanted label's files are what the code renders, and its corners are where it says. */
class ObliqueLabelTest {

	@Test
	void filesAreWhatTheCodeRenders() throws IOException {
		SamePixels.check("label-oblique.png", ObliqueLabel.photograph(), file());
		assertEquals(ObliqueLabel.description(),
			Files.readString(PictureFiles.FOLDER.resolve("label-oblique.txt")).replace("\r\n", "\n"));
	}

	@Test
	void locateUndoesProject() {
		for (final double[] p : new double[][] { { 0, 0 }, { 80, 0 }, { 80, 50 }, { 0, 50 }, { 33, 12 } }) {
			final double[] q = ObliqueLabel.project(p[0], p[1]);
			assertArrayEquals(p, ObliqueLabel.locate(q[0], q[1]), 1e-9);
		}
	}

	/** A fiftieth of the way from a corner to the middle there is bright paper, as far outside dark wood. */
	@Test
	void paperBeginsAtTheStatedCorners() throws IOException {
		final BufferedImage picture = file();
		final double[][] corners = Files.readAllLines(PictureFiles.FOLDER.resolve("label-oblique.txt")).stream()
			.filter(line -> line.contains("er-")).map(line -> line.trim().split("\\s+"))
			.map(word -> new double[] { Double.parseDouble(word[1]), Double.parseDouble(word[2]) }).toArray(double[][]::new);
		assertEquals(4, corners.length);
		final double[] middle = ObliqueLabel.project(PaperLabel.WIDTH / 2, PaperLabel.HEIGHT / 2);
		for (final double[] c : corners) {
			final double dx = 0.02 * (middle[0] - c[0]), dy = 0.02 * (middle[1] - c[1]);
			final String at = " the corner at " + c[0] + ", " + c[1];
			assertTrue(brightness(picture, c[0] + dx, c[1] + dy) > 0.5, "no paper inside" + at);
			assertTrue(brightness(picture, c[0] - dx, c[1] - dy) < 0.3, "no wood outside" + at);
		}
	}

	private static double brightness(final BufferedImage picture, final double x, final double y) {
		return Rgb.of(picture.getRGB((int) x, (int) y)).luminance();
	}

	private static BufferedImage file() {
		return PictureFiles.read(PictureFiles.FOLDER.resolve("label-oblique.png"));
	}
}
