package tintype.ij;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.ImagePlus;
import ij.io.Opener;
import tintype.TintypeException;
import tintype.train.PhotoOpener;
import tintype.train.PhotoReader;

/**
 * A picture or stack as ImageJ opens it, but only whole: what is cut short, damaged or
 * too large for the memory gives a sentence. ImageJ by itself would fill what is missing
 * with black, or open the slices that fit.
 */
final class PictureFile {

	/** The kinds that ImageJ reads into images by itself. */
	private static final Set<Integer> KINDS = Set.of(Opener.TIFF, Opener.DICOM, Opener.TIFF_AND_DICOM, Opener.FITS, Opener.PGM, Opener.JPEG, Opener.GIF, Opener.BMP,
		Opener.PNG, Opener.AVI);

	/** Decoders hold a compressed picture of four bytes per pixel up to three times. */
	private static final int BYTES_OF_DECODING = 12;

	private PictureFile() {}

	/**
	 * Opens a file in two steps, the second of which any thread may take: what ImageJ's
	 * readers open by their thread's leave is open after the first.
	 *
	 * @return gives the picture, not shown; throws as {@link #open}, as this does
	 */
	static Supplier<ImagePlus> begin(Path file) {
		if (Files.isRegularFile(file) && PlainPicture.suits(new Opener().getFileType(file.toString()))) return () -> open(file);
		ImagePlus imp = open(file);
		return () -> imp;
	}

	/**
	 * Opens a file.
	 *
	 * @return not shown
	 * @throws TintypeException if it is missing, empty, no picture, damaged, cut short or
	 *                          larger than the free memory
	 */
	static ImagePlus open(Path file) {
		requireFile(file);
		try {
			int kind = new Opener().getFileType(file.toString());
			if (!KINDS.contains(kind)) throw new TintypeException(file + " is not a picture that ImageJ can read; save it as TIFF, PNG or JPEG.");
			int slices = requireWhole(file, kind);
			ImagePlus imp = PlainPicture.suits(kind) ? PlainPicture.open(file, kind) : null;
			if (imp == null) imp = Unattended.open(file);
			if (imp == null || imp.getWidth() == 0) throw damaged(file, null);
			if (imp.getStackSize() < slices) throw new TintypeException(file + " has " + slices + " slices, of which only " + imp.getStackSize() + //
				" could be read: give ImageJ more memory, or save it again.");
			return imp;
		}
		catch (EOFException e) {
			throw new TintypeException(file + " is cut short: copy it again from where it came.", e);
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException(file + " does not fit into memory: shrink it, or give ImageJ more memory.", e);
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (IOException | RuntimeException e) { // decoders meet damage with exceptions of all kinds
			throw damaged(file, e);
		}
	}

	private static TintypeException damaged(Path file, Exception cause) {
		return new TintypeException(file + " is damaged or of a kind that ImageJ can't read: save it again as TIFF or PNG.", cause);
	}

	private static void requireFile(Path file) {
		if (Files.isDirectory(file)) throw new TintypeException(file + " is a folder: name the pictures in it.");
		// From here on names are text, and not every setting of a system can spell every name.
		if (!Files.exists(file) || !file.toFile().exists()) throw new TintypeException("There is no file " + file + //
			(file.toString().indexOf('\ufffd') >= 0 ? " that Java can spell; start it with LC_ALL=C.UTF-8, its character set is " + Charset.defaultCharset() + "." : "; check its name and folder."));
		if (!Files.isReadable(file)) throw new TintypeException(file + " can't be read: check your access rights.");
		if (file.toFile().length() == 0) throw new TintypeException(file + " is empty: copy it again from where it came.");
	}

	/** @return how many slices to expect at least */
	private static int requireWhole(Path file, int kind) throws IOException {
		switch (kind) {
			case Opener.TIFF -> {
				TiffExtent extent = TiffExtent.of(file);
				requireMemory(file, extent.bytes());
				return extent.images().length > 1 ? 1 : extent.slices();
			}
			case Opener.JPEG -> {
				requireMemory(file, BYTES_OF_DECODING * pixels(file));
				if (!endsWithMarker(file)) new PhotoReader(PhotoOpener.NONE).read(file);
			}
			case Opener.GIF, Opener.BMP -> new PhotoReader(PhotoOpener.NONE).read(file);
			case Opener.PNG -> requireMemory(file, BYTES_OF_DECODING * pixels(file));
			case Opener.PGM -> PnmHeader.ofAny(file).requireComplete(file);
			default -> requireMemory(file, Files.size(file));
		}
		return 1;
	}

	private static void requireMemory(Path file, double bytes) {
		FreeMemory.require(bytes, "To open " + file + " takes", "shrink it");
	}

	/** By the header alone. */
	private static double pixels(Path file) throws IOException {
		try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) throw new IOException(file + " has no header");
			ImageReader reader = readers.next();
			try {
				reader.setInput(stream, true, true);
				return (double) reader.getWidth(0) * reader.getHeight(0);
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** JPEG's end of image (ITU-T T.81, B.1.1.3); a file without it may still have all its pixels. */
	private static boolean endsWithMarker(Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			if (file.length() < 2) return false;
			file.seek(file.length() - 2);
			return file.readUnsignedShort() == 0xffd9;
		}
	}
}
