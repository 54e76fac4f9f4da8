package tintype.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import tintype.TintypeException;

/** Keeps a second run from writing the same model; the system lets go of it when a run is killed. */
final class OutputLock implements AutoCloseable {

	private final Path file;
	private final FileChannel channel;

	/** @throws TintypeException if another run has it */
	OutputLock(Path model) {
		file = model.resolveSibling(model.getFileName() + ".lock");
		try {
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!isMine()) throw new TintypeException( //
				"Another training is writing " + model + ": wait for its end, or choose another output.");
		}
		catch (IOException e) {
			throw new TintypeException("The model can't be written to " + model + ": choose a folder that exists and is writable.", e);
		}
	}

	private boolean isMine() throws IOException {
		try {
			if (channel.tryLock() != null) return true;
			channel.close();
			return false;
		}
		catch (OverlappingFileLockException e) {
			channel.close(); // another thread of this JVM has it
			return false;
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(file);
			channel.close();
		}
		catch (IOException e) {
			throw new TintypeException("The lock of the model could not be given back: check the disk.", e);
		}
	}
}
