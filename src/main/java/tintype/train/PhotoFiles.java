package tintype.train;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Walks through a folder and what is in it, past what is hidden or may not be
 * read and round no circle of links. Disks have folders of the system that
 * nobody may open, such as lost+found.
 */
public final class PhotoFiles extends SimpleFileVisitor<Path> {

	private final Path folder;
	private final Predicate<Path> wanted;
	private final List<Path> files = new ArrayList<>();

	private PhotoFiles(Path folder, Predicate<Path> wanted) {
		this.folder = folder;
		this.wanted = wanted;
	}

	/**
	 * The wanted files, sorted.
	 *
	 * @throws IOException if the folder itself can't be listed
	 */
	public static List<Path> below(Path folder, Predicate<Path> wanted) throws IOException {
		PhotoFiles visitor = new PhotoFiles(folder, wanted);
		Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
		return visitor.files.stream().sorted().toList();
	}

	@Override
	public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
		// whoever asks for a hidden folder by name gets it
		return !directory.equals(folder) && isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
		if (attributes.isRegularFile() && !isHidden(file) && wanted.test(file)) files.add(file);
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult postVisitDirectory(Path directory, IOException reason) throws IOException {
		if (reason != null && directory.equals(folder)) throw reason;
		return FileVisitResult.CONTINUE; // with what could be listed before it failed
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
		if (file.equals(folder)) throw reason;
		return FileVisitResult.CONTINUE;
	}

	private static boolean isHidden(Path path) throws IOException {
		return path.getFileName().toString().startsWith(".") || Files.isHidden(path);
	}
}
