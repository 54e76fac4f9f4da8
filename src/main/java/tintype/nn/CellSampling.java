package tintype.nn;

import java.util.stream.IntStream;

import net.imglib2.Dimensions;
import net.imglib2.Interval;

/**
 * Reads pixels from a regular lattice of cells that covers a picture, by linear
 * interpolation between the centres of the cells; outside them a pixel has the
 * value of the nearest.
 */
final class CellSampling {

	private final int width;
	private final Between columns, rows;

	/**
	 * @param width   of the lattice in cells
	 * @param height  as {@code width}
	 * @param picture that the lattice covers
	 * @param tile    of the picture, the origin of which is 0
	 */
	CellSampling(int width, int height, Dimensions picture, Interval tile) {
		this.width = width;
		columns = Between.of(tile, 0, picture, width);
		rows = Between.of(tile, 1, picture, height);
	}

	/**
	 * @param plane a value per cell, row by row
	 * @param to    written: a value per pixel of the tile, row by row
	 */
	void write(float[] plane, float[] to) {
		IntStream.range(0, rows.lower.length).parallel().forEach(y -> writeRow(plane, y, to, y * columns.lower.length));
	}

	private void writeRow(float[] plane, int y, float[] to, int at) {
		int top = rows.lower[y] * width, bottom = rows.upper[y] * width;
		float down = rows.share[y];
		for (int x = 0; x < columns.lower.length; x++) {
			int left = columns.lower[x], right = columns.upper[x];
			float share = columns.share[x];
			float above = plane[top + left] + share * (plane[top + right] - plane[top + left]);
			float below = plane[bottom + left] + share * (plane[bottom + right] - plane[bottom + left]);
			to[at + x] = above + down * (below - above);
		}
	}

	/** For each pixel of a line the two cells it lies between, and the share of the second. */
	private record Between(int[] lower, int[] upper, float[] share) {

		static Between of(Interval tile, int dimension, Dimensions picture, int cells) {
			int count = Math.toIntExact(tile.dimension(dimension));
			Between between = new Between(new int[count], new int[count], new float[count]);
			for (int i = 0; i < count; i++) {
				double position = (tile.min(dimension) + i + 0.5) * cells / picture.dimension(dimension) - 0.5;
				double inside = Math.max(0, Math.min(cells - 1, position));
				between.lower[i] = (int) inside;
				between.upper[i] = Math.min(cells - 1, between.lower[i] + 1);
				between.share[i] = (float) (inside - between.lower[i]);
			}
			return between;
		}
	}
}
