package tintype.inspect.plain;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;

/** Several inputs as one. */
final class Merging {

	private Merging() {}

	static DoubleTensor merged(Demands demands, Operation.Merge operation, Rows rows) {
		List<DoubleTensor> inputs = demands.inputs();
		if (inputs.isEmpty() || operation.joined() == Joined.SUBTRACT && inputs.size() != 2) throw demands.refused("two inputs");
		if (inputs.stream().anyMatch(x -> x.shape().length != inputs.get(0).shape().length)) throw demands.refused("inputs with the same number of axes");
		if (operation.joined() == Joined.CONCATENATE) return concatenated(demands, operation.axis());
		DoubleTensor merged = demands.zeros(common(demands));
		DoubleBinaryOperator pair = pair(operation.joined());
		int count = operation.joined() == Joined.AVERAGE ? inputs.size() : 1;
		int[][] steps = inputs.stream().map(Merging::steps).toArray(int[][]::new);
		rows.blocks(merged.values().length, (from, to) -> {
			for (int i = from; i < to; i++) {
				double value = at(inputs, steps, 0, i, merged);
				for (int input = 1; input < steps.length; input++)
					value = pair.applyAsDouble(value, at(inputs, steps, input, i, merged));
				merged.values()[i] = value / count;
			}
		});
		return merged;
	}

	private static DoubleBinaryOperator pair(Joined joined) {
		return switch (joined) {
			case SUBTRACT -> (a, b) -> a - b;
			case MULTIPLY -> (a, b) -> a * b;
			case MAXIMUM -> Math::max;
			case MINIMUM -> Math::min;
			default -> Double::sum;
		};
	}

	/** The larger of each edge; the others must be 1. */
	private static int[] common(Demands demands) {
		int[] common = demands.inputs().get(0).shape().clone();
		for (DoubleTensor x : demands.inputs())
			for (int axis = 0; axis < common.length; axis++) {
				int size = x.shape()[axis];
				if (common[axis] == 1) common[axis] = size;
				else if (size != 1 && size != common[axis]) throw demands.refused("inputs of one shape, or with edges of 1");
			}
		return common;
	}

	/** Steps from neighbour to neighbour, 0 along an edge that is repeated. */
	private static int[] steps(DoubleTensor x) {
		int[] steps = Reshaping.strides(x.shape());
		for (int axis = 0; axis < steps.length; axis++)
			if (x.shape()[axis] == 1) steps[axis] = 0;
		return steps;
	}

	private static double at(List<DoubleTensor> inputs, int[][] steps, int input, int i, DoubleTensor merged) {
		return inputs.get(input).values()[Reshaping.place(i, merged.shape(), steps[input])];
	}

	private static DoubleTensor concatenated(Demands demands, int counted) {
		int[] shape = demands.inputs().get(0).shape().clone();
		int axis = counted < 0 ? counted + shape.length : counted;
		if (axis < 0 || axis >= shape.length) throw demands.refused("inputs with an axis " + counted);
		shape[axis] = 0;
		for (DoubleTensor x : demands.inputs())
			for (int i = 0; i < shape.length; i++)
				if (i == axis) shape[i] = Math.addExact(shape[i], x.shape()[i]);
				else if (x.shape()[i] != shape[i]) throw demands.refused("inputs that differ in axis " + counted + " only");
		DoubleTensor joined = demands.zeros(shape);
		int row = shape[axis] * Reshaping.strides(shape)[axis], first = 0;
		for (DoubleTensor x : demands.inputs()) {
			int part = x.shape()[axis] * Reshaping.strides(x.shape())[axis];
			for (int from = 0, to = first; part > 0 && from < x.values().length; from += part, to += row)
				System.arraycopy(x.values(), from, joined.values(), to, part);
			first += part;
		}
		return joined;
	}
}
