package tintype.train;

import java.util.Arrays;

/**
 * A picture shrunken to a square of 72 x 72 cells, whatever its shape: 72 can be
 * cut into 8, 9 and 18 equal parts. A pixel on the border of cells counts for
 * each with the area that lies in it, so a scaled copy has the same means.
 */
final class AreaMeans {

	private static final int CELLS = 72;

	/** Large pictures are seen through a coarser raster; their means stay the same. */
	private static final int FINEST = 512;

	/** [row, column, channel] red, green and blue in sRGB, 0..255. */
	private final double[] codes = new double[CELLS * CELLS * 3];

	/** Of a picture of any size from one pixel. */
	AreaMeans(Photo photo) {
		int step = Math.max(1, Math.max(photo.width(), photo.height()) / FINEST);
		int rows = (photo.height() + step - 1) / step;
		double[] line = new double[CELLS * 3];
		for (int row = 0; row < rows; row++) {
			shrink(photo, Math.min(row * step + step / 2, photo.height() - 1), step, line);
			for (int cell = first(row, rows); cell <= last(row, rows); cell++) {
				double share = overlap(row, rows, cell);
				for (int i = 0; i < line.length; i++)
					codes[cell * line.length + i] += share * line[i];
			}
		}
	}

	/** Means of one row of pixels. */
	private static void shrink(Photo photo, int y, int step, double[] line) {
		Arrays.fill(line, 0);
		int columns = (photo.width() + step - 1) / step;
		for (int column = 0; column < columns; column++) {
			int rgb = photo.rgb()[y * photo.width() + Math.min(column * step + step / 2, photo.width() - 1)];
			for (int cell = first(column, columns); cell <= last(column, columns); cell++) {
				double share = overlap(column, columns, cell);
				line[3 * cell] += share * (rgb >> 16 & 255);
				line[3 * cell + 1] += share * (rgb >> 8 & 255);
				line[3 * cell + 2] += share * (rgb & 255);
			}
		}
	}

	private static int first(int pixel, int pixels) {
		return pixel * CELLS / pixels;
	}

	private static int last(int pixel, int pixels) {
		return ((pixel + 1) * CELLS - 1) / pixels;
	}

	/** The share of a cell that a pixel fills; whole numbers, so that shares add up to 1. */
	private static double overlap(int pixel, int pixels, int cell) {
		return (Math.min((pixel + 1) * CELLS, (cell + 1) * pixels) - Math.max(pixel * CELLS, cell * pixels)) / (double) pixels;
	}

	/**
	 * Means of fewer, larger cells.
	 *
	 * @param rows    a divisor of 72
	 * @param columns a divisor of 72
	 * @return [row, column, channel], 0..255, new
	 */
	double[] of(int rows, int columns) {
		int high = CELLS / rows, wide = CELLS / columns;
		double[] means = new double[rows * columns * 3];
		for (int i = 0; i < codes.length; i++) {
			int y = i / 3 / CELLS, x = i / 3 % CELLS;
			means[(y / high * columns + x / wide) * 3 + i % 3] += codes[i] / (high * wide);
		}
		return means;
	}
}
