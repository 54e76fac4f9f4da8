package tintype.inspect.plain;

import java.util.Arrays;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/** What moves values about and changes none. */
final class Reshaping {

	private Reshaping() {}

	static DoubleTensor flatten(Demands demands) {
		DoubleTensor x = demands.only(1, "a batch");
		int batch = x.shape()[0];
		return new DoubleTensor(new int[] { batch, batch == 0 ? 0 : x.values().length / batch }, x.values());
	}

	static DoubleTensor reshape(Demands demands, Operation.Reshape operation) {
		DoubleTensor x = demands.only(1, "a batch");
		int[] shape = new int[operation.shape().length + 1];
		shape[0] = x.shape()[0];
		System.arraycopy(operation.shape(), 0, shape, 1, operation.shape().length);
		long known = Arrays.stream(shape).filter(size -> size >= 0).asLongStream().reduce(1, Math::multiplyExact);
		for (int i = 0; i < shape.length; i++)
			if (shape[i] < 0) shape[i] = known == 0 ? 0 : (int) (x.values().length / known);
		if (Tensor.count(shape) != x.values().length) throw demands.refused("as many values as [" + Shapes.text(operation.shape()) + "] holds");
		return new DoubleTensor(shape, x.values());
	}

	static DoubleTensor permute(Demands demands, Operation.Permute operation, Rows rows) {
		DoubleTensor x = demands.only();
		int axes = operation.axes().length + 1;
		if (x.shape().length != axes) throw demands.refused(axes + " axes");
		int[] shape = x.shape().clone(), stride = strides(x.shape());
		int[] step = stride.clone();
		for (int i = 1; i < axes; i++) {
			shape[i] = x.shape()[operation.axes()[i - 1]];
			step[i] = stride[operation.axes()[i - 1]];
		}
		DoubleTensor permuted = demands.zeros(shape);
		rows.blocks(permuted.values().length, (from, to) -> {
			for (int i = from; i < to; i++)
				permuted.values()[i] = x.values()[place(i, shape, step)];
		});
		return permuted;
	}

	/** How far apart neighbours along each axis lie. */
	static int[] strides(int[] shape) {
		int[] strides = new int[shape.length];
		for (int i = shape.length - 1, stride = 1; i >= 0; stride *= shape[i--])
			strides[i] = stride;
		return strides;
	}

	/** Where the value of place {@code i} of a tensor of this shape lies in another, whose neighbours are so far apart. */
	static int place(int i, int[] shape, int[] step) {
		int place = 0;
		for (int axis = shape.length - 1, rest = i; axis >= 0; rest /= shape[axis--])
			place += rest % shape[axis] * step[axis];
		return place;
	}

	static DoubleTensor repeat(Demands demands, Operation.RepeatVector operation) {
		DoubleTensor x = demands.only();
		if (x.shape().length != 2) throw demands.refused("[row, unit]");
		int units = x.shape()[1], count = operation.count();
		DoubleTensor repeated = demands.zeros(x.shape()[0], count, units);
		for (int row = 0; row < x.shape()[0] * count; row++)
			System.arraycopy(x.values(), row / count * units, repeated.values(), row * units, units);
		return repeated;
	}

	static DoubleTensor pad(Demands demands, Operation.ZeroPadding operation) {
		Padding.Edges edges = operation.edges();
		return moved(demands, operation.rank(), edges.top(), edges.bottom(), edges.left(), edges.right());
	}

	static DoubleTensor crop(Demands demands, Operation.Cropping operation) {
		Padding.Edges edges = operation.edges();
		return moved(demands, operation.rank(), -edges.top(), -edges.bottom(), -edges.left(), -edges.right());
	}

	/** With so many more pixels of 0 at each edge, or fewer pixels where negative. */
	private static DoubleTensor moved(Demands demands, int rank, int top, int bottom, int left, int right) {
		Image x = demands.images(rank);
		int height = x.height() + top + bottom, width = x.width() + left + right;
		if (height < 1 || width < 1) throw demands.refused("more pixels than it cuts off");
		Image moved = demands.zeroImages(x.batch(), height, width, x.channels());
		for (int image = 0; image < x.batch(); image++)
			for (int row = Math.max(0, -top); row < Math.min(x.height(), height - top); row++) {
				int first = Math.max(0, -left), count = Math.min(x.width(), width - left) - first;
				System.arraycopy(x.values(), x.index(image, row, first), moved.values(), moved.index(image, row + top, first + left), count * x.channels());
			}
		return moved.tensor(rank);
	}
}
