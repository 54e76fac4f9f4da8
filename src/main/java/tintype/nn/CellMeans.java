package tintype.nn;

import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import tintype.Progress;

/**
 * The distributions of a whole picture from a network that reads pixels as they
 * are, in bounded memory: the picture is worked on tile by tile, and where it has
 * too many pixels, each cell of a coarser lattice gets the mean of its pixels'
 * distributions.
 */
final class CellMeans {

	/** As many as a picture of 256 x 256 pixels has: with 313 bins 82 MB. */
	static final int MOST_CELLS = 65_536;

	private final int width, cells;
	private final int[] columns, rows;
	private final float[] sums;

	/** Of a tile, overwritten by the next one of its size. */
	private float[] logits;

	private CellMeans(int bins, RandomAccessibleInterval<?> picture, int width, int height) {
		this.width = width;
		cells = width * height;
		columns = cells(picture.dimension(0), width);
		rows = cells(picture.dimension(1), height);
		sums = new float[Math.multiplyExact(bins, cells)];
	}

	/**
	 * Predicts a picture at the finest lattice of at most {@value #MOST_CELLS} cells;
	 * of a picture with no more pixels than that, each is a cell.
	 *
	 * @param picture L, 0 to 100, its origin at 0; only read
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	static BinMap of(ColorModel model, RandomAccessibleInterval<FloatType> picture, Progress progress) {
		int edge = edge(picture.dimension(0), picture.dimension(1));
		if (edge > 1) return of(model, picture, edge, Tiles.EDGE, progress);
		return new BinMap(model.card().grid(), Math.toIntExact(picture.dimension(0)), Math.toIntExact(picture.dimension(1)), //
			model.logits(Views.extendMirrorDouble(picture), picture, progress));
	}

	/** Edge in pixels of the smallest cells that are not too many. */
	static int edge(long width, long height) {
		int edge = 1;
		while (count(width, edge) * count(height, edge) > MOST_CELLS)
			edge++;
		return edge;
	}

	private static long count(long pixels, int edge) {
		return (pixels + edge - 1) / edge;
	}

	/**
	 * As above, with cells of this size.
	 *
	 * @param edge     of a cell in pixels; where it does not divide the picture's,
	 *                 some cells are a pixel smaller, so that the lattice stays regular
	 * @param tileEdge of the largest tile in pixels; changes nothing but rounding
	 */
	static BinMap of(ColorModel model, RandomAccessibleInterval<FloatType> picture, int edge, int tileEdge, Progress progress) {
		int width = Math.toIntExact(count(picture.dimension(0), edge)), height = Math.toIntExact(count(picture.dimension(1), edge));
		CellMeans means = new CellMeans(model.card().grid().size(), picture, width, height);
		RandomAccessible<FloatType> endless = Views.extendMirrorDouble(picture);
		Tiles.forEach(picture, tileEdge, tile -> means.add(tile, means.probabilities(model, endless, tile, progress)), progress);
		return BinMap.ofSums(model.card().grid(), width, height, means.sums);
	}

	/** The cell in which the centre of each pixel of a line lies. */
	private static int[] cells(long pixels, int cells) {
		int[] cell = new int[Math.toIntExact(pixels)];
		for (int i = 0; i < cell.length; i++)
			cell[i] = (int) ((2L * i + 1) * cells / (2 * pixels));
		return cell;
	}

	/** All that takes memory, so that a tile can be done again. */
	private float[] probabilities(ColorModel model, RandomAccessible<FloatType> picture, Interval tile, Progress progress) {
		int size = Math.multiplyExact(model.card().grid().size(), (int) Intervals.numElements(tile));
		if (logits == null || logits.length != size) {
			logits = null; // there may be no memory for both
			logits = new float[size];
		}
		model.logits(picture, tile, logits, progress);
		return new BinMap(model.card().grid(), (int) tile.dimension(0), (int) tile.dimension(1), logits).probabilities();
	}

	private void add(Interval tile, float[] shares) {
		int i = 0;
		for (int bin = 0; i < shares.length; bin++)
			for (int y = (int) tile.min(1); y <= tile.max(1); y++)
				for (int x = (int) tile.min(0); x <= tile.max(0); x++)
					sums[bin * cells + rows[y] * width + columns[x]] += shares[i++];
	}
}
