package tintype.nn;

import java.util.stream.IntStream;

import tintype.nn.winograd.Curve;

/**
 * Batch normalisation of maps and the curve after it, as {@link BatchNormKernel} says. A
 * channel is read twice each way, the second time mostly from the cache, and written once.
 * Channels are divided among the cores.
 *
 * @param gains      gamma, [channel]
 * @param offsets    beta, [channel]
 * @param means      by which it normalises, [channel]; those of the batch after training forwards
 * @param variances  biased, likewise
 * @param deviations with epsilon, [channel]; filled on the way forward
 */
record MapNormalization(float[] gains, float[] offsets, float[] means, float[] variances, double[] deviations) {

	/** More than one per core, as a core may be busy elsewhere. */
	private static final int PARTS_PER_CORE = 4;

	/** With fewer values, waking other threads takes longer than they save. */
	private static final int FEWEST_FOR_CORES = 1 << 18;

	/** @param y filled; may be x */
	void forward(ChannelValues x, boolean training, double epsilon, Curve curve, ChannelValues y) {
		forChannels(x, (channel, block) -> {
			if (training) moments(x, channel, block);
			deviations[channel] = Math.sqrt(variances[channel] + epsilon);
			float scale = (float) (gains[channel] / deviations[channel]);
			for (int i = 0; i < x.count; i += Block.SIZE) {
				int n = x.get(channel, i, block.x);
				Block.scale(block.x, n, means[channel], scale, offsets[channel]);
				curve.apply(block.x, 0, n);
				y.put(channel, i, block.x, n);
			}
		});
	}

	/**
	 * Mean and variance of a channel from those of its blocks (Chan, Golub &amp;
	 * LeVeque 1983), so that nothing cancels where the mean is large.
	 */
	private void moments(ChannelValues x, int channel, Block block) {
		double mean = 0, squares = 0;
		for (int i = 0; i < x.count; i += Block.SIZE) {
			int n = x.get(channel, i, block.x);
			double own = block.sum(block.x, n) / n;
			float center = (float) own;
			Block.center(block.x, n, center);
			Block.multiply(block.x, block.x, n, block.product);
			double ownSquares = block.sum(block.product, n) - n * (own - center) * (own - center);
			double share = (double) n / (i + n);
			squares += ownSquares + (own - mean) * (own - mean) * share * i;
			mean += (own - mean) * share;
		}
		means[channel] = (float) mean;
		variances[channel] = (float) Math.max(0, squares / x.count);
	}

	/**
	 * The way back, after training forwards.
	 *
	 * @param curve  of the way forward
	 * @param dy     of what that yielded; overwritten if the curve changes anything
	 * @param dGamma [channel], filled
	 * @param dBeta  [channel], filled
	 * @param dx     filled; may be dy
	 */
	void back(ChannelValues x, Curve curve, ChannelValues dy, double[] dGamma, double[] dBeta, ChannelValues dx) {
		forChannels(x, (channel, block) -> {
			double ofGamma = 0, ofBeta = 0;
			for (int i = 0; i < x.count; i += Block.SIZE) {
				if (curve != Curve.IDENTITY) back(curve, x, dy, channel, i, block);
				int n = centered(x, dy, channel, i, block);
				Block.multiply(block.x, block.dy, n, block.product);
				ofBeta += block.sum(block.dy, n);
				ofGamma += block.sum(block.product, n) / deviations[channel];
			}
			dGamma[channel] = ofGamma;
			dBeta[channel] = ofBeta;
			double scale = gains[channel] / deviations[channel];
			float slope = (float) (-scale * ofGamma / deviations[channel] / x.count);
			float offset = (float) (-scale * ofBeta / x.count);
			for (int i = 0; i < x.count; i += Block.SIZE) {
				int n = centered(x, dy, channel, i, block);
				Block.combine(block.dy, block.x, n, (float) scale, slope, offset);
				dx.put(channel, i, block.dy, n);
			}
		});
	}

	/** Works out once more what the curve saw: that costs less than to keep it. */
	private void back(Curve curve, ChannelValues x, ChannelValues dy, int channel, int from, Block block) {
		int n = x.get(channel, from, block.x);
		Block.scale(block.x, n, means[channel], (float) (gains[channel] / deviations[channel]), offsets[channel]);
		curve.apply(block.x, 0, n);
		dy.get(channel, from, block.dy);
		curve.back(block.x, block.dy, null, n);
		dy.put(channel, from, block.dy, n);
	}

	private int centered(ChannelValues x, ChannelValues dy, int channel, int from, Block block) {
		int n = x.get(channel, from, block.x);
		dy.get(channel, from, block.dy);
		Block.center(block.x, n, means[channel]);
		return n;
	}

	private interface ChannelTask {

		void run(int channel, Block scratch);
	}

	/** Runs the task once for each channel, on all cores if that pays, with scratch memory of the thread's own. */
	private void forChannels(ChannelValues x, ChannelTask task) {
		int count = gains.length, parts = Math.min(count, PARTS_PER_CORE * Runtime.getRuntime().availableProcessors());
		IntStream all = IntStream.range(0, parts);
		((long) x.count * count < FEWEST_FOR_CORES ? all : all.parallel()).forEach(part -> {
			Block scratch = new Block();
			for (int channel = part; channel < count; channel += parts)
				task.run(channel, scratch);
		});
	}
}
