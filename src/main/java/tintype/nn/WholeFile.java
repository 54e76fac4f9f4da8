package tintype.nn;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that appears under its name only when it is whole: neither a full disk
 * nor a power cut leaves half of it, and an older file of that name stays until
 * then.
 */
public final class WholeFile {

	private WholeFile() {}

	/** Writes the content of a file. */
	@FunctionalInterface
	public interface Content {

		/** @param stream buffered; left open, the caller closes it */
		void write(OutputStream stream) throws IOException;
	}

	/**
	 * Writes a file beside its place, waits until it is on the disk, then renames it.
	 *
	 * @throws IOException if the folder is missing, not writable, or the disk is full
	 */
	public static void write(Path file, Content content) throws IOException {
		write(file, file.resolveSibling(file.getFileName() + ".part"), content);
	}

	/**
	 * As {@link #write}, where other programs may write the same file at the same time:
	 * the last one's stays. For small files only, as each kill in the middle leaves a
	 * part of its own.
	 */
	public static void writeAmongOthers(Path file, Content content) throws IOException {
		write(file, file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part"), content);
	}

	private static void write(Path file, Path part, Content content) throws IOException {
		try {
			try (FileOutputStream disk = new FileOutputStream(part.toFile());
				OutputStream stream = new BufferedOutputStream(disk, 1 << 16))
			{
				content.write(stream);
				stream.flush();
				disk.getFD().sync();
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}
}
