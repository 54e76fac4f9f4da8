package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import ij.ImagePlus;
import ij.io.Opener;
import tintype.TintypeException;

/** Pictures read from and written to files, without a window. */
final class ImageFile {

	private ImageFile() {}

	/**
	 * Opens what ImageJ can read.
	 *
	 * @throws TintypeException if there is no such file, or no picture in it
	 */
	static ImagePlus open(String path) {
		File file = new File(path).getAbsoluteFile();
		if (!file.isFile()) throw new TintypeException("There is no open image or file " + path +
			"; check its name and folder.");
		int type = new Opener().getFileType(file.getPath());
		boolean picture = type != Opener.TEXT && type != Opener.JAVA_OR_TEXT && type != Opener.UNKNOWN;
		ImagePlus imp = picture ? Unattended.open(file.toPath()) : null;
		if (imp == null) throw new TintypeException("The file " + path +
			" is not a picture that ImageJ can read; try a TIFF, PNG or JPEG.");
		return imp;
	}

	/**
	 * Saves a plane as PNG, a stack or a plane of 16 or 32 bits as TIFF, whole or not at all.
	 *
	 * @param folder has to exist
	 * @param name   without extension; with -2, -3 and so on appended when there
	 *               is such a file already
	 * @return the new file, absolute
	 */
	static Path saveNew(ImagePlus imp, Path folder, String name) throws IOException {
		String extension = isPng(imp) ? ".png" : ".tif";
		Path file = folder.resolve(name + extension);
		for (int n = 2; Files.exists(file); n++)
			file = folder.resolve(name + "-" + n + extension);
		return save(imp, file);
	}

	/** An image's title without a file extension: a letter and up to three more signs after the last dot. */
	static String nameOf(ImagePlus imp) {
		return imp.getTitle().replaceFirst("\\.[A-Za-z][A-Za-z0-9]{1,3}$", "");
	}

	/** Saves to a file, in place of an old one; as TIFF what a PNG would not keep whole. */
	static Path save(ImagePlus imp, Path file) throws IOException {
		return save(imp, file, isPng(imp) ? PictureFormat.PNG : PictureFormat.TIFF);
	}

	/**
	 * Saves to a file, in place of an old one. It is written beside its place, waited for
	 * until it is on the disk, then renamed.
	 *
	 * @throws TintypeException if the format can't hold the image whole
	 */
	static Path save(ImagePlus imp, Path file, PictureFormat format) throws IOException {
		Path absolute = file.toAbsolutePath();
		Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
		try {
			Files.deleteIfExists(part); // of a run that was killed
			format.write(imp, part);
			try (FileChannel disk = FileChannel.open(part, StandardOpenOption.WRITE)) {
				disk.force(true);
			}
			Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
		return absolute;
	}

	/** PNG would keep of deeper planes only what the screen shows. */
	private static boolean isPng(ImagePlus imp) {
		return imp.getStackSize() == 1 && (imp.getBitDepth() == 8 || imp.getBitDepth() == 24);
	}
}
