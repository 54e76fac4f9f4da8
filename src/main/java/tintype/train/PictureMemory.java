package tintype.train;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many pictures into memory at once as half of the heap holds,
 * however many threads read. Large pictures wait for each other; small ones
 * hardly ever wait. Safe for several threads.
 */
final class PictureMemory {

	/** 8 of a decoder for 16 bits and transparency, 4 of the finished picture. */
	private static final long BYTES_PER_PIXEL = 12;
	private static final long PIXELS_PER_UNIT = 1 << 16;

	private final int units;
	private final Semaphore free;

	/** @param heap size of all memory in bytes; pictures may fill half of it */
	PictureMemory(long heap) {
		units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, heap / 2 / BYTES_PER_PIXEL / PIXELS_PER_UNIT));
		free = new Semaphore(units, true);
	}

	/** Pixels of the largest picture that fits. */
	long mostPixels() {
		return units * PIXELS_PER_UNIT;
	}

	/** A place for one picture, to be taken when its size is known. */
	Place place() {
		return new Place();
	}

	/** Room for one picture, given back on closing. */
	final class Place implements AutoCloseable {

		private int taken;

		/**
		 * Gives back what was taken before, then waits for room.
		 *
		 * @param pixels of the picture; more than fit count as all that fit
		 * @throws CancellationException if the thread is interrupted
		 */
		void take(long pixels) {
			close();
			int wanted = (int) Math.min(units, pixels / PIXELS_PER_UNIT + 1);
			try {
				free.acquire(wanted);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Canceled");
			}
			taken = wanted;
		}

		@Override
		public void close() {
			free.release(taken);
			taken = 0;
		}
	}
}
