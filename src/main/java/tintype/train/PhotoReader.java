package tintype.train;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import tintype.TintypeException;

/**
 * Reads picture files: with the readers of the JDK where they can, then with
 * the host's.
 * <p>
 * The first picture of a TIFF or an animated GIF counts. 16 bits per channel are
 * rounded to 8, other colour spaces turned to sRGB, transparent pixels laid on
 * white. Pictures in CMYK are refused, as their colours depend on a printing
 * press. The orientation that a camera notes beside the pixels (EXIF) is not
 * applied: such pictures come in as the sensor lay. Safe for several threads.
 */
public final class PhotoReader {

	/** Larger pictures are refused before they are decoded. */
	private static final long MOST_PIXELS = 200_000_000;

	private static final String CUT_SHORT = " is cut short: copy it again from where it came.";

	private final PhotoOpener host;
	private final PictureMemory memory = new PictureMemory(Runtime.getRuntime().maxMemory());

	/** @param host for what the JDK can't read; {@link PhotoOpener#NONE} for none */
	public PhotoReader(PhotoOpener host) {
		this.host = host;
	}

	/**
	 * @throws TintypeException      if the file is no picture, damaged, cut short,
	 *                               in CMYK, or too large
	 * @throws CancellationException if the thread is interrupted while it waits
	 *                               for memory that other pictures use
	 */
	public Photo read(Path file) {
		return read(file, Function.identity());
	}

	/**
	 * Reads a picture and does something with it. Until that is done other
	 * threads keep to the memory that is left.
	 *
	 * @throws TintypeException as {@link #read(Path)}
	 */
	<T> T read(Path file, Function<Photo, T> use) {
		try (PictureMemory.Place place = memory.place()) {
			return use.apply(decoded(file, place));
		}
	}

	private Photo decoded(Path file, PictureMemory.Place place) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) throw new TintypeException( //
			file + " can't be read: check that it is still there and your access rights.");
		try {
			Photo photo = fromJdk(file, place);
			if (photo != null) return photo;
			if (host.opens(file)) return fromHost(file, place);
		}
		catch (TintypeException | CancellationException e) {
			throw e;
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException(file + " does not fit into memory: shrink it, or give ImageJ more memory.", e);
		}
		catch (IOException | RuntimeException e) { // readers meet damage with exceptions of all kinds
			throw endsEarly(e) ? new TintypeException(file + CUT_SHORT, e) //
				: new TintypeException(file + " is damaged or of a kind that can't be read: save it again as PNG.", e);
		}
		throw new TintypeException(file + " is not a picture that can be read: use PNG, JPEG, TIFF, BMP or GIF.");
	}

	/** Null if the JDK does not know the format, or fails where the host may do better. */
	private Photo fromJdk(Path file, PictureMemory.Place place) throws IOException {
		try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) return null;
			ImageReader reader = readers.next();
			try {
				return decoded(reader, stream, file, place);
			}
			catch (TintypeException | CancellationException e) {
				throw e;
			}
			catch (IOException | RuntimeException e) {
				// what ends too early for the JDK the host would only fill with black
				if (!endsEarly(e) && host.opens(file)) return null;
				throw e;
			}
			finally {
				reader.dispose();
			}
		}
	}

	private Photo decoded(ImageReader reader, ImageInputStream stream, Path file, PictureMemory.Place place) throws IOException {
		Losses losses = new Losses(reader);
		reader.setInput(stream, true, true);
		int width = reader.getWidth(0), height = reader.getHeight(0);
		long pixels = (long) width * height;
		requireRoom(file, pixels, width + " x " + height);
		requireRgb(reader, file);
		place.take(pixels);
		BufferedImage image = reader.read(0);
		if (losses.cutShort()) throw new TintypeException(file + CUT_SHORT);
		return PhotoPixels.of(image);
	}

	private void requireRoom(Path file, long pixels, String size) {
		if (pixels > Math.min(MOST_PIXELS, memory.mostPixels())) throw new TintypeException( //
			file + " has " + size + " pixels, too many to read at once: shrink it first" + //
				(pixels > MOST_PIXELS ? "." : ", or give ImageJ more memory."));
	}

	private static boolean endsEarly(Exception failure) {
		return failure instanceof EOFException || failure.getCause() instanceof EOFException;
	}

	private static void requireRgb(ImageReader reader, Path file) throws IOException {
		Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		// the JPEG reader knows of no way to show four channels, or of a plain guess
		if (!types.hasNext() || types.next().getColorModel().getNumColorComponents() > 3) throw new TintypeException( //
			file + " is in CMYK, the colours of a printing press: save it as RGB.");
	}

	private Photo fromHost(Path file, PictureMemory.Place place) throws IOException {
		long pixels = host.pixels(file);
		requireRoom(file, pixels, Long.toString(pixels));
		place.take(pixels);
		return PhotoPixels.of(host.open(file));
	}
}
