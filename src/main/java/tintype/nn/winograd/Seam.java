package tintype.nn.winograd;

import java.util.concurrent.CancellationException;

/**
 * Where two bands of a picture meet: the first rows that each layer yields in the lower
 * band, at which the last tiles of the upper one end.
 */
final class Seam {

	private final float[][][][] rows;
	private Throwable failure;

	Seam(int layers) {
		rows = new float[layers][Stage.SHARED][][];
	}

	/** @param row copied */
	synchronized void put(int layer, int y, float[][] row) {
		float[][] copy = new float[row.length][];
		for (int k = 0; k < row.length; k++)
			copy[k] = row[k].clone();
		rows[layer][y] = copy;
		notifyAll();
	}

	/**
	 * A row, as soon as it is there; for one taker. The lower band must be under way.
	 *
	 * @throws RuntimeException or Error with which the lower band has ended
	 */
	synchronized float[][] take(int layer, int y) {
		while (rows[layer][y] == null && failure == null)
			await();
		if (failure instanceof Error error) throw error;
		if (failure != null) throw (RuntimeException) failure;
		return rows[layer][y];
	}

	private void await() {
		try {
			wait();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted");
		}
	}

	/** No more rows will come. */
	synchronized void fail(Throwable cause) {
		failure = cause;
		notifyAll();
	}
}
