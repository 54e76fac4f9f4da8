package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.POINTS;
import static tintype.nn.winograd.Transforms.TILE;

import java.util.Arrays;

/**
 * One layer at work on rows of a width. A row is four arrays [tile][patch][channel]:
 * that at k has the pixels 4 tile + k of every patch. Each row has one tile more than its
 * pixels fill, of zeros.
 */
final class Convolution {

	/** Elements of a row that are transformed along both axes before the next, as many as stay in the nearest cache. */
	private static final int WINDOW = 512;

	final int inputs, outputs;

	/** Tiles in a row of the output. */
	final int tiles;

	private final int patches, tileRows;
	private final Kernels kernels;
	private final float[] biases;
	private final Curve curve;

	/**
	 * @param width    of the output, in pixels
	 * @param patches  side by side
	 * @param tileRows most rows of tiles at a time
	 */
	Convolution(Layer layer, Kernels kernels, int width, int patches, int tileRows) {
		inputs = layer.inputs();
		outputs = layer.outputs();
		tiles = tiles(width);
		this.patches = patches;
		this.tileRows = tileRows;
		this.kernels = kernels;
		biases = Layer.repeated(layer.biases(), tiles * patches * outputs);
		// the gradient of a curve is asked for in the tile of zeros too
		curve = layer.curve((tiles + 1) * patches * outputs);
	}

	/** How many tiles pixels fill. */
	static int tiles(int pixels) {
		return (pixels + TILE - 1) / TILE;
	}

	/** A row of output, or of input of the next layer, all 0. */
	float[][] row() {
		return new float[TILE][(tiles + 1) * patches * outputs];
	}

	Curve curve() {
		return curve;
	}

	/** Values of a tile of output in one of the four arrays of a row. */
	int step() {
		return patches * outputs;
	}

	/** Elements of a matrix of input. */
	long inputMatrix() {
		return (long) tileRows * tiles * patches * inputs;
	}

	/** Elements of a matrix of output. */
	long outputMatrix() {
		return (long) tileRows * tiles * patches * outputs;
	}

	/** Longest array that transforms need. */
	int longest() {
		return (tiles + 1) * patches * Math.max(inputs, outputs);
	}

	/**
	 * Some rows of tiles of output. Multiplies matrices of full size in any case, as OpenBLAS
	 * rounds the rows of others in other ways.
	 *
	 * @param count    of the rows of tiles
	 * @param rows     of input, 4 {@code count} + 2 of them are read
	 * @param spectrum of the input: filled
	 * @param product  used
	 * @param sums     that the curve sees, 4 {@code count} rows: filled; null where nobody wants them
	 * @param out      what it makes of them, as many rows: filled
	 */
	void forward(int count, float[][][] rows, Spectrum spectrum, Spectrum product, float[][][] sums, float[][][] out, Scratch scratch) {
		int length = tiles * patches * inputs, longer = tiles * patches * outputs;
		for (int tileRow = 0; tileRow < count; tileRow++)
			for (int from = 0; from < length; from += WINDOW)
				transform(tileRow, rows, spectrum, scratch, from, Math.min(length, from + WINDOW));
		Products.multiply(spectrum, kernels.spectrum(), product, tileRows * tiles * patches, inputs, outputs);
		for (int tileRow = 0; tileRow < count; tileRow++)
			for (int from = 0; from < longer; from += WINDOW)
				transformBack(tileRow, product, sums, out, scratch, from, Math.min(longer, from + WINDOW));
	}

	private void transform(int tileRow, float[][][] rows, Spectrum spectrum, Scratch scratch, int from, int to) {
		int step = patches * inputs, first = TILE * tileRow;
		float[][] column = scratch.column(), ahead = scratch.ahead();
		for (int y = first + (tileRow == 0 ? 0 : 2); y < first + POINTS; y++) {
			float[][] row = rows[y];
			for (int k = 0; k < ahead.length; k++)
				System.arraycopy(row[k], step + from, ahead[k], from, to - from);
			Transforms.input(new float[][] { row[0], row[1], row[2], row[3], ahead[0], ahead[1] }, scratch.lines()[y % POINTS], from, to);
		}
		for (int x = 0; x < POINTS; x++) {
			Transforms.input(scratch.point(first, x), column, from, to);
			for (int y = 0; y < POINTS; y++)
				spectrum.put(y * POINTS + x, tileRow * tiles * step, column[y], from, to);
		}
	}

	private void transformBack(int tileRow, Spectrum product, float[][][] sums, float[][][] out, Scratch scratch, int from, int to) {
		float[][] column = scratch.column();
		for (int x = 0; x < POINTS; x++) {
			for (int y = 0; y < POINTS; y++)
				product.get(y * POINTS + x, tileRow * tiles * patches * outputs, column[y], from, to);
			Transforms.output(column, scratch.point(0, x), from, to);
		}
		for (int y = 0; y < TILE; y++) {
			float[][] row = out[TILE * tileRow + y];
			Transforms.output(scratch.lines()[y], row, from, to);
			for (int k = 0; k < TILE; k++) {
				Loops.add(row[k], biases, from, to);
				if (sums != null) System.arraycopy(row[k], from, sums[TILE * tileRow + y][k], from, to - from);
				curve.apply(row[k], from, to);
			}
		}
	}

	/**
	 * The gradients of weights and biases.
	 *
	 * @param gradient  of the sums, [row]; 0 outside the picture
	 * @param spectrum  of the input, as {@link #forward} filled it
	 * @param product   filled with the gradient of the products
	 * @param ofKernels filled with the gradient of the kernels
	 * @param ofBiases  of each tile's channels; added to
	 */
	void ofParameters(float[][][] gradient, Spectrum spectrum, Spectrum product, Spectrum ofKernels, float[] ofBiases, Scratch scratch) {
		int length = tiles * patches * outputs;
		float[][] column = scratch.column();
		for (int tileRow = 0; tileRow < tileRows; tileRow++) {
			for (int y = 0; y < TILE; y++) {
				float[][] row = gradient[TILE * tileRow + y];
				Transforms.outputBack(row, scratch.lines()[y], 0, length);
				for (float[] pixels : row)
					Loops.add(ofBiases, pixels, 0, length);
			}
			for (int x = 0; x < POINTS; x++) {
				Transforms.outputBack(scratch.point(0, x), column, 0, length);
				for (int y = 0; y < POINTS; y++)
					product.put(y * POINTS + x, tileRow * length, column[y], 0, length);
			}
		}
		Products.ofKernels(spectrum, product, ofKernels, tileRows * tiles * patches, inputs, outputs);
	}

	/** Takes a row, which is overwritten afterwards. */
	interface RowSink {

		void accept(int y, float[][] row);
	}

	/**
	 * The gradient of the input, row by row: 4 {@code tileRows} + 2 rows, of one tile more
	 * than the output has.
	 *
	 * @param turned   the kernels with inputs and outputs exchanged
	 * @param product  its gradient, as {@link #ofParameters} filled it
	 * @param spectrum overwritten by its gradient
	 */
	void ofInputs(Kernels turned, Spectrum product, Spectrum spectrum, Scratch scratch, RowSink sink) {
		Products.multiply(product, turned.spectrum(), spectrum, tileRows * tiles * patches, outputs, inputs);
		int length = tiles * patches * inputs;
		float[][] column = scratch.column();
		float[][][] lines = scratch.lines(), carry = scratch.carry();
		for (int tileRow = 0; tileRow < tileRows; tileRow++) {
			for (int x = 0; x < POINTS; x++) {
				for (int y = 0; y < POINTS; y++)
					spectrum.get(y * POINTS + x, tileRow * length, column[y], 0, length);
				Transforms.inputBack(column, scratch.point(0, x), 0, length);
				for (int y = 0; y < carry.length && tileRow > 0; y++)
					Loops.add(lines[y][x], carry[y][x], 0, length);
			}
			for (int y = 0; y < TILE; y++)
				sink.accept(TILE * tileRow + y, ofRow(lines[y], length, scratch));
			for (int y = 0; y < carry.length; y++) {
				float[][] free = carry[y];
				carry[y] = lines[TILE + y];
				lines[TILE + y] = free;
			}
		}
		for (int y = 0; y < carry.length; y++)
			sink.accept(TILE * tileRows + y, ofRow(carry[y], length, scratch));
	}

	/** Adds what neighbouring tiles share. */
	private float[][] ofRow(float[][] line, int length, Scratch scratch) {
		int step = patches * inputs;
		float[][] row = scratch.row(), ahead = scratch.ahead(), column = scratch.column();
		Transforms.inputBack(line, new float[][] { column[0], column[1], row[2], row[3], ahead[0], ahead[1] }, 0, length);
		for (int k = 0; k < TILE; k++)
			if (k < ahead.length) {
				Arrays.fill(row[k], 0, step, 0);
				System.arraycopy(ahead[k], 0, row[k], step, length);
				Loops.add(row[k], column[k], 0, length);
			}
			else Arrays.fill(row[k], length, length + step, 0);
		return row;
	}
}
