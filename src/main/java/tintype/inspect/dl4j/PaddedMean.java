package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;
import tintype.inspect.Phase;

/**
 * Sums of windows, and means over padding of any edges: zeros are laid around, the mean
 * is taken of all, and multiplied by the window's size over what is to be divided by.
 */
final class PaddedMean implements Kernel.OfOne {

	private final Operation.Pooling operation;

	/** Of the last size of images. */
	private Kernel.OfOne mean;
	private INDArray factors;
	private long height, width;

	PaddedMean(Operation.Pooling operation) {
		this.operation = operation;
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		prepare(x);
		INDArray means = mean.forward(x, phase);
		scale(means);
		return means;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		prepare(x);
		try (INDArray scaled = Plain.copy(ofOutput)) {
			scale(scaled);
			return mean.backward(x, scaled);
		}
	}

	/** In place. */
	private void scale(INDArray means) {
		int[] places = { 2, 3 };
		INDArray images = Plain.shaped(means, means.size(0), means.size(1), factors.size(0), factors.size(1));
		Nd4j.getExecutioner().exec(new BroadcastMulOp(images, factors, images, places));
	}

	private void prepare(INDArray x) {
		long high = x.size(2), wide = operation.rank() == 1 ? 1 : x.size(3);
		if (mean != null && high == height && wide == width) return;
		close();
		height = high;
		width = wide;
		int[] window = operation.window(), stride = operation.stride();
		int[] y = edges((int) high, 0), of = edges((int) wide, 1);
		mean = Pools.pool(operation, PoolingType.AVG, true, Slide.explicit(new Padding.Edges(y[0], y[1], of[0], of[1]), 0));
		double[] down = factors(((int) high + y[0] + y[1] - window[0]) / stride[0] + 1, (int) high, y[0], 0);
		double[] across = factors(((int) wide + of[0] + of[1] - window[1]) / stride[1] + 1, (int) wide, of[0], 1);
		float[] products = new float[down.length * across.length];
		for (int i = 0; i < products.length; i++)
			products[i] = (float) (down[i / across.length] * across[i % across.length]);
		factors = Nd4j.create(products, new long[] { down.length, across.length }, 'c');
	}

	/** Pixels before and after. */
	private int[] edges(int size, int axis) {
		int window = operation.window()[axis], stride = operation.stride()[axis];
		Padding padding = operation.padding();
		if (padding == Padding.Rule.VALID) return new int[] { 0, 0 };
		if (padding == Padding.Rule.CAUSAL) return new int[] { window - 1, 0 };
		if (padding == Padding.Rule.SAME) {
			int all = Math.max(((size - 1) / stride) * stride + window - size, 0);
			return new int[] { all / 2, all - all / 2 };
		}
		Padding.Edges edges = (Padding.Edges) padding;
		return axis == 0 ? new int[] { edges.top(), edges.bottom() } : new int[] { edges.left(), edges.right() };
	}

	/** For each place the window's length over that part of it that counts, or the length alone for a sum. */
	private double[] factors(int places, int size, int before, int axis) {
		int window = operation.window()[axis];
		double[] factors = new double[places];
		for (int place = 0; place < places; place++) {
			int from = place * operation.stride()[axis] - before;
			int inside = Math.min(size, from + window) - Math.max(0, from);
			boolean sum = operation.taken() == Taken.SUM;
			factors[place] = sum ? window : operation.countPadding() ? 1 : (double) window / Math.max(1, inside);
		}
		return factors;
	}

	@Override
	public void close() {
		if (mean != null) mean.close();
		if (factors != null) factors.close();
		mean = null;
		factors = null;
	}
}
