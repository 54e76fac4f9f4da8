package tintype.nn;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.nd4j.linalg.dataset.DataSet;

import tintype.color.AbGrid;
import tintype.color.SoftEncoding;

/**
 * The training target of Zhang, Isola &amp; Efros 2016, equations 2 to 4: cross
 * entropy between the predicted distribution over bins and the soft code of the
 * true colour, each pixel weighted by the rarity of its colour.
 * <p>
 * The network's own loss layer computes softmax and cross entropy; this class
 * writes what it needs. The weight of a pixel goes into the label mask: soft
 * codes themselves must sum to 1, or the loss layer's gradient is wrong. The mask is also divided by
 * the number of pixels of a patch, so that the score is the mean over all pixels
 * of a batch and a learning rate does not depend on sizes.
 */
public final class RebalancedCrossEntropy {

	/** Pixels worked on at a time: their sums stay in the first-level cache. */
	private static final int BLOCK = 1024;

	private final AbGrid grid;
	private final SoftEncoding code;
	private final double[] weights;

	/**
	 * @param grid    the Q bins
	 * @param code    soft code over these bins
	 * @param weights of the bins, mean 1 under the prior (see
	 *                {@link tintype.color.Rebalance}); not copied
	 */
	public RebalancedCrossEntropy(AbGrid grid, SoftEncoding code, double[] weights) {
		if (weights.length != grid.size()) throw new IllegalArgumentException( //
			"There are " + grid.size() + " bins but " + weights.length + " weights");
		this.grid = grid;
		this.code = code;
		this.weights = weights;
	}

	/**
	 * Writes a batch of patches as tensors.
	 *
	 * @param lightness per patch, what the network reads: L, row by row
	 * @param a         per patch, the true colours of what it yields, row by row
	 * @param b         as {@code a}
	 * @param edge      of a patch in pixels or cells that have a colour
	 * @param outer     edge of a patch in pixels that have a lightness
	 * @return features [batch, 1, outer, outer], labels [batch, Q, edge, edge], label
	 *         mask [batch, 1, edge, edge]; all to be closed by the caller
	 */
	public DataSet batch(float[][] lightness, float[][] a, float[][] b, int edge, int outer) {
		int patches = lightness.length;
		int pixels = edge * edge;
		float[] features = new float[patches * outer * outer];
		float[] labels = new float[patches * grid.size() * pixels];
		float[] mask = new float[patches * pixels];
		for (int p = 0; p < patches; p++) {
			for (int i = 0; i < outer * outer; i++)
				features[p * outer * outer + i] = Tensors.scaled(lightness[p][i]);
			encode(a[p], b[p], labels, p * grid.size() * pixels, mask, p * pixels);
		}
		return new DataSet( //
			Tensors.of(features, patches, 1, outer, outer), //
			Tensors.of(labels, patches, grid.size(), edge, edge), //
			null, Tensors.of(mask, patches, 1, edge, edge));
	}

	private void encode(float[] a, float[] b, float[] labels, int labelsAt, float[] mask, int maskAt) {
		int pixels = a.length;
		int[] bins = new int[code.neighbours()];
		float[] shares = new float[code.neighbours()];
		for (int i = 0; i < pixels; i++) {
			code.encode(a[i], b[i], bins, shares);
			for (int k = 0; k < bins.length; k++)
				labels[labelsAt + bins[k] * pixels + i] = shares[k];
			mask[maskAt + i] = (float) weights[bins[0]] / pixels;
		}
	}

	/**
	 * The loss of a picture whose logits are known.
	 *
	 * @param logits [bin, pixel], pixel fastest
	 * @param a      true a per pixel
	 * @param b      true b per pixel
	 * @return sum over the pixels, in nats; the mean is what a batch's score is
	 */
	public double sum(float[] logits, float[] a, float[] b) {
		int blocks = (a.length + BLOCK - 1) / BLOCK;
		double[] sums = new double[blocks];
		IntStream.range(0, blocks).parallel().forEach(block -> //
			sums[block] = sum(block * BLOCK, Math.min(a.length, (block + 1) * BLOCK), logits, a, b));
		return DoubleStream.of(sums).sum();
	}

	private double sum(int from, int to, float[] logits, float[] a, float[] b) {
		double[] logSums = logSums(from, to, a.length, logits);
		int[] bins = new int[code.neighbours()];
		float[] shares = new float[code.neighbours()];
		double sum = 0;
		for (int i = from; i < to; i++) {
			code.encode(a[i], b[i], bins, shares);
			double entropy = 0;
			for (int k = 0; k < bins.length; k++)
				entropy += shares[k] * (logSums[i - from] - logits[bins[k] * a.length + i]);
			sum += weights[bins[0]] * entropy;
		}
		return sum;
	}

	/** Log of the sum of exponentials per pixel, bin by bin in the order of the memory. */
	private double[] logSums(int from, int to, int pixels, float[] logits) {
		float[] highest = Arrays.copyOfRange(logits, from, to);
		for (int q = 1; q < grid.size(); q++)
			for (int i = from; i < to; i++)
				highest[i - from] = Math.max(highest[i - from], logits[q * pixels + i]);
		double[] sums = new double[to - from];
		for (int q = 0; q < grid.size(); q++)
			for (int i = from; i < to; i++)
				sums[i - from] += Math.exp(logits[q * pixels + i] - highest[i - from]);
		for (int i = 0; i < sums.length; i++)
			sums[i] = highest[i] + Math.log(sums[i]);
		return sums;
	}
}
