package tintype.train;

import tintype.color.Srgb;
import tintype.nn.AreaCover;

/**
 * Cuts a square out of a picture, smaller or larger than it is there. Each new
 * pixel is the mean of the linear light in the area it covers; enlarged, an area
 * is still one pixel of the picture wide, which is linear interpolation.
 */
final class AreaSampling {

	private AreaSampling() {}

	/**
	 * @param left     edge of the square in the picture, in pixels
	 * @param top      as {@code left}
	 * @param step     of the picture's pixels per new pixel; the square, side
	 *                 times this, lies inside the picture
	 * @param side     of the square in new pixels
	 * @param mirrored whether left and right change places
	 * @return rgb, row by row
	 */
	static int[] square(Photo photo, double left, double top, double step, int side, boolean mirrored) {
		AreaCover[] columns = AreaCover.of(left, step, side, photo.width());
		AreaCover[] rows = AreaCover.of(top, step, side, photo.height());
		int firstRow = rows[0].first();
		int lastRow = rows[side - 1].first() + rows[side - 1].shares().length;
		double[][] lines = new double[lastRow - firstRow][];
		for (int y = 0; y < lines.length; y++)
			lines[y] = line(photo, firstRow + y, columns);
		int[] rgb = new int[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				int from = mirrored ? side - 1 - x : x;
				for (int c = 0; c < 3; c++)
					rgb[y * side + x] = rgb[y * side + x] << 8 | Srgb.toCode(mean(lines, rows[y], firstRow, from * 3 + c));
			}
		return rgb;
	}

	/** Linear red, green and blue of one row, as wide as the square. */
	private static double[] line(Photo photo, int row, AreaCover[] columns) {
		double[] line = new double[columns.length * 3];
		for (int x = 0; x < columns.length; x++)
			for (int i = 0; i < columns[x].shares().length; i++) {
				int rgb = photo.rgb()[row * photo.width() + columns[x].first() + i];
				double share = columns[x].shares()[i];
				line[x * 3] += share * Srgb.linearOfCode(rgb >> 16 & 255);
				line[x * 3 + 1] += share * Srgb.linearOfCode(rgb >> 8 & 255);
				line[x * 3 + 2] += share * Srgb.linearOfCode(rgb & 255);
			}
		return line;
	}

	private static double mean(double[][] lines, AreaCover rows, int firstRow, int at) {
		double sum = 0;
		for (int i = 0; i < rows.shares().length; i++)
			sum += rows.shares()[i] * lines[rows.first() - firstRow + i][at];
		return sum;
	}
}
