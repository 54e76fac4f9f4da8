package tintype.inspect.plain;

import tintype.inspect.Padding;

/** How a window moves along one edge of an image: which pixel each of its taps meets at each place. */
sealed interface Axis {

	/** Number of places, which is the edge of what comes out. */
	int places();

	/** Taps of the window. */
	int window();

	/** The pixel that a tap meets at a place, or -1 if there is none. */
	int at(int place, int tap);

	/** A window that slides over pixels: pixel = place * stride + tap * dilation - before. */
	record Sliding(int size, int window, int stride, int dilation, int before, int places) implements Axis {

		/**
		 * @param size     pixels along the edge
		 * @param vertical whether the edge is y
		 */
		static Sliding of(int size, int window, int stride, int dilation, Padding padding, boolean vertical) {
			int extent = (window - 1) * dilation + 1;
			int rounded = Math.floorDiv(size + stride - 1, stride);
			if (padding == Padding.Rule.SAME) {
				int around = Math.max((rounded - 1) * stride + extent - size, 0);
				return new Sliding(size, window, stride, dilation, around / 2, rounded);
			}
			if (padding == Padding.Rule.CAUSAL) return new Sliding(size, window, stride, dilation, extent - 1, rounded);
			int before = leading(padding, vertical);
			int places = Math.floorDiv(size + before + trailing(padding, vertical) - extent, stride) + 1;
			return new Sliding(size, window, stride, dilation, before, places);
		}

		@Override
		public int at(int place, int tap) {
			int pixel = place * stride + tap * dilation - before;
			return pixel >= 0 && pixel < size ? pixel : -1;
		}
	}

	/** The sliding backwards: the tap meets a pixel if sliding from that pixel's place would have met this one. */
	record Transposed(int size, int window, int stride, int dilation, int before, int places) implements Axis {

		/**
		 * What comes out has a size from which {@link Sliding} makes {@code size} places.
		 * The smallest such is (size - 1) stride + extent - padding; without
		 * {@code outputPadding} there is stride * size for SAME, and as much as the stride
		 * reaches for VALID, as Keras has it.
		 *
		 * @param size          pixels along the edge
		 * @param outputPadding pixels added to the smallest, or -1 for the rule's own
		 */
		static Transposed of(int size, int window, int stride, int dilation, Padding padding, int outputPadding, boolean vertical) {
			int extent = (window - 1) * dilation + 1;
			int reach = (size - 1) * stride + extent;
			if (padding == Padding.Rule.SAME) {
				int places = outputPadding < 0 ? size * stride : reach - extent / 2 * 2 + outputPadding;
				return new Transposed(size, window, stride, dilation, Math.max(reach - places, 0) / 2, places);
			}
			int before = padding == Padding.Rule.CAUSAL ? extent - 1 : leading(padding, vertical);
			int own = padding == Padding.Rule.VALID ? Math.max(stride - extent, 0) : 0;
			int places = reach - before - trailing(padding, vertical) + (outputPadding < 0 ? own : outputPadding);
			return new Transposed(size, window, stride, dilation, before, places);
		}

		@Override
		public int at(int place, int tap) {
			int strides = place + before - tap * dilation;
			return strides >= 0 && strides % stride == 0 && strides / stride < size ? strides / stride : -1;
		}
	}

	private static int leading(Padding padding, boolean vertical) {
		return padding instanceof Padding.Edges edges ? vertical ? edges.top() : edges.left() : 0;
	}

	private static int trailing(Padding padding, boolean vertical) {
		return padding instanceof Padding.Edges edges ? vertical ? edges.bottom() : edges.right() : 0;
	}
}
