package tintype.inspect.plain;

import java.util.Arrays;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;

/** The largest, the mean or the sum of what a window sees, channel by channel. */
final class Pooling {

	private static final int[] DENSE = { 1, 1 };

	private Pooling() {}

	/** Padding never counts, but for an average that was told to. */
	static DoubleTensor windows(Demands demands, Operation.Pooling operation, Rows rows) {
		Image x = demands.images(operation.rank());
		int[] size = operation.window();
		Windows windows = Windows.sliding(demands, x, size, operation.stride(), DENSE, operation.padding());
		Image pooled = demands.zeroImages(x.batch(), windows.y().places(), windows.x().places(), x.channels());
		rows.each(pooled.batch() * pooled.height(), row -> {
			int image = row / pooled.height(), placeY = row % pooled.height();
			for (int placeX = 0; placeX < pooled.width(); placeX++) {
				Pool pool = new Pool(operation.taken(), pooled.values(), pooled.index(image, placeY, placeX), x.channels());
				windows.each(x, image, placeY, placeX, (from, tap) -> pool.add(x.values(), from));
				pool.finish(operation.countPadding() ? size[0] * size[1] : pool.count);
			}
		});
		return pooled.tensor(operation.rank());
	}

	/** Over all axes between the batch and the channels. */
	static DoubleTensor global(Demands demands, Operation.GlobalPooling operation, Rows rows) {
		DoubleTensor x = demands.only(3, "[image, y, x, channel] or [sequence, time, channel]");
		int[] edges = x.shape();
		int batch = edges[0], channels = edges[edges.length - 1];
		int[] shape = { batch, channels };
		if (operation.keepEdges()) {
			shape = new int[edges.length];
			Arrays.fill(shape, 1);
			shape[0] = batch;
			shape[edges.length - 1] = channels;
		}
		DoubleTensor pooled = demands.zeros(shape);
		int sample = batch == 0 ? 0 : x.values().length / batch;
		rows.each(batch, row -> {
			Pool pool = new Pool(operation.taken(), pooled.values(), row * channels, channels);
			for (int from = row * sample; from < (row + 1) * sample; from += channels)
				pool.add(x.values(), from);
			pool.finish(pool.count);
		});
		return pooled;
	}

	/** What has been seen so far of one window. */
	private static final class Pool {

		private final Taken taken;
		private final double[] pooled;
		private final int to;
		private final int channels;
		private int count;

		Pool(Taken taken, double[] pooled, int to, int channels) {
			this.taken = taken;
			this.pooled = pooled;
			this.to = to;
			this.channels = channels;
		}

		void add(double[] values, int from) {
			for (int channel = 0; channel < channels; channel++) {
				double value = values[from + channel], before = pooled[to + channel];
				pooled[to + channel] = taken != Taken.MAX ? before + value : count == 0 ? value : Math.max(before, value);
			}
			count++;
		}

		void finish(int divisor) {
			if (taken == Taken.AVERAGE) for (int channel = 0; channel < channels; channel++)
				pooled[to + channel] /= divisor;
		}
	}
}
