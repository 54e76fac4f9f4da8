package tintype.nn;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
		Path part = file.resolveSibling(file.getFileName() + ".part");
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
