package tintype.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tintype.TintypeException;

/**
 * The picture files in a folder and its subfolders, in the order of their names.
 *
 * @param folder where they are
 * @param files  not empty
 */
public record PhotoFolder(Path folder, List<Path> files) {

	private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

	/** @throws TintypeException if there is no such folder or no picture in it */
	public static PhotoFolder of(Path folder) {
		if (!Files.isDirectory(folder)) throw new TintypeException("There is no folder " + folder + ": choose a folder of colour pictures.");
		try (Stream<Path> all = Files.walk(folder)) {
			List<Path> files = all.filter(PhotoFolder::isPicture).sorted().toList();
			if (files.isEmpty()) throw new TintypeException("There is no picture in " + folder + ": choose a folder with PNG, JPEG, TIFF, BMP or GIF files.");
			return new PhotoFolder(folder, files);
		}
		catch (IOException | UncheckedIOException e) {
			throw new TintypeException("The folder " + folder + " or one in it could not be listed: check your access rights.", e);
		}
	}

	private static boolean isPicture(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		int dot = name.lastIndexOf('.');
		return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1)) && Files.isRegularFile(file);
	}
}
