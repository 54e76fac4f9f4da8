package tintype.inspect;

import java.util.Arrays;
import java.util.List;

import tintype.TintypeException;

/** The shape that leaves a layer, without the batch. Edges that are open stay so, as -1. */
final class OutputShape {

	private final Layer layer;
	private final int[] in;

	private OutputShape(Layer layer, int[] in) {
		this.layer = layer;
		this.in = in;
	}

	/**
	 * @param inputs one shape for each layer that it reads
	 * @return null for a layer that cannot be computed, or reads one
	 * @throws TintypeException if the shapes do not fit the layer
	 */
	static int[] of(Layer layer, List<int[]> inputs) {
		if (layer.operation() instanceof Operation.Input input) return input.shape();
		if (inputs.isEmpty() || inputs.stream().anyMatch(shape -> shape == null)) return null;
		if (layer.operation() instanceof Operation.Merge merge) return MergedShape.of(layer, merge, inputs);
		return new OutputShape(layer, inputs.get(0)).shape();
	}

	private int[] shape() {
		Operation operation = layer.operation();
		if (operation instanceof Operation.Unsupported) return null;
		if (operation instanceof Operation.Dense dense) return last(dense.units());
		if (operation instanceof Operation.Embedding embedding) return appended(embedding.units());
		if (operation instanceof Operation.Recurrent recurrent)
			return recurrent.sequences() ? last(recurrent.units()) : new int[] { recurrent.units() };
		if (operation instanceof Operation.Flatten) return new int[] { product() };
		if (operation instanceof Operation.Reshape reshape) return reshaped(reshape.shape());
		if (operation instanceof Operation.Permute permute) return permuted(permute.axes());
		if (operation instanceof Operation.RepeatVector repeat) return new int[] { repeat.count(), in[0] };
		if (operation instanceof Operation.GlobalPooling pooling) return pooled(pooling.keepEdges());
		return windowed(operation);
	}

	private int[] windowed(Operation operation) {
		if (operation instanceof Operation.Convolution c) return slid(c.rank(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.filters());
		if (operation instanceof Operation.SeparableConvolution c) return slid(c.rank(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.filters());
		if (operation instanceof Operation.DepthwiseConvolution c)
			return slid(c.rank(), c.kernel(), c.stride(), c.dilation(), c.padding(), c.multiplier() * channels());
		if (operation instanceof Operation.Pooling p) return slid(p.rank(), p.window(), p.stride(), new int[] { 1, 1 }, p.padding(), channels());
		if (operation instanceof Operation.TransposedConvolution c) return transposed(c);
		if (operation instanceof Operation.ZeroPadding p) return edged(p.rank(), p.edges(), 1);
		if (operation instanceof Operation.Cropping c) return edged(c.rank(), c.edges(), -1);
		if (operation instanceof Operation.Upsampling u) return scaled(u.rank(), u.factor());
		return in;
	}

	private int channels() {
		return in[in.length - 1];
	}

	private int[] slid(int rank, int[] kernel, int[] stride, int[] dilation, Padding padding, int filters) {
		require(rank + 1);
		int[] out = in.clone();
		for (int axis = 0; axis < rank; axis++) {
			out[axis] = Window.of(kernel, stride, dilation, padding, axis == 1).places(in[axis]);
			if (out[axis] == 0) throw new TintypeException("Layer " + layer.name() + " has a window larger than what it reads, " + Shapes.text(in) + //
				": give a larger image.");
		}
		out[rank] = filters;
		return out;
	}

	private int[] transposed(Operation.TransposedConvolution c) {
		require(c.rank() + 1);
		int[] out = in.clone();
		for (int axis = 0; axis < c.rank(); axis++) {
			int added = c.outputPadding() == null ? -1 : c.outputPadding()[axis];
			out[axis] = Window.of(c.kernel(), c.stride(), c.dilation(), c.padding(), axis == 1).transposed(in[axis], added);
		}
		out[c.rank()] = c.filters();
		return out;
	}

	private int[] edged(int rank, Padding.Edges edges, int sign) {
		require(rank + 1);
		int[] out = in.clone();
		int[] added = { edges.top() + edges.bottom(), edges.left() + edges.right() };
		for (int axis = 0; axis < rank; axis++)
			if (in[axis] >= 0) out[axis] = Math.max(0, in[axis] + sign * added[axis]);
		return out;
	}

	private int[] scaled(int rank, int[] factor) {
		require(rank + 1);
		int[] out = in.clone();
		for (int axis = 0; axis < rank; axis++)
			if (in[axis] >= 0) out[axis] = in[axis] * factor[axis];
		return out;
	}

	private int[] pooled(boolean keepEdges) {
		if (!keepEdges) return new int[] { channels() };
		int[] out = in.clone();
		Arrays.fill(out, 0, out.length - 1, 1);
		return out;
	}

	private int[] last(int units) {
		int[] out = in.clone();
		out[out.length - 1] = units;
		return out;
	}

	private int[] appended(int units) {
		int[] out = Arrays.copyOf(in, in.length + 1);
		out[in.length] = units;
		return out;
	}

	private int[] permuted(int[] axes) {
		require(axes.length);
		return Arrays.stream(axes).map(axis -> in[axis - 1]).toArray();
	}

	private int[] reshaped(int[] target) {
		int all = product(), known = 1, open = -1;
		for (int i = 0; i < target.length; i++)
			if (target[i] < 0) open = i;
			else known *= target[i];
		if (open < 0 && all >= 0 && known != all) throw misfit("a shape of " + known + " values");
		int[] out = target.clone();
		if (open >= 0 && all >= 0) out[open] = known == 0 ? 0 : all / known;
		return out;
	}

	/** Number of values that it reads; -1 if an edge is open. */
	private int product() {
		long product = 1;
		for (int size : in) {
			if (size < 0) return -1;
			product *= size;
			if (product > Integer.MAX_VALUE) throw misfit("at most " + Integer.MAX_VALUE + " values");
		}
		return (int) product;
	}

	private void require(int edges) {
		if (in.length != edges) throw misfit(edges + " edges");
	}

	private TintypeException misfit(String wanted) {
		return new TintypeException("Layer " + layer.name() + " wants " + wanted + ", but reads [" + Shapes.text(in) + "]: the file does not fit together.");
	}
}
