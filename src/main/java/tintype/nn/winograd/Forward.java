package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A picture's way through a chain: rows stream through all layers at once, so that
 * they stay in the processor's caches, and the memory used does not depend on the
 * picture's height. Bands of the picture are worked on side by side, and share the rows
 * where they meet. No result depends on their number, as tiles begin at the same pixels in
 * all.
 * <p>
 * Besides four times the weights, the chain keeps for each band 36 matrices of up to 160 tiles
 * by the inputs and as many by the outputs of the largest layer, and of each layer the rows
 * of those tiles: 4 MB and 7 MB with the posts' network of 100 bins.
 */
public final class Forward {

	/**
	 * Rows of a matrix with which its product is fast, where OpenBLAS copies the other factor
	 * each time. With more, the last of them would be empty in small pictures.
	 */
	private static final int TILES_AT_A_TIME = 160;

	/** Where it does not: what they become stays in the cache of a core. */
	private static final int FEWER_TILES_AT_A_TIME = 72;

	/** In fewer rows, a band would wait for others most of the time. */
	private static final int FEWEST_ROWS = 32;

	private final Chain chain;
	private final float[] input;
	private final int width, height, tileRows;
	private final Runnable check;
	private final RowOfLogits to;

	/** Of the whole picture, [bin, y, x]; null if a row at a time is enough. */
	private final float[] all;

	/** Takes what is wanted, row by row. */
	public interface RowOfLogits {

		/**
		 * Called once for each row, by several threads and in any order.
		 *
		 * @param row logits [bin, x]; overwritten afterwards
		 */
		void accept(int y, float[] row);
	}

	private Forward(Chain chain, float[] input, int width, int height, Runnable check, float[] all, RowOfLogits to) {
		this.chain = chain;
		this.input = input;
		this.width = width;
		this.height = height;
		this.check = check;
		this.all = all;
		this.to = to;
		int tiles = Convolution.tiles(width + 2 * chain.halo());
		int most = chain.hasSmallProducts() ? FEWER_TILES_AT_A_TIME : TILES_AT_A_TIME;
		tileRows = Math.max(1, Math.min(most / tiles, Convolution.tiles(height)));
	}

	/**
	 * All logits at once; see {@link #rows}.
	 *
	 * @param logits written, [bin, y, x]
	 */
	public static void logits(Chain chain, float[] input, int width, int height, int threads, Runnable check, float[] logits) {
		new Forward(chain, input, width, height, check, logits, null).run(threads);
	}

	/**
	 * @param input   [y, x], with the chain's halo around the pixels wanted
	 * @param width   of the logits, in pixels
	 * @param height  of the logits, in pixels
	 * @param threads most bands at a time
	 * @param check   called again and again by any of the threads; may throw, which ends the work
	 * @param to      takes the logits
	 * @throws OutOfMemoryError if there is too little memory; nothing is left allocated
	 */
	public static void rows(Chain chain, float[] input, int width, int height, int threads, Runnable check, RowOfLogits to) {
		new Forward(chain, input, width, height, check, null, to).run(threads);
	}

	private void run(int threads) {
		int rows = rowsOfBand(threads), bands = (height + rows - 1) / rows;
		// none above the first and none below the last
		Seam[] seams = new Seam[bands + 1];
		for (int i = 1; i < bands; i++)
			seams[i] = new Seam(chain.layers().size());
		AtomicInteger left = new AtomicInteger(bands);
		// upwards, so that whoever waits at a seam waits for one who works
		SideBySide.run(bands, any -> {
			int band = left.decrementAndGet();
			band(band * rows, Math.min(height, (band + 1) * rows), seams[band], seams[band + 1]);
		});
	}

	/** Whole groups of rows of tiles, so that all bands group them alike. */
	private int rowsOfBand(int threads) {
		int bands = Math.max(1, Math.min(threads, height / FEWEST_ROWS)), group = TILE * tileRows;
		return ((height + bands - 1) / bands + group - 1) / group * group;
	}

	private void band(int top, int bottom, Seam above, Seam below) {
		BandMemory memory = null;
		try {
			memory = chain.takeMemory(width, tileRows);
			band(top, bottom, above, below, memory.stages());
			chain.keep(memory);
		}
		catch (RuntimeException | Error e) {
			if (memory != null) memory.close();
			if (above != null) above.fail(e);
			throw e;
		}
	}

	private void band(int top, int bottom, Seam above, Seam below, List<Stage> stages) {
		RowStream next = new Logits(chain.bins(), width, height, top, bottom, all, to);
		int rows = bottom - top;
		for (int i = stages.size() - 1; i >= 0; i--) {
			if (i < stages.size() - 1) next = new Joint(i, rows, above, below, next);
			next = stages.get(i).begin(rows, check, next);
			if (below == null) rows += Stage.SHARED;
		}
		read(top, below == null ? rows : rows + Stage.SHARED, next);
	}

	private void read(int top, int rows, RowStream first) {
		float[][] row = new float[TILE][Convolution.tiles(outerWidth()) + 1];
		for (int y = top; y < top + rows; y++) {
			for (int k = 0; k < TILE; k++)
				for (int x = k, tile = 0, from = y * outerWidth(); x < outerWidth(); x += TILE)
					row[k][tile++] = input[from + x];
			row = first.accept(row);
		}
	}

	private int outerWidth() {
		return width + 2 * chain.halo();
	}
}
