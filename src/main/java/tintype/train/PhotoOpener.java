package tintype.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** The host's readers, for pictures that the JDK can't read. Called from several threads. */
public interface PhotoOpener {

	/** Opens nothing. */
	PhotoOpener NONE = new PhotoOpener() {

		@Override
		public boolean opens(Path file) {
			return false;
		}

		@Override
		public long pixels(Path file) throws IOException {
			throw new IOException("There is no host to open " + file);
		}

		@Override
		public BufferedImage open(Path file) throws IOException {
			throw new IOException("There is no host to open " + file);
		}
	};

	/** Whether a file of this name is a picture to the host. */
	boolean opens(Path file);

	/**
	 * The size of a picture before it is decoded, width times height as its header
	 * claims.
	 *
	 * @throws IOException if the host can't read it either
	 */
	long pixels(Path file) throws IOException;

	/** @throws IOException if the host can't read it either */
	BufferedImage open(Path file) throws IOException;
}
