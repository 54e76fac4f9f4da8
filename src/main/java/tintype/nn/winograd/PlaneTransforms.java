package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.POINTS;
import static tintype.nn.winograd.Transforms.TILE;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The way from a channel's planes to its rows in 36 matrices [channel, tile], and back.
 * Has the arrays of one thread.
 */
final class PlaneTransforms {

	/** Tiles worked on at a time: what they become stays in the cache of a core. */
	private static final int TILES_AT_A_TIME = 256;

	private final Planes planes;
	private final int rows, columns, allRows, rowsAtATime;

	/** Pixels of a line of tiles with what they share, and without. */
	private final int wide, narrow;

	private final float[] plane, padded;
	private final float[][] lines, spread, points, images;
	private final float[][][] half, whole;

	PlaneTransforms(Planes planes) {
		this.planes = planes;
		rows = planes.rows();
		columns = planes.columns();
		allRows = planes.pictures() * rows;
		rowsAtATime = Math.max(1, Math.min(TILES_AT_A_TIME / columns, allRows));
		narrow = TILE * columns;
		wide = narrow + POINTS - TILE;
		plane = new float[Math.max(planes.inputHeight() * planes.inputWidth(), TILE * rows * narrow)];
		padded = new float[(TILE * rows + POINTS - TILE) * wide];
		int length = rowsAtATime * columns;
		lines = new float[POINTS][rowsAtATime * wide];
		spread = new float[POINTS][rowsAtATime * wide];
		points = new float[POINTS][length];
		images = new float[POINTS][length];
		half = new float[POINTS][POINTS][length];
		whole = new float[POINTS][POINTS][length];
	}

	private int count(int first) {
		return Math.min(rowsAtATime, allRows - first);
	}

	/** Fills a channel of the spectrum from one of the input. */
	void input(FloatBuffer maps, int channels, int channel, Spectrum spectrum) {
		int size = planes.inputHeight() * planes.inputWidth(), border = planes.border();
		for (int first = 0; first < allRows; first += rowsAtATime) {
			int count = count(first);
			for (int i = 0; i < count; i++) {
				int picture = (first + i) / rows, top = TILE * ((first + i) % rows) - border;
				if (top == -border || i == 0) maps.get((picture * channels + channel) * size, plane, 0, size);
				for (int k = 0; k < POINTS; k++)
					copyLine(top + k, planes.inputHeight(), planes.inputWidth(), lines[k], i * wide, border, wide);
			}
			Transforms.input(lines, spread, 0, count * wide);
			for (int y = 0; y < POINTS; y++) {
				gather(spread[y], count);
				Transforms.input(points, images, 0, count * columns);
				put(y, channel, first, count * columns, spectrum);
			}
		}
	}

	/** One line of the plane, with zeros before and after it. */
	private void copyLine(int y, int height, int width, float[] line, int at, int border, int length) {
		boolean inside = y >= 0 && y < height;
		int from = at + border, to = inside ? from + width : from;
		Arrays.fill(line, at, from, 0);
		if (inside) System.arraycopy(plane, y * width, line, from, width);
		Arrays.fill(line, to, at + length, 0);
	}

	/** The six pixels of each tile. */
	private void gather(float[] line, int count) {
		float[] a = points[0], b = points[1], c = points[2], d = points[3], e = points[4], f = points[5];
		for (int i = 0, to = 0; i < count; i++)
			for (int x = i * wide, end = x + narrow; x < end; x += TILE, to++) {
				a[to] = line[x];
				b[to] = line[x + 1];
				c[to] = line[x + 2];
				d[to] = line[x + 3];
				e[to] = line[x + 4];
				f[to] = line[x + 5];
			}
	}

	private void put(int y, int channel, int first, int length, Spectrum spectrum) {
		for (int x = 0; x < POINTS; x++)
			spectrum.put(y * POINTS + x, channel * planes.tiles() + first * columns, images[x], 0, length);
	}

	/** The points of one x, down the picture. */
	private float[][] column(Spectrum spectrum, int x, int channel, int first, int length) {
		for (int y = 0; y < POINTS; y++)
			spectrum.get(y * POINTS + x, channel * planes.tiles() + first * columns, points[y], 0, length);
		return points;
	}

	private float[][] half(int x) {
		float[][] column = new float[POINTS][];
		for (int y = 0; y < POINTS; y++)
			column[y] = half[y][x];
		return column;
	}

	/** Fills a channel of the output with what a curve makes of the products and a bias. */
	void output(Spectrum product, int channel, float bias, Curve curve, FloatBuffer maps, int channels) {
		for (int first = 0; first < allRows; first += rowsAtATime) {
			int count = count(first), length = count * columns;
			for (int x = 0; x < POINTS; x++)
				Transforms.output(column(product, x, channel, first, length), half(x), 0, length);
			for (int y = 0; y < TILE; y++)
				outputLine(half[y], whole[y], bias, curve, length);
			for (int i = 0; i < count; i++) {
				int picture = (first + i) / rows, row = (first + i) % rows;
				for (int y = 0; y < TILE; y++)
					interleave(whole[y], i * columns, (TILE * row + y) * narrow);
				if (row == rows - 1 || i == count - 1) writeOutput(maps, (picture * channels + channel) * planes.height(), Math.max(0, row - i), row + 1);
			}
		}
	}

	private static void outputLine(float[][] products, float[][] pixels, float bias, Curve curve, int length) {
		Transforms.output(products, pixels, 0, length);
		for (int x = 0; x < TILE; x++) {
			Loops.add(pixels[x], bias, 0, length);
			curve.apply(pixels[x], 0, length);
		}
	}

	private void interleave(float[][] pixels, int from, int at) {
		float[] a = pixels[0], b = pixels[1], c = pixels[2], d = pixels[3];
		for (int tile = from, x = at; tile < from + columns; tile++, x += TILE) {
			plane[x] = a[tile];
			plane[x + 1] = b[tile];
			plane[x + 2] = c[tile];
			plane[x + 3] = d[tile];
		}
	}

	/** @param line of the maps at which the picture begins */
	private void writeOutput(FloatBuffer maps, int line, int firstRow, int endRow) {
		int width = planes.width(), end = Math.min(planes.height(), TILE * endRow);
		if (width == narrow) maps.put((line + TILE * firstRow) * width, plane, TILE * firstRow * width, (end - TILE * firstRow) * width);
		else for (int y = TILE * firstRow; y < end; y++)
			maps.put((line + y) * width, plane, y * narrow, width);
	}

	/** Fills a channel of the gradient of the products from that of the output. @return the sum of the latter */
	double outputBack(FloatBuffer maps, int channels, int channel, Spectrum product) {
		int size = planes.height() * planes.width();
		double sum = 0;
		for (int first = 0; first < allRows; first += rowsAtATime) {
			int count = count(first);
			for (int i = 0; i < count; i++) {
				int picture = (first + i) / rows, row = (first + i) % rows;
				if (row == 0 || i == 0) maps.get((picture * channels + channel) * size, plane, 0, size);
				for (int k = 0; k < TILE; k++) {
					copyLine(TILE * row + k, planes.height(), planes.width(), lines[k], i * narrow, 0, narrow);
					sum += sum(lines[k], i * narrow);
				}
			}
			Transforms.outputBack(lines, spread, 0, count * narrow);
			for (int y = 0; y < POINTS; y++) {
				part(spread[y], count * columns);
				Transforms.outputBack(points, images, 0, count * columns);
				put(y, channel, first, count * columns, product);
			}
		}
		return sum;
	}

	private float sum(float[] line, int at) {
		float a = 0, b = 0, c = 0, d = 0;
		for (int x = at; x < at + narrow; x += TILE) {
			a += line[x];
			b += line[x + 1];
			c += line[x + 2];
			d += line[x + 3];
		}
		return a + b + (c + d);
	}

	/** The four pixels of each tile. */
	private void part(float[] line, int tiles) {
		float[] a = points[0], b = points[1], c = points[2], d = points[3];
		for (int to = 0, x = 0; to < tiles; to++, x += TILE) {
			a[to] = line[x];
			b[to] = line[x + 1];
			c[to] = line[x + 2];
			d[to] = line[x + 3];
		}
	}

	/** Fills a channel of the gradient of the input from that of the spectrum. */
	void inputBack(Spectrum spectrum, int channel, FloatBuffer maps, int channels) {
		for (int first = 0; first < allRows; first += rowsAtATime) {
			int count = count(first), length = count * columns;
			for (int x = 0; x < POINTS; x++)
				Transforms.inputBack(column(spectrum, x, channel, first, length), half(x), 0, length);
			for (int y = 0; y < POINTS; y++)
				Transforms.inputBack(half[y], whole[y], 0, length);
			for (int i = 0; i < count; i++) {
				int picture = (first + i) / rows, row = (first + i) % rows;
				if (row == 0) Arrays.fill(padded, 0);
				for (int y = 0; y < POINTS; y++)
					addTiles(whole[y], i * columns, (TILE * row + y) * wide);
				if (row == rows - 1) writeInput(maps, picture * channels + channel);
			}
		}
	}

	/** Neighbouring tiles share two pixels. */
	private void addTiles(float[][] pixels, int from, int at) {
		float[] a = pixels[0], b = pixels[1], c = pixels[2], d = pixels[3], e = pixels[4], f = pixels[5];
		float before = 0, next = 0;
		int x = at;
		for (int tile = from; tile < from + columns; tile++, x += TILE) {
			padded[x] += a[tile] + before;
			padded[x + 1] += b[tile] + next;
			padded[x + 2] += c[tile];
			padded[x + 3] += d[tile];
			before = e[tile];
			next = f[tile];
		}
		padded[x] += before;
		padded[x + 1] += next;
	}

	private void writeInput(FloatBuffer maps, int number) {
		int height = planes.inputHeight(), width = planes.inputWidth(), border = planes.border();
		for (int y = 0; y < height; y++)
			System.arraycopy(padded, (y + border) * wide + border, plane, y * width, width);
		maps.put(number * height * width, plane, 0, height * width);
	}
}
