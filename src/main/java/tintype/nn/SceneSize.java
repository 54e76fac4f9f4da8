package tintype.nn;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.Lab;

/**
 * The size at which {@link SceneNet} sees a picture, whatever size it has: so a
 * picture and its enlargement get the same colours.
 *
 * @param width  in pixels, a multiple of {@value SceneNet#REDUCTION}
 * @param height as {@code width}
 */
record SceneSize(int width, int height) {

	/** Shorter edge in pixels, that of the pictures the network learns from. */
	static final int SHORT_EDGE = 128;

	/** A strip longer than this is squeezed, so that memory stays bounded. */
	private static final int LONGEST_EDGE = 2048;

	/** Rows made at a time, before the next question whether to go on. */
	private static final int BLOCK = 8;

	/** The size for a picture of so many pixels: its shape, as near as whole cells allow. */
	static SceneSize of(long width, long height) {
		double scale = (double) SHORT_EDGE / Math.min(width, height);
		return new SceneSize(edge(width * scale), edge(height * scale));
	}

	private static int edge(double wanted) {
		long multiple = Math.round(wanted / SceneNet.REDUCTION) * SceneNet.REDUCTION;
		return (int) Math.max(SHORT_EDGE, Math.min(LONGEST_EDGE, multiple));
	}

	/**
	 * A picture's lightness at this size: each pixel the mean of the linear light in
	 * its area.
	 *
	 * @param lightness L, 0 to 100, [x, y], its origin at 0; only read
	 * @param progress  asked whether to go on
	 * @return L, row by row
	 * @throws CancellationException when the caller cancels
	 */
	float[] reduced(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		AreaCover[] columns = covers(lightness, 0, width), rows = covers(lightness, 1, height);
		float[] reduced = new float[width * height];
		for (int from = 0; from < height; from += BLOCK) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			IntStream.range(from, Math.min(height, from + BLOCK)).parallel() //
				.forEach(y -> writeRow(lightness, columns, rows[y], reduced, y * width));
		}
		return reduced;
	}

	private static AreaCover[] covers(RandomAccessibleInterval<FloatType> image, int dimension, int count) {
		int length = Math.toIntExact(image.dimension(dimension));
		return AreaCover.of(0, (double) length / count, count, length);
	}

	private static void writeRow(RandomAccessibleInterval<FloatType> lightness, AreaCover[] columns, AreaCover rows, float[] reduced, int at) {
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
			reduced[at + x] = (float) Lab.lightnessOfLuminance(sums[x]);
	}

	private static double mean(double[] line, AreaCover cover) {
		double sum = 0;
		for (int i = 0; i < cover.shares().length; i++)
			sum += cover.shares()[i] * line[cover.first() + i];
		return sum;
	}
}
