package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

/**
 * One layer in a stream of rows: takes rows of input one by one, and hands on rows of
 * output as soon as there is input for some rows of tiles. For one picture after another
 * of a width.
 */
final class Stage implements RowStream {

	/** Rows that two neighbouring tiles share. */
	static final int SHARED = 2;

	private final Convolution convolution;
	private final Spectrum spectrum, product;
	private final Scratch scratch;
	private final float[][][] rows, out;

	private Runnable check;
	private RowStream next;

	/** Rows in {@code rows}, and rows of output yet to come. */
	private int waiting;
	private int left;

	/**
	 * @param tileRows worked on at a time
	 * @param spectrum large enough for them, shared with other stages, as is {@code product}
	 */
	Stage(Convolution convolution, int tileRows, Spectrum spectrum, Spectrum product, Scratch scratch) {
		this.convolution = convolution;
		this.spectrum = spectrum;
		this.product = product;
		this.scratch = scratch;
		rows = new float[TILE * tileRows + SHARED][][];
		out = new float[TILE * tileRows][][];
		for (int y = 0; y < out.length; y++)
			out[y] = convolution.row();
	}

	/**
	 * Begins with a picture.
	 *
	 * @param height of the output, in rows
	 * @param check  called before each work; may throw, after which this is of no more use
	 * @param next   takes each row
	 */
	Stage begin(int height, Runnable check, RowStream next) {
		left = height;
		waiting = 0;
		this.check = check;
		this.next = next;
		return this;
	}

	/** Further rows are ignored when all rows of output have come. */
	@Override
	public float[][] accept(float[][] row) {
		if (left == 0) return row;
		float[][] free = rows[waiting];
		rows[waiting++] = row;
		if (waiting == rows.length || waiting == left + SHARED) work();
		return free == null ? new float[TILE][row[0].length] : free;
	}

	private void work() {
		check.run();
		int count = waiting - SHARED;
		fill();
		convolution.forward(Convolution.tiles(count), rows, spectrum, product, null, out, scratch);
		keepShared(count);
		left -= count;
		for (int y = 0; y < count; y++)
			out[y] = next.accept(out[y]);
		if (left == 0) begin(0, null, null); // they may hold much
	}

	/** Rows that the last tiles reach for beyond the picture. */
	private void fill() {
		int end = TILE * Convolution.tiles(waiting - SHARED) + SHARED;
		for (int y = waiting; y < end; y++)
			rows[y] = new float[TILE][rows[0][0].length];
	}

	private void keepShared(int done) {
		for (int y = 0; y < SHARED; y++) {
			float[][] free = rows[y];
			rows[y] = rows[done + y];
			rows[done + y] = free;
		}
		waiting = SHARED;
	}
}
