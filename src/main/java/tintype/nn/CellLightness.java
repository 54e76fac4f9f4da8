package tintype.nn;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.Lab;

/** A picture's lightness in the cells of a lattice: that of the mean of the linear light in a cell's area. */
final class CellLightness {

	/** Rows made at a time, before the next question whether to go on. */
	private static final int BLOCK = 8;

	private CellLightness() {}

	/**
	 * Makes the lightness of the cells.
	 *
	 * @param lightness L, 0 to 100, [x, y], its origin at 0; only read
	 * @param width     of the lattice in cells
	 * @param height    as {@code width}
	 * @param progress  asked whether to go on
	 * @return L, row by row
	 * @throws CancellationException when the caller cancels
	 */
	static float[] of(RandomAccessibleInterval<FloatType> lightness, int width, int height, Progress progress) {
		AreaCover[] columns = covers(lightness, 0, width), rows = covers(lightness, 1, height);
		float[] cells = new float[width * height];
		for (int from = 0; from < height; from += BLOCK) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			IntStream.range(from, Math.min(height, from + BLOCK)).parallel() //
				.forEach(y -> writeRow(lightness, columns, rows[y], cells, y * width));
		}
		return cells;
	}

	private static AreaCover[] covers(RandomAccessibleInterval<FloatType> image, int dimension, int count) {
		int length = Math.toIntExact(image.dimension(dimension));
		return AreaCover.of(0, (double) length / count, count, length);
	}

	private static void writeRow(RandomAccessibleInterval<FloatType> lightness, AreaCover[] columns, AreaCover rows, float[] cells, int at) {
		double[] sums = new double[columns.length];
		double[] line = new double[Math.toIntExact(lightness.dimension(0))];
		RandomAccess<FloatType> source = lightness.randomAccess();
		for (int y = 0; y < rows.shares().length; y++) {
			source.setPosition(0, 0);
			source.setPosition(rows.first() + y, 1);
			for (int x = 0; x < line.length; x++, source.fwd(0))
				line[x] = Lab.luminance(source.get().get());
			for (int x = 0; x < columns.length; x++)
				sums[x] += rows.shares()[y] * mean(line, columns[x]);
		}
		for (int x = 0; x < sums.length; x++)
			cells[at + x] = (float) Lab.lightnessOfLuminance(sums[x]);
	}

	private static double mean(double[] line, AreaCover cover) {
		double sum = 0;
		for (int i = 0; i < cover.shares().length; i++)
			sum += cover.shares()[i] * line[cover.first() + i];
		return sum;
	}
}
