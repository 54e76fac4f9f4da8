package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

/** Takes the rows of logits of a band, bins together, and hands them on with pixels together. */
final class Logits implements RowStream {

	/** Each bin's pixels lie in another page, so they are written in long runs. */
	private static final int ROWS_AT_A_TIME = 8;

	/** So much stays in the nearest cache. */
	private static final int TILES_AT_A_TIME = 16, BINS_AT_A_TIME = 16;

	private final int bins, width, bottom;
	private final Forward.RowOfLogits to;
	private final boolean whole;
	private final float[] values;

	/** From a bin to the next in {@code values}. */
	private final int distance;

	private final float[][][] held;
	private int y, count;

	/**
	 * @param height of the picture
	 * @param top    first row of the band, and {@code bottom} the one after its last
	 * @param all    written, of the whole picture [bin, y, x]; null if a row at a time is enough
	 * @param to     takes each row, if there is no {@code all}
	 */
	Logits(int bins, int width, int height, int top, int bottom, float[] all, Forward.RowOfLogits to) {
		this.bins = bins;
		this.width = width;
		this.bottom = bottom;
		this.to = to;
		whole = all != null;
		values = whole ? all : new float[bins * width];
		distance = whole ? height * width : width;
		held = new float[whole ? ROWS_AT_A_TIME : 1][][];
		y = top;
	}

	@Override
	public float[][] accept(float[][] row) {
		float[][] free = held[count];
		held[count++] = row;
		if (count == held.length || y + count == bottom) turn();
		return free == null ? new float[TILE][row[0].length] : free;
	}

	private void turn() {
		for (int bin = 0; bin < bins; bin += BINS_AT_A_TIME)
			for (int i = 0; i < count; i++)
				for (int tile = 0; tile < Convolution.tiles(width); tile += TILES_AT_A_TIME)
					turn(held[i], whole ? (y + i) * width : 0, bin, Math.min(bins, bin + BINS_AT_A_TIME), tile);
		if (!whole) to.accept(y, values);
		y += count;
		count = 0;
	}

	private void turn(float[][] row, int start, int firstBin, int endBin, int first) {
		int end = Math.min(first + TILES_AT_A_TIME, width / TILE);
		float[] a = row[0], b = row[1], c = row[2], d = row[3];
		for (int bin = firstBin; bin < endBin; bin++) {
			int x = start + bin * distance + TILE * first, from = first * bins + bin;
			for (int tile = first; tile < end; tile++, x += TILE, from += bins) {
				values[x] = a[from];
				values[x + 1] = b[from];
				values[x + 2] = c[from];
				values[x + 3] = d[from];
			}
			for (int k = 0; end < first + TILES_AT_A_TIME && k < width % TILE; k++)
				values[x + k] = row[k][from];
		}
	}
}
