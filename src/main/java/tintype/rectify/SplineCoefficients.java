package tintype.rectify;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import tintype.Progress;

/**
 * What cubic B-splines are multiplied with so that their sum runs through all pixels of
 * a picture that goes on beyond its edges as in a mirror. Found without approximation by
 * a recursive filter forth and back along rows, then columns: Unser, Aldroubi and Eden,
 * B-spline signal processing: part II, IEEE Trans. Signal Processing 41 (1993).
 * <p>
 * One NaN or infinite pixel would spoil all of a picture, so each is replaced by the
 * last good one before it in its row; {@link SplineSampler} says NaN there.
 */
final class SplineCoefficients implements Taps {

	/** Columns that are filtered together, as a row of the cache holds some. */
	private static final int TOGETHER = 16;

	private final int width;
	private final int height;

	/** [channel][y, x], in single precision: 6e-8 of a value. */
	private final float[][] coefficients;

	/** Whether a pixel was replaced. */
	private volatile boolean mended;

	private SplineCoefficients(int width, int height, int channels) {
		this.width = width;
		this.height = height;
		coefficients = new float[channels][width * height];
	}

	/** @throws CancellationException when the caller cancels */
	static SplineCoefficients of(Taps picture, Progress progress) {
		SplineCoefficients found = new SplineCoefficients(picture.width(), picture.height(), picture.channels());
		int channels = picture.channels(), bands = (found.width + TOGETHER - 1) / TOGETHER, rows = (found.height + TOGETHER - 1) / TOGETHER;
		Steps steps = new Steps((long) channels * (rows + bands), progress);
		for (int channel = 0; channel < channels; channel++) {
			int c = channel;
			IntStream.range(0, rows).parallel().forEach(k -> {
				steps.check();
				found.filterRows(picture, c, k * TOGETHER);
				steps.finished();
			});
			IntStream.range(0, bands).parallel().forEach(k -> {
				steps.check();
				found.filterColumns(c, k * TOGETHER);
				steps.finished();
			});
		}
		return found;
	}

	private void filterRows(Taps picture, int channel, int first) {
		double[] line = new double[width];
		for (int y = first; y < Math.min(height, first + TOGETHER); y++) {
			load(picture, channel, y, line);
			SplineFilter.apply(line);
			for (int x = 0; x < width; x++)
				coefficients[channel][y * width + x] = (float) line[x];
		}
	}

	/** Leaves no value that is not finite: before the first good one in a row stands that one. */
	private void load(Taps picture, int channel, int y, double[] line) {
		for (int x = 0; x < width; x++)
			line[x] = picture.value(channel, y * width + x);
		double last = Arrays.stream(line).filter(Double::isFinite).findFirst().orElse(0);
		for (int x = 0; x < width; x++) {
			if (Double.isFinite(line[x])) last = line[x];
			else mended = true;
			line[x] = last;
		}
	}

	private void filterColumns(int channel, int first) {
		int columns = Math.min(TOGETHER, width - first);
		double[][] lines = new double[columns][height];
		float[] pixels = coefficients[channel];
		for (int y = 0; y < height; y++)
			for (int k = 0; k < columns; k++)
				lines[k][y] = pixels[y * width + first + k];
		for (double[] line : lines)
			SplineFilter.apply(line);
		for (int y = 0; y < height; y++)
			for (int k = 0; k < columns; k++)
				pixels[y * width + first + k] = (float) lines[k][y];
	}

	/** Whether there were pixels that were not finite. */
	boolean mended() {
		return mended;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int channels() {
		return coefficients.length;
	}

	@Override
	public void patch(int x, int y, int side, double[] into) {
		int i = 0;
		for (float[] channel : coefficients)
			for (int row = y; row < y + side; row++)
				for (int k = row * width + x, end = k + side; k < end; k++)
					into[i++] = channel[k];
	}

	@Override
	public double value(int channel, int index) {
		return coefficients[channel][index];
	}
}
