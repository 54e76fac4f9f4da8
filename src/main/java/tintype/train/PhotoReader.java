package tintype.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import tintype.TintypeException;

/** Reads picture files with the readers that the JDK brings. */
final class PhotoReader {

	/** Larger pictures are refused before they are decoded. */
	private static final long MOST_PIXELS = 200_000_000;

	private PhotoReader() {}

	/** @throws TintypeException if the file is no picture, damaged, or too large */
	static Photo read(Path file) {
		try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) throw new TintypeException(file + " is not a picture that can be read: use PNG, JPEG, TIFF, BMP or GIF.");
			ImageReader reader = readers.next();
			try {
				return read(reader, stream, file);
			}
			finally {
				reader.dispose();
			}
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException(file + " does not fit into memory: shrink it, or give ImageJ more memory.", e);
		}
		catch (IOException | RuntimeException e) { // the JDK's readers meet damage with exceptions of all kinds
			throw new TintypeException(file + " is damaged or of a kind that can't be read: save it again as PNG.", e);
		}
	}

	private static Photo read(ImageReader reader, ImageInputStream stream, Path file) throws IOException {
		reader.setInput(stream, true, true);
		int width = reader.getWidth(0), height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS) throw new TintypeException( //
			file + " has " + width + " x " + height + " pixels, too many to read at once: shrink it first.");
		BufferedImage image = reader.read(0);
		return new Photo(width, height, image.getRGB(0, 0, width, height, null, 0, width));
	}
}
