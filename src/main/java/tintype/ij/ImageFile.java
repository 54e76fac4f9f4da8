package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileSaver;
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
		ImagePlus imp = picture ? opened(file) : null;
		if (imp == null) throw new TintypeException("The file " + path +
			" is not a picture that ImageJ can read; try a TIFF, PNG or JPEG.");
		return imp;
	}

	private static ImagePlus opened(File file) {
		Opener opener = new Opener();
		opener.setSilentMode(true);
		// The decoders print what went wrong; the caller says it in one sentence.
		return Silence.during(() -> opener.openImage(file.getPath()));
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

	/** Saves to a file, in place of an old one. */
	static Path save(ImagePlus imp, Path file) throws IOException {
		Path absolute = file.toAbsolutePath();
		Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
		try {
			write(imp, part);
			Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
		return absolute;
	}

	private static void write(ImagePlus imp, Path part) throws IOException {
		if (!(isPng(imp) ? ImageIO.write(imp.getBufferedImage(), "png", part.toFile()) : writeTiff(imp, part)))
			throw new IOException("ImageJ could not write " + part);
	}

	/** PNG would keep of deeper planes only what the screen shows. */
	private static boolean isPng(ImagePlus imp) {
		return imp.getStackSize() == 1 && (imp.getBitDepth() == 8 || imp.getBitDepth() == 24);
	}

	private static boolean writeTiff(ImagePlus imp, Path part) {
		FileSaver saver = new FileSaver(imp);
		return imp.getStackSize() == 1 ? saver.saveAsTiff(part.toString()) : saver.saveAsTiffStack(part.toString());
	}
}
