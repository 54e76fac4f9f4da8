package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

import java.util.List;
import java.util.function.Consumer;

/**
 * A picture's way through a chain: rows stream through all layers at once, so that
 * they stay in the processor's caches, and the memory used does not depend on the
 * picture's height. Bands of the picture are worked on side by side. No result depends
 * on their number, as tiles begin at the same pixels in all.
 * <p>
 * Besides four times the weights, a band holds 36 matrices of up to 160 tiles
 * by the inputs and as many by the outputs of the largest layer, and of each layer the rows
 * of those tiles: 4 MB and 7 MB with the posts' network of 100 bins.
 */
public final class Forward {

	/**
	 * Rows of a matrix with which its product is fast, as OpenBLAS copies the other factor
	 * each time. With more, a band of a small picture would compute more rows that nobody
	 * needs.
	 */
	private static final int TILES_AT_A_TIME = 160;

	/** In fewer rows, a band would compute mostly what its neighbours compute too. */
	private static final int FEWEST_ROWS = 32;

	private final Chain chain;
	private final float[] input;
	private final int width, height, tileRows;
	private final Runnable check;
	private final RowOfLogits to;

	/** Takes what is wanted, row by row. */
	public interface RowOfLogits {

		/**
		 * Called once for each row, by several threads and in any order.
		 *
		 * @param row logits [bin, x]; overwritten afterwards
		 */
		void accept(int y, float[] row);
	}

	private Forward(Chain chain, float[] input, int width, int height, Runnable check, RowOfLogits to) {
		this.chain = chain;
		this.input = input;
		this.width = width;
		this.height = height;
		this.check = check;
		this.to = to;
		int tiles = Convolution.tiles(width + 2 * chain.halo());
		tileRows = Math.max(1, Math.min(TILES_AT_A_TIME / tiles, Convolution.tiles(height)));
	}

	/**
	 * All logits at once; see {@link #rows}.
	 *
	 * @return logits [bin, y, x]
	 */
	public static float[] logits(Chain chain, float[] input, int width, int height, int threads, Runnable check) {
		int bins = chain.bins();
		float[] logits = new float[Math.multiplyExact(Math.multiplyExact(width, height), bins)];
		rows(chain, input, width, height, threads, check, (y, row) -> {
			for (int bin = 0; bin < bins; bin++)
				System.arraycopy(row, bin * width, logits, (bin * height + y) * width, width);
		});
		return logits;
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
		Forward forward = new Forward(chain, input, width, height, check, to);
		int rows = forward.rowsOfBand(threads), bands = (height + rows - 1) / rows;
		SideBySide.run(bands, band -> forward.band(band * rows, Math.min(height, (band + 1) * rows)));
	}

	/** Whole groups of rows of tiles, so that all bands group them alike. */
	private int rowsOfBand(int threads) {
		int bands = Math.max(1, Math.min(threads, height / FEWEST_ROWS)), group = TILE * tileRows;
		return ((height + bands - 1) / bands + group - 1) / group * group;
	}

	private void band(int top, int bottom) {
		List<Convolution> convolutions = chain.convolutions(width, 1, layer -> tileRows);
		long inputs = convolutions.stream().mapToLong(Convolution::inputMatrix).max().orElseThrow();
		long outputs = convolutions.stream().mapToLong(Convolution::outputMatrix).max().orElseThrow();
		Scratch scratch = new Scratch(convolutions.stream().mapToInt(Convolution::longest).max().orElseThrow());
		try (Spectrum spectrum = new Spectrum(inputs); Spectrum product = new Spectrum(outputs)) {
			Consumer<float[][]> next = new Band(top, bottom);
			int rows = Math.min(height - top, TILE * Convolution.tiles(bottom - top)), most = height - top;
			for (int i = convolutions.size() - 1; i >= 0; i--) {
				next = new Stage(convolutions.get(i), tileRows, rows, spectrum, product, scratch, check, next);
				most += Stage.SHARED;
				rows = rowsRead(rows, most);
			}
			read(top, rows, next);
		}
	}

	/**
	 * How many rows the layer before is to yield so that this one can yield some: whole
	 * tiles of them, if the picture has as many, as the last bit of a pixel depends on all
	 * pixels of its tile. So no row knows where its band ends.
	 */
	private static int rowsRead(int rows, int most) {
		return Math.min(most, TILE * Convolution.tiles(rows + Stage.SHARED));
	}

	private void read(int top, int rows, Consumer<float[][]> first) {
		float[][] row = new float[TILE][Convolution.tiles(outerWidth()) + 1];
		for (int y = top; y < top + rows; y++) {
			for (int x = 0, from = y * outerWidth(); x < outerWidth(); x++)
				row[x % TILE][x / TILE] = input[from + x];
			first.accept(row);
		}
	}

	private int outerWidth() {
		return width + 2 * chain.halo();
	}

	/** Takes the rows of logits, bins together, and hands them on with pixels together. */
	private final class Band implements Consumer<float[][]> {

		private final int bottom;
		private final float[] values = new float[chain.bins() * width];
		private int y;

		Band(int top, int bottom) {
			y = top;
			this.bottom = bottom;
		}

		@Override
		public void accept(float[][] row) {
			if (y == bottom) return;
			int bins = chain.bins();
			for (int bin = 0; bin < bins; bin++)
				for (int k = 0; k < TILE; k++) {
					float[] pixels = row[k];
					for (int x = k, from = bin; x < width; x += TILE, from += bins)
						values[bin * width + x] = pixels[from];
				}
			to.accept(y++, values);
		}
	}
}
