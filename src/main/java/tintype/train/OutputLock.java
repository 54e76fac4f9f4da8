package tintype.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import tintype.TintypeException;

/** Keeps a second run from writing the same output; the system lets go of it when a run is killed. */
public final class OutputLock implements AutoCloseable {

	private final Path file;
	private final FileChannel channel;

	/**
	 * @param output a file, whose folder exists
	 * @param run    what writes it, such as "training"
	 * @throws TintypeException if another run has it
	 */
	public OutputLock(Path output, String run) {
		file = output.resolveSibling(output.getFileName() + ".lock");
		try {
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!isMine()) throw new TintypeException( //
				"Another " + run + " is writing " + output + ": wait for its end, or choose another output.");
		}
		catch (IOException e) {
			throw new TintypeException("The output can't be written to " + output + ": choose a folder that exists and is writable.", e);
		}
	}

	private boolean isMine() throws IOException {
		try {
			if (isLockedHere()) return true;
			channel.close();
			return false;
		}
		catch (OverlappingFileLockException e) {
			channel.close(); // another thread of this JVM has it
			return false;
		}
	}

	/** File systems of clusters may know no locks: better unguarded than not at all. */
	private boolean isLockedHere() {
		try {
			return channel.tryLock() != null;
		}
		catch (IOException e) {
			return true;
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(file);
			channel.close();
		}
		catch (IOException e) {
			throw new TintypeException("The lock of the output could not be given back: check the disk.", e);
		}
	}
}
