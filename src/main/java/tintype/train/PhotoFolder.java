package tintype.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tintype.TintypeException;

/**
 * The picture files in a folder and its subfolders, in the order of their names.
 *
 * @param folder where they are
 * @param files  not empty
 */
public record PhotoFolder(Path folder, List<Path> files) {

	private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

	/** As {@link #of(Path, PhotoOpener)}, with the formats of the JDK only: PNG, JPEG, TIFF, BMP, GIF. */
	public static PhotoFolder of(Path folder) {
		return of(folder, PhotoOpener.NONE);
	}

	/**
	 * Lists the pictures by their names; no file is opened. Hidden files and
	 * folders are left out, and so are names that begin with a dot: macOS puts a
	 * "._x.jpg" beside each "x.jpg" on foreign disks. Links are followed;
	 * subfolders without the right to list them are left out.
	 *
	 * @param host adds what it opens to PNG, JPEG, TIFF, BMP and GIF
	 * @throws TintypeException if there is no such folder, no picture in it, or
	 *                          no right to list it
	 */
	public static PhotoFolder of(Path folder, PhotoOpener host) {
		if (!Files.isDirectory(folder)) throw new TintypeException("There is no folder " + folder + ": choose a folder of colour pictures.");
		try {
			List<Path> files = PhotoFiles.below(folder, file -> isPicture(file) || host.opens(file));
			if (files.isEmpty()) throw new TintypeException("There is no picture in " + folder + ": choose a folder with PNG, JPEG, TIFF, BMP or GIF files.");
			return new PhotoFolder(folder, files);
		}
		catch (IOException e) {
			throw new TintypeException("The folder " + folder + " could not be listed: check your access rights.", e);
		}
	}

	private static boolean isPicture(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		int dot = name.lastIndexOf('.');
		return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1));
	}
}
