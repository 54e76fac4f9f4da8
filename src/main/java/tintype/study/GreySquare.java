package tintype.study;

import java.util.Arrays;

import tintype.nn.AreaCover;
import tintype.train.Photo;

/**
 * A picture shrunken to a small grey square, its shape kept: each pixel is the
 * mean luma of the area that it covers. What the longer side leaves empty
 * has the mean of the picture's own border, so that no edge appears that is
 * not in the picture.
 */
final class GreySquare {

	/** Red, green and blue in luma (ITU-R BT.601). */
	private static final double[] LUMA = { 0.299, 0.587, 0.114 };

	private GreySquare() {}

	/**
	 * @param edge of the square in pixels; smaller pictures are enlarged to it
	 * @return luma 0 to 255 (unsigned), row by row, new
	 */
	static byte[] of(Photo photo, int edge) {
		double step = Math.max(photo.width(), photo.height()) / (double) edge;
		int width = (int) Math.max(1, Math.round(photo.width() / step));
		int height = (int) Math.max(1, Math.round(photo.height() / step));
		double[][] means = means(photo, width, height);
		byte[] square = new byte[edge * edge];
		Arrays.fill(square, code(border(means)));
		int left = (edge - width) / 2, top = (edge - height) / 2;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				square[(top + y) * edge + left + x] = code(means[y][x]);
		return square;
	}

	private static double[][] means(Photo photo, int width, int height) {
		AreaCover[] columns = AreaCover.of(0, photo.width() / (double) width, width, photo.width());
		AreaCover[] rows = AreaCover.of(0, photo.height() / (double) height, height, photo.height());
		double[][] means = new double[height][width];
		for (int y = 0; y < height; y++)
			for (int i = 0; i < rows[y].shares().length; i++)
				add(photo, rows[y].first() + i, rows[y].shares()[i], columns, means[y]);
		return means;
	}

	/** Adds one row of the picture, as wide as the square, to a row of means. */
	private static void add(Photo photo, int row, double rowShare, AreaCover[] columns, double[] means) {
		for (int x = 0; x < columns.length; x++)
			for (int i = 0; i < columns[x].shares().length; i++)
				means[x] += rowShare * columns[x].shares()[i] * luma(photo.rgb()[row * photo.width() + columns[x].first() + i]);
	}

	private static double luma(int rgb) {
		return LUMA[0] * (rgb >> 16 & 255) + LUMA[1] * (rgb >> 8 & 255) + LUMA[2] * (rgb & 255);
	}

	private static double border(double[][] means) {
		double sum = 0;
		int count = 0;
		for (int y = 0; y < means.length; y++)
			for (int x = 0; x < means[y].length; x++)
				if (y == 0 || x == 0 || y == means.length - 1 || x == means[y].length - 1) {
					sum += means[y][x];
					count++;
				}
		return sum / count;
	}

	private static byte code(double luma) {
		return (byte) Math.round(luma);
	}
}
