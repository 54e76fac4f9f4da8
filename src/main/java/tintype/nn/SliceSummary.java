package tintype.nn;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;

/**
 * What one slice of a series is like, in a few numbers: its shares of the bins, by
 * which its colours compare with another's, and a tiny grey picture, by which one
 * tells whether both show the same scene.
 *
 * @param shares    mean probability of each bin over the cells of the slice
 * @param thumbnail L, {@value #EDGE} x {@value #EDGE}, whatever the slice's shape
 */
record SliceSummary(double[] shares, float[] thumbnail) {

	/** Edge of the thumbnail. Coarse, so that a small pan or a moving thing changes it little. */
	private static final int EDGE = 16;

	/** Standard deviation in L below which a thumbnail is flat, that is shows nothing but noise. */
	private static final double FLAT = 1;

	/** How far the correlation may fall below 1 for a likeness of 0.61. Cuts fall by 0.4 and more, pans by less than 0.1. */
	private static final double CORRELATION_SIGMA = 0.12;

	/** Lab's lightness is 116 times the cube root of the light, less this; so light that is scaled scales L + 16. */
	static final double OFFSET = 16;

	/** @param probabilities [bin, y, x] */
	static SliceSummary of(RandomAccessibleInterval<FloatType> lightness, float[] probabilities, int bins, Progress progress) {
		int cells = probabilities.length / bins;
		double[] shares = new double[bins];
		for (int i = 0; i < probabilities.length; i++)
			shares[i / cells] += probabilities[i] / (double) cells;
		return new SliceSummary(shares, CellLightness.of(lightness, EDGE, EDGE, progress));
	}

	/**
	 * How much this and another slice look like the same scene, whatever the
	 * exposure: a Gaussian of what the correlation of the thumbnails lacks of 1.
	 *
	 * @return 0 (another scene) to 1 (the same)
	 */
	double likeness(SliceSummary other) {
		double mean = mean(thumbnail), otherMean = mean(other.thumbnail);
		double noise = FLAT * FLAT * thumbnail.length;
		double own = noise, others = noise, both = noise;
		for (int i = 0; i < thumbnail.length; i++) {
			double l = thumbnail[i] - mean, m = other.thumbnail[i] - otherMean;
			own += l * l;
			others += m * m;
			both += l * m;
		}
		double lack = Math.max(0, 1 - both / Math.sqrt(own * others)) / CORRELATION_SIGMA;
		return Math.exp(-lack * lack / 2);
	}

	private static double mean(float[] values) {
		double sum = 0;
		for (float value : values)
			sum += value;
		return sum / values.length;
	}

	/**
	 * How much more light this slice got than another one of the same scene.
	 *
	 * @return the factor on the other's L + 16, the median over the thumbnails
	 */
	double exposure(SliceSummary other) {
		double[] factors = new double[thumbnail.length];
		for (int i = 0; i < factors.length; i++)
			factors[i] = (thumbnail[i] + OFFSET) / (other.thumbnail[i] + OFFSET);
		Arrays.sort(factors);
		return factors[factors.length / 2];
	}
}
