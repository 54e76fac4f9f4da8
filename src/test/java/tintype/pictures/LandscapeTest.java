package tintype.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

/** The landscape's files are what the code renders, and its grey is its lightness. */
class LandscapeTest {

	@Test
	void filesAreWhatTheCodeRenders() {
		final BufferedImage color = Landscape.color();
		SamePixels.check("landscape-color.png", color, file("landscape-color.png"));
		SamePixels.check("landscape.png", Film.grey(color), file("landscape.png"));
	}

	@Test
	void sampleIsTheGreyLandscape() throws IOException {
		SamePixels.check("sample.png", file("landscape.png"), PictureFiles.read(PictureFiles.SAMPLE));
		assertTrue(Files.size(PictureFiles.SAMPLE) <= 350_000, "sample.png is too large for the jar");
	}

	/** Rounding to whole grey levels moves L by at most 0.26, near L = 9. */
	@Test
	void greyHasTheLightnessOfTheColor() {
		final BufferedImage color = file("landscape-color.png"), grey = file("landscape.png");
		for (int y = 0; y < color.getHeight(); y++)
			for (int x = 0; x < color.getWidth(); x++) {
				final int level = grey.getRaster().getSample(x, y, 0);
				assertEquals(lightness(color.getRGB(x, y)), lightness(level * 0x010101), 0.26,
					"lightness at (" + x + ", " + y + ")");
			}
	}

	/** CIE L of an sRGB colour, white 100. */
	private static double lightness(final int srgb) {
		final double y = Rgb.of(srgb).luminance();
		return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
	}

	private static BufferedImage file(final String name) {
		return PictureFiles.read(PictureFiles.FOLDER.resolve(name));
	}
}
