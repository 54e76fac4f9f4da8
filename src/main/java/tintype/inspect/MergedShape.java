package tintype.inspect;

import java.util.List;

import tintype.TintypeException;

/** The shape of several inputs made one. */
final class MergedShape {

	private MergedShape() {}

	/** @throws TintypeException if they do not fit together */
	static int[] of(Layer layer, Operation.Merge merge, List<int[]> inputs) {
		int[] out = inputs.get(0).clone();
		boolean concatenates = merge.joined() == Operation.Joined.CONCATENATE;
		int joined = merge.axis() < 0 ? out.length + merge.axis() : merge.axis() - 1;
		for (int[] shape : inputs.subList(1, inputs.size())) {
			if (shape.length != out.length) throw misfit(layer, inputs);
			for (int axis = 0; axis < out.length; axis++)
				if (concatenates && axis == joined) out[axis] = out[axis] < 0 || shape[axis] < 0 ? -1 : out[axis] + shape[axis];
				else out[axis] = together(layer, out[axis], shape[axis], concatenates, inputs);
		}
		return out;
	}

	private static int together(Layer layer, int a, int b, boolean exact, List<int[]> inputs) {
		if (a == b) return a;
		if (!exact && a == 1) return b;
		if (!exact && b == 1) return a;
		if (a < 0 || b < 0) return Math.max(a, b);
		throw misfit(layer, inputs);
	}

	private static TintypeException misfit(Layer layer, List<int[]> inputs) {
		return new TintypeException("Layer " + layer.name() + " cannot join [" + //
			String.join("] and [", inputs.stream().map(Shapes::text).toList()) + "]: give an image whose edges the network's strides divide.");
	}
}
