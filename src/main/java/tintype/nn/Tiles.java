package tintype.nn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

import tintype.Progress;
import tintype.TintypeException;

/**
 * Walks a plane tile by tile, and goes on with tiles a quarter as large when
 * memory runs out.
 */
public final class Tiles {

	/** Edge of a tile in pixels, without the halo. */
	public static final int EDGE = 256;

	private static final int SMALLEST_EDGE = 16;
	private static final System.Logger LOG = System.getLogger(Tiles.class.getName());

	private Tiles() {}

	/**
	 * Calls {@code work} for tiles that cover the plane without overlap. Work
	 * that ends in an {@link OutOfMemoryError} is done again on smaller tiles; so
	 * it must be repeatable.
	 *
	 * @param plane two-dimensional
	 * @param edge  of the largest tile, in pixels, at least 1
	 * @throws CancellationException when the caller cancels; asked before each tile
	 * @throws TintypeException      if even the smallest tile does not fit
	 */
	public static void forEach(Interval plane, int edge, Consumer<Interval> work, Progress progress) {
		if (edge < 1) throw new IllegalArgumentException("A tile needs at least one pixel, but its edge is " + edge);
		long total = plane.dimension(0) * plane.dimension(1);
		long done = 0;
		int largest = edge;
		Deque<Interval> waiting = split(plane, edge);
		while (!waiting.isEmpty()) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(done, total, "Colorizing");
			Interval tile = waiting.pop();
			if (Math.max(tile.dimension(0), tile.dimension(1)) > largest) {
				split(tile, largest).descendingIterator().forEachRemaining(waiting::push);
				continue;
			}
			try {
				work.accept(tile);
				done += tile.dimension(0) * tile.dimension(1);
			}
			catch (OutOfMemoryError e) {
				largest = smaller(largest, e);
				waiting.push(tile);
			}
		}
		progress.report(total, total, "Colorizing");
	}

	private static int smaller(int edge, OutOfMemoryError e) {
		if (edge <= SMALLEST_EDGE) throw new TintypeException( //
			"There is not enough memory for even a small part of this picture: close other images or give ImageJ more memory.", e);
		LOG.log(System.Logger.Level.WARNING, "Out of memory with tiles of {0} pixels; going on with {1}.", edge, edge / 2);
		return edge / 2;
	}

	/** Tiles of at most the given edge, row by row from the top left. */
	static Deque<Interval> split(Interval plane, int edge) {
		Deque<Interval> tiles = new ArrayDeque<>();
		for (long y = plane.min(1); y <= plane.max(1); y += edge)
			for (long x = plane.min(0); x <= plane.max(0); x += edge)
				tiles.add(new FinalInterval(new long[] { x, y }, new long[] { //
					Math.min(x + edge - 1, plane.max(0)), Math.min(y + edge - 1, plane.max(1)) }));
		return tiles;
	}
}
