package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;

import tintype.inspect.Padding;

/**
 * How padding is told to DeepLearning4J, which knows SAME, and edges that are the
 * same on both sides.
 *
 * @param mode   of the layer
 * @param edges  {y, x}, laid by the layer on both sides
 * @param border laid before the layer, or null if it needs none
 */
record Slide(ConvolutionMode mode, int[] edges, Border border) {

	private static final int[] NONE = { 0, 0 };

	/**
	 * @param extent {y, x} that the window covers, its gaps included
	 * @param fill   of a border
	 */
	static Slide of(Padding padding, int[] extent, double fill) {
		if (padding == Padding.Rule.SAME) return new Slide(ConvolutionMode.Same, NONE, null);
		if (padding == Padding.Rule.VALID) return new Slide(ConvolutionMode.Truncate, NONE, null);
		if (padding == Padding.Rule.CAUSAL) return explicit(new Padding.Edges(extent[0] - 1, 0, extent[1] - 1, 0), fill);
		Padding.Edges edges = (Padding.Edges) padding;
		if (edges.top() != edges.bottom() || edges.left() != edges.right()) return explicit(edges, fill);
		return new Slide(ConvolutionMode.Truncate, new int[] { edges.top(), edges.left() }, null);
	}

	/** All edges laid before the layer. */
	static Slide explicit(Padding.Edges edges, double fill) {
		return new Slide(ConvolutionMode.Truncate, NONE, new Border(edges.top(), edges.bottom(), edges.left(), edges.right(), fill));
	}

	/** The kernel with the border before it. */
	Kernel.OfOne before(Kernel.OfOne kernel) {
		return border == null ? kernel : new Chain(border, kernel);
	}

	/** {y, x} that a window covers. */
	static int[] extent(int[] window, int[] dilation) {
		return new int[] { (window[0] - 1) * dilation[0] + 1, (window[1] - 1) * dilation[1] + 1 };
	}
}
