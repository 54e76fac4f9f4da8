package tintype.inspect.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Padding;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/** Whether the shapes of a layer's inputs fit, before anything is computed from them. */
record InputCheck(Layer layer, List<int[]> shapes) {

	/** More values would not fit into one array. */
	private static final long MOST = Integer.MAX_VALUE / Float.BYTES;

	/** @throws TintypeException if they do not, naming the layer, what it reads and what it was given */
	void run() {
		Operation operation = layer.operation();
		if (shapes.stream().flatMapToInt(Arrays::stream).anyMatch(edge -> edge == 0)) throw refused("one value or more");
		if (operation instanceof Operation.Merge merge) merged(merge);
		else if (shapes.size() != 1) throw refused("one input");
		else one(operation, shapes.get(0));
	}

	private void one(Operation operation, int[] shape) {
		if (operation instanceof Operation.Dense) last(shape, 2, axis("kernel", 0));
		else if (operation instanceof Operation.Convolution c) {
			last(image(shape, c.rank()), c.rank() + 2, axis("kernel", 2) * c.groups());
			window(shape, c.rank(), c.kernel(), c.dilation(), c.padding());
		}
		else if (operation instanceof Operation.DepthwiseConvolution c) {
			last(image(shape, c.rank()), c.rank() + 2, axis("depthwise_kernel", 2));
			window(shape, c.rank(), c.kernel(), c.dilation(), c.padding());
		}
		else if (operation instanceof Operation.SeparableConvolution c) {
			last(image(shape, c.rank()), c.rank() + 2, axis("depthwise_kernel", 2));
			window(shape, c.rank(), c.kernel(), c.dilation(), c.padding());
		}
		else if (operation instanceof Operation.TransposedConvolution c) {
			last(image(shape, c.rank()), c.rank() + 2, axis("kernel", 3));
			size(shape, c.filters(), c.stride()[0] + extent(c.kernel(), c.dilation(), 0), c.stride()[1] + extent(c.kernel(), c.dilation(), 1));
		}
		else if (operation instanceof Operation.Pooling p) {
			image(shape, p.rank());
			window(shape, p.rank(), p.window(), new int[] { 1, 1 }, p.padding());
		}
		else normalized(operation, shape);
	}

	private void normalized(Operation operation, int[] shape) {
		if (operation instanceof Operation.GlobalPooling) axes(shape, 3, "[image, y, x, channel] or [sequence, time, channel]");
		else if (operation instanceof Operation.BatchNormalization) last(shape, 2, axis("mean", 0));
		else if (operation instanceof Operation.LayerNormalization n) rows(shape, n.axes());
		else if (operation instanceof Operation.Recurrent) last(image(shape, 1), 3, axis("kernel", 0));
		else if (operation instanceof Operation.Dropout) axes(shape, 2, "[batch, ..., channel]");
		else moved(operation, shape);
	}

	private void moved(Operation operation, int[] shape) {
		if (operation instanceof Operation.Reshape r) {
			long count = Tensor.count(shape);
			if (Tensor.count(Reshaping.of(r).shape(shape[0], count)) != count) throw refused("as many values as [" + Shapes.text(r.shape()) + "] has");
		}
		else if (operation instanceof Operation.Permute p) {
			if (shape.length != p.axes().length + 1) throw refused(p.axes().length + 1 + " axes");
		}
		else if (operation instanceof Operation.RepeatVector r) {
			if (shape.length != 2) throw refused("[row, unit]");
			size(shape, shape[1], r.count(), 1);
		}
		else if (operation instanceof Operation.ZeroPadding p) edged(image(shape, p.rank()), p.rank(), p.edges(), 1);
		else if (operation instanceof Operation.Cropping c) edged(image(shape, c.rank()), c.rank(), c.edges(), -1);
		else if (operation instanceof Operation.Upsampling u) size(image(shape, u.rank()), shape[shape.length - 1], u.factor()[0], u.factor()[1]);
		else if (operation instanceof Operation.Embedding e && shape.length > 0) size(shape, 1, e.units(), 1);
	}

	private void merged(Operation.Merge merge) {
		boolean two = merge.joined() == Joined.SUBTRACT;
		if (shapes.isEmpty() || two && shapes.size() != 2) throw refused("two inputs");
		int[] common = shapes.get(0).clone();
		int joined = merge.joined() != Joined.CONCATENATE ? -1 : merge.axis() < 0 ? merge.axis() + common.length : merge.axis();
		if (merge.joined() == Joined.CONCATENATE && (joined < 0 || joined >= common.length)) throw refused("inputs with an axis " + merge.axis());
		for (int[] shape : shapes) {
			if (shape.length != common.length) throw refused("inputs with the same number of axes");
			for (int axis = 0; axis < common.length; axis++) {
				boolean repeated = joined < 0 && (common[axis] == 1 || shape[axis] == 1);
				if (axis != joined && !repeated && shape[axis] != common[axis])
					throw refused(joined < 0 ? "inputs of one shape, or with edges of 1" : "inputs that differ in axis " + merge.axis() + " only");
				common[axis] = Math.max(common[axis], shape[axis]);
			}
		}
	}

	/** The length of a weight along an axis. */
	private int axis(String key, int axis) {
		Tensor weight = layer.weight(key);
		return weight == null || weight.shape().length <= axis ? -1 : weight.shape()[axis];
	}

	/** So many axes at least, the last of this length unless it is -1. */
	private void last(int[] shape, int axes, int length) {
		String edges = IntStream.range(0, axes - 1).mapToObj(i -> "?, ").collect(Collectors.joining());
		if (shape.length < axes || length >= 0 && shape[shape.length - 1] != length) throw refused("[" + edges + Shapes.text(length) + "]");
	}

	private void axes(int[] shape, int least, String names) {
		if (shape.length < least) throw refused(names);
	}

	private int[] image(int[] shape, int rank) {
		if (shape.length != rank + 2) throw refused(rank == 1 ? "[sequence, time, channel]" : "[image, y, x, channel]");
		return shape;
	}

	private void rows(int[] shape, int axes) {
		Tensor gamma = layer.weight("gamma") == null ? layer.weight("beta") : layer.weight("gamma");
		axes(shape, axes + 1, "more than " + axes + " axes");
		int[] row = Arrays.copyOfRange(shape, shape.length - axes, shape.length);
		if (gamma != null && !Arrays.equals(row, gamma.shape())) throw refused("rows of [" + Shapes.text(gamma.shape()) + "]");
	}

	/** Whether a window without padding, or with edges, is no larger than the image, and what is laid around not too large. */
	private void window(int[] shape, int rank, int[] window, int[] dilation, Padding padding) {
		long tall = extent(window, dilation, 0), broad = rank == 1 ? 1 : extent(window, dilation, 1);
		boolean byRule = padding == Padding.Rule.SAME || padding == Padding.Rule.CAUSAL;
		if (byRule) sized(shape, shape[1] + tall, rank == 1 ? 1 : shape[2] + broad);
		Padding.Edges edges = padding instanceof Padding.Edges given ? given : new Padding.Edges(0, 0, 0, 0);
		long high = (long) shape[1] + edges.top() + edges.bottom(), wide = rank == 1 ? 1 : (long) shape[2] + edges.left() + edges.right();
		if (!byRule && (high < tall || wide < broad)) throw refused( //
			rank == 1 ? "sequences of " + tall + " times or more" : "images of " + tall + " x " + broad + " pixels or more");
		edged(shape, rank, edges, 1);
	}

	/** How far a window reaches along an axis, its gaps included. */
	private static long extent(int[] window, int[] dilation, int axis) {
		return (window[axis] - 1L) * dilation[axis] + 1;
	}

	/** Whether something is left of the image, and it does not become too large. @param sign 1 to add edges, -1 to take them away */
	private void edged(int[] shape, int rank, Padding.Edges edges, int sign) {
		long high = shape[1] + sign * ((long) edges.top() + edges.bottom());
		long wide = rank == 1 ? 1 : shape[2] + sign * ((long) edges.left() + edges.right());
		if (high < 1 || wide < 1) throw refused("more pixels than it cuts off");
		sized(shape, high, wide);
	}

	/** Whether so many pixels of the same channels fit into an array. */
	private void sized(int[] shape, long high, long wide) {
		if ((double) high * wide * shape[0] * shape[shape.length - 1] > MOST) throw refused("smaller images");
	}

	/** Whether what comes out is not too large. */
	private void size(int[] shape, long channels, long factorY, long factorX) {
		double places = 1;
		for (int axis = 0; axis < Math.max(1, shape.length - 1); axis++)
			places *= shape[axis];
		if (places * channels * factorY * factorX > MOST) throw refused("a smaller input");
	}

	private TintypeException refused(String wanted) {
		String given = shapes.stream().map(shape -> "[" + Shapes.text(shape) + "]").collect(Collectors.joining(" and "));
		return new TintypeException("Layer " + layer.name() + " reads " + wanted + ", but was given " + given + //
			": give an input of the shape that the network was made for.");
	}
}
