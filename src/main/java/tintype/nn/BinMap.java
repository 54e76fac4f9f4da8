package tintype.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import tintype.color.AbGrid;
import tintype.color.AnnealedMean;

/**
 * A distribution over the bins of the ab plane for every cell of a regular
 * lattice that covers a picture.
 *
 * @param grid   the bins
 * @param width  in cells
 * @param height in cells
 * @param logits unnormalised log-probabilities [bin, y, x], x fastest; not copied
 */
public record BinMap(AbGrid grid, int width, int height, float[] logits) {

	/** Less than any probability that a float32 network can mean. */
	private static final double LEAST = 1e-30;

	/** Cells worked on at a time. */
	private static final int BLOCK = 256;

	/** Number of cells. */
	public int cells() {
		return width * height;
	}

	/** The probabilities [bin, y, x], new; those of a cell sum to 1. */
	public float[] probabilities() {
		float[] shares = new float[logits.length];
		inBlocks((from, to) -> writeProbabilities(from, to, shares));
		return shares;
	}

	private void writeProbabilities(int from, int to, float[] shares) {
		int cells = cells(), count = to - from;
		float[] highest = Arrays.copyOfRange(logits, from, to);
		for (int bin = cells; bin < logits.length; bin += cells)
			for (int cell = 0; cell < count; cell++)
				highest[cell] = Math.max(highest[cell], logits[bin + from + cell]);
		double[] sums = new double[count];
		for (int bin = 0; bin < logits.length; bin += cells)
			for (int cell = 0; cell < count; cell++) {
				double e = Math.exp(logits[bin + from + cell] - highest[cell]);
				shares[bin + from + cell] = (float) e;
				sums[cell] += e;
			}
		for (int bin = 0; bin < logits.length; bin += cells)
			for (int cell = 0; cell < count; cell++)
				shares[bin + from + cell] /= (float) sums[cell];
	}

	/** A range of cells. */
	private interface Cells {

		void accept(int from, int to);
	}

	/** Side by side; what becomes of a cell does not hang on how they are shared out. */
	private void inBlocks(Cells work) {
		int cells = cells(), blocks = (cells + BLOCK - 1) / BLOCK;
		IntStream.range(0, blocks).parallel().forEach(block -> work.accept(block * BLOCK, Math.min(cells, (block + 1) * BLOCK)));
	}

	/** The map of the mirrored picture. */
	BinMap mirrored() {
		float[] mirrored = new float[logits.length];
		for (int row = 0; row < logits.length; row += width)
			for (int x = 0; x < width; x++)
				mirrored[row + x] = logits[row + width - 1 - x];
		return new BinMap(grid, width, height, mirrored);
	}

	/**
	 * The mean of the distributions of several maps, cell by cell.
	 *
	 * @param maps of the same size and bins, at least one
	 */
	static BinMap mean(List<BinMap> maps) {
		BinMap first = maps.get(0);
		float[] sums = new float[first.logits.length];
		for (BinMap map : maps) {
			float[] shares = map.probabilities();
			for (int i = 0; i < sums.length; i++)
				sums[i] += shares[i];
		}
		return ofSums(first.grid, first.width, first.height, sums);
	}

	/**
	 * Distributions from probabilities that were summed up for each cell.
	 *
	 * @param sums [bin, y, x], at least 0; overwritten
	 */
	static BinMap ofSums(AbGrid grid, int width, int height, float[] sums) {
		IntStream.range(0, grid.size()).parallel().forEach(bin -> {
			for (int i = bin * width * height; i < (bin + 1) * width * height; i++)
				sums[i] = (float) Math.log(Math.max(LEAST, sums[i]));
		});
		return new BinMap(grid, width, height, sums);
	}

	/**
	 * The same distributions after other prior shares of the bins.
	 *
	 * @param offsets logarithms of the factors by which the bins become likelier; not
	 *                changed
	 */
	BinMap weighted(double[] offsets) {
		float[] weighted = logits.clone();
		for (int bin = 0, i = 0; bin < offsets.length; bin++)
			for (int end = i + cells(); i < end; i++)
				weighted[i] += (float) offsets[bin];
		return new BinMap(grid, width, height, weighted);
	}

	/**
	 * How undecided the distribution of each cell is: its entropy, the sum of
	 * -p log2 p (Shannon 1948).
	 *
	 * @return bits, row by row: 0 where one bin is certain, log2 of the number of bins
	 *         where all are equally likely
	 */
	float[] entropy() {
		float[] shares = probabilities();
		double[] nats = new double[cells()];
		for (int i = 0; i < shares.length; i++)
			if (shares[i] > 0) nats[i % nats.length] -= shares[i] * Math.log(shares[i]);
		float[] bits = new float[nats.length];
		for (int i = 0; i < bits.length; i++)
			bits[i] = (float) (nats[i] / Math.log(2));
		return bits;
	}

	/**
	 * The colours of the cells.
	 *
	 * @param saturation factor on a and b
	 */
	public ChromaMap decoded(AnnealedMean mean, double saturation) {
		float[] a = new float[cells()], b = new float[cells()];
		mean.ofLogits(logits, cells(), a, b);
		for (int i = 0; i < a.length; i++) {
			a[i] *= (float) saturation;
			b[i] *= (float) saturation;
		}
		return new ChromaMap(width, height, a, b);
	}
}
