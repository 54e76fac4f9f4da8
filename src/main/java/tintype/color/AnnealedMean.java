package tintype.color;

import java.util.Arrays;

import tintype.TintypeException;

/**
 * Annealed mean of Zhang et al. 2016, equation 5: the distribution over the
 * bins is sharpened, f_T(z) = exp(log z / T) / sum exp(log z / T), and its mean
 * taken over the centres of the bins. T = 1 is the mean, which tends to sepia;
 * T towards 0 is the mode, which tends to spots; the paper's choice is 0.38.
 * Safe for several threads.
 */
public final class AnnealedMean {

	/** Pixels worked on at a time: their sums stay in the first-level cache. */
	private static final int BLOCK = 512;

	private final AbGrid grid;
	private final double sharpness;
	private final float[] offsets;

	/**
	 * @param grid        bins whose logits come in
	 * @param temperature T, above 0 and at most 1
	 * @throws TintypeException if the temperature is out of range
	 */
	public AnnealedMean(AbGrid grid, double temperature) {
		this(grid, temperature, new double[grid.size()]);
	}

	/**
	 * As above, after other prior shares of the bins.
	 *
	 * @param offsets added to the logits of each bin: logarithms of the factors by
	 *                which the bins become likelier; not changed
	 */
	public AnnealedMean(AbGrid grid, double temperature, double[] offsets) {
		if (offsets.length != grid.size())
			throw new IllegalArgumentException(grid.size() + " bins can't have " + offsets.length + " offsets.");
		if (!(temperature > 0 && temperature <= 1))
			throw new TintypeException("Temperature must be above 0 and at most 1, but is " + temperature + "; choose e.g. 0.38.");
		this.grid = grid;
		// finite even where 1 / T overflows, as 0 times infinity is NaN
		this.sharpness = Math.min(1 / temperature, Double.MAX_VALUE);
		this.offsets = new float[offsets.length];
		for (int bin = 0; bin < offsets.length; bin++)
			this.offsets[bin] = (float) offsets[bin];
	}

	/**
	 * Decodes a picture from unnormalised log-probabilities. Adding a number to
	 * all logits of a pixel changes nothing; bins that tie for the largest
	 * share equally, however small T is. A logit of negative infinity excludes
	 * its bin; a pixel with a logit that is NaN or positive infinity, or with
	 * all bins excluded, gets NaN.
	 *
	 * @param logits plane by plane, [bin, pixel]: {@code logits[bin * pixels + i]};
	 *               not changed
	 * @param pixels number of pixels
	 * @param a      written: a of pixel i, 0 to pixels - 1
	 * @param b      written: b of pixel i, 0 to pixels - 1
	 * @throws IllegalArgumentException if an array is too short
	 */
	public void ofLogits(float[] logits, int pixels, float[] a, float[] b) {
		ofLogits(logits, pixels, a, b, 0);
	}

	/**
	 * As above, into parts of larger arrays.
	 *
	 * @param to index of the first pixel in a and b
	 */
	public void ofLogits(float[] logits, int pixels, float[] a, float[] b, int to) {
		if (pixels < 0 || logits.length < (long) grid.size() * pixels)
			throw new IllegalArgumentException(grid.size() + " bins of " + pixels + " pixels do not fit " + logits.length + " logits.");
		if (to < 0 || a.length - to < pixels || b.length - to < pixels)
			throw new IllegalArgumentException(pixels + " pixels from " + to + " on do not fit " + a.length + " a and " + b.length + " b.");
		float[] largest = new float[BLOCK], plane = new float[BLOCK];
		double[] weights = new double[BLOCK], sum = new double[BLOCK], sumA = new double[BLOCK], sumB = new double[BLOCK];
		for (int start = 0; start < pixels; start += BLOCK) {
			int length = Math.min(BLOCK, pixels - start);
			Arrays.fill(largest, Float.NEGATIVE_INFINITY);
			for (int bin = 0; bin < grid.size(); bin++) {
				System.arraycopy(logits, bin * pixels + start, plane, 0, length);
				raise(largest, plane, offsets[bin], length);
			}
			Arrays.fill(sum, 0);
			Arrays.fill(sumA, 0);
			Arrays.fill(sumB, 0);
			for (int bin = 0; bin < grid.size(); bin++) {
				System.arraycopy(logits, bin * pixels + start, plane, 0, length);
				sharpen(plane, offsets[bin], largest, sharpness, weights, length);
				FastExp.replace(weights, length);
				add(weights, grid.a(bin), grid.b(bin), sum, sumA, sumB, length);
			}
			for (int i = 0; i < length; i++) {
				a[to + start + i] = (float) (sumA[i] / sum[i]);
				b[to + start + i] = (float) (sumB[i] / sum[i]);
			}
		}
	}

	/** Math.max passes NaN on, which marks the pixel as undefined. */
	private static void raise(float[] largest, float[] plane, float offset, int length) {
		for (int i = 0; i < length; i++)
			largest[i] = Math.max(largest[i], plane[i] + offset);
	}

	private static void sharpen(float[] plane, float offset, float[] largest, double sharpness, double[] out, int length) {
		for (int i = 0; i < length; i++)
			out[i] = ((double) (plane[i] + offset) - largest[i]) * sharpness;
	}

	private static void add(double[] weights, double a, double b, double[] sum, double[] sumA, double[] sumB, int length) {
		for (int i = 0; i < length; i++) {
			sum[i] += weights[i];
			sumA[i] += weights[i] * a;
			sumB[i] += weights[i] * b;
		}
	}
}
