package tintype.ij;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import ij.ImagePlus;

/** The grey photograph in the jar, rendered by the project itself. */
public final class Sample {

	private static final String RESOURCE = "/tintype/sample.png";

	private Sample() {}

	/** A new 8-bit grey image, not shown. */
	public static ImagePlus open() {
		try (InputStream png = Sample.class.getResourceAsStream(RESOURCE)) {
			return new ImagePlus("sample.png", ImageIO.read(png));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
