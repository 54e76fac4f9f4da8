package tintype.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Compares two pictures and names the first pixel that differs. */
final class SamePixels {

	private SamePixels() {}

	static void check(final String name, final BufferedImage expected, final BufferedImage actual) {
		final Raster a = expected.getRaster(), b = actual.getRaster();
		assertEquals(a.getBounds(), b.getBounds(), name + ": size");
		assertEquals(a.getNumBands(), b.getNumBands(), name + ": channels");
		for (int y = 0; y < a.getHeight(); y++)
			for (int x = 0; x < a.getWidth(); x++)
				for (int c = 0; c < a.getNumBands(); c++)
					if (a.getSample(x, y, c) != b.getSample(x, y, c))
						fail(name + " differs at (" + x + ", " + y + "), channel " + c + ": file " + b.getSample(x, y, c)
							+ ", code " + a.getSample(x, y, c) + "; run PictureFiles if the change is meant");
	}
}
