package tintype.inspect;

/**
 * A window moved along one axis.
 *
 * @param size     in pixels, holes of the dilation counted
 * @param stride   in pixels
 * @param before   zeros before the first pixel; -1 where the rule leaves it to the
 *                 image's size
 * @param after    zeros behind the last one, or -1
 */
record Window(int size, int stride, int before, int after) {

	/** Along y, or along x. */
	static Window of(int[] kernel, int[] stride, int[] dilation, Padding padding, boolean alongX) {
		int axis = alongX ? 1 : 0, size = (kernel[axis] - 1) * dilation[axis] + 1;
		if (padding instanceof Padding.Edges edges) return new Window(size, stride[axis], alongX ? edges.left() : edges.top(), alongX ? edges.right() : edges.bottom());
		return switch ((Padding.Rule) padding) {
			case VALID -> new Window(size, stride[axis], 0, 0);
			case CAUSAL -> new Window(size, stride[axis], size - 1, 0);
			case SAME -> new Window(size, stride[axis], -1, -1);
		};
	}

	/** How many places it has along an axis of this length; -1 if that is open. */
	int places(int length) {
		if (length < 0) return -1;
		if (before < 0) return (length + stride - 1) / stride;
		return Math.max(0, Math.floorDiv(length + before + after - size, stride) + 1);
	}

	/** The length that this transposed makes; -1 if that is open. @param added rows at the end, or -1 for what the padding implies */
	int transposed(int length, int added) {
		if (length < 0) return -1;
		if (added < 0) return before < 0 ? length * stride : length * stride + Math.max(size - stride, 0) - before - after;
		int cut = before < 0 ? 2 * (size / 2) : before + after;
		return (length - 1) * stride + size - cut + added;
	}

	/** Zeros before the first pixel of an axis of this length; of an open one as if the stride divided it. */
	int start(int length) {
		if (before >= 0) return before;
		int divided = length < 0 ? stride : length;
		return Math.max(0, ((divided + stride - 1) / stride - 1) * stride + size - divided) / 2;
	}
}
