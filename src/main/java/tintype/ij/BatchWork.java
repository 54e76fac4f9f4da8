package tintype.ij;

import java.io.IOException;
import java.nio.file.Path;

import tintype.Progress;

/** What is done to each picture of a batch, in two steps, so that one can be read while others are worked on. */
interface BatchWork {

	/**
	 * Reads a picture, on the thread of the command, or as much of it as has to be read there.
	 *
	 * @return what is left to do
	 * @throws tintype.TintypeException with the reason if it can't be done
	 */
	Rest read(Path picture) throws IOException;

	/** The work on a picture that was read. */
	interface Rest {

		/**
		 * Does it, perhaps on another thread.
		 *
		 * @param result file or folder to write, whole or not at all; its folder exists
		 * @throws tintype.TintypeException with the reason if it can't be done
		 * @throws java.util.concurrent.CancellationException when canceled
		 */
		void finish(Path result, Progress progress) throws IOException;
	}
}
