package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.List;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Tensor;

/** Layers with a window that moves: all paddings, with strides and gaps, on images of even and odd edges. */
final class WindowCases {

	private static final int CHANNELS = 3;

	private static final List<Padding> PADDINGS = List.of(Rule.VALID, Rule.SAME, Rule.CAUSAL, new Padding.Edges(1, 1, 2, 2), new Padding.Edges(2, 0, 1, 3));

	/** Window, stride, dilation: {y, x} each. */
	private static final int[][][] WINDOWS = { { { 3, 3 }, { 1, 1 }, { 1, 1 } }, { { 3, 3 }, { 2, 2 }, { 1, 1 } }, { { 2, 4 }, { 3, 1 }, { 1, 1 } },
		{ { 1, 1 }, { 2, 2 }, { 1, 1 } }, { { 3, 2 }, { 1, 1 }, { 2, 3 } }, { { 2, 2 }, { 2, 3 }, { 1, 1 } } };

	private static final int[][] SIZES = { { 8, 9 }, { 11, 8 } };

	private final List<Case> cases = new ArrayList<>();

	static List<Case> all() {
		WindowCases made = new WindowCases();
		for (Padding padding : PADDINGS)
			for (int[][] window : WINDOWS) {
				for (int[] size : SIZES)
					made.images(padding, window, Case.random(2, size[0], size[1], CHANNELS));
				made.sequences(padding, window, Case.random(2, 10, CHANNELS));
			}
		return made.cases;
	}

	private void images(Padding padding, int[][] w, Tensor x) {
		convolution(2, padding, w, x, 4, 1);
		convolution(2, padding, w, x, 6, 3);
		transposed(2, padding, w, x, null);
		if (w[1][0] > 1) transposed(2, padding, w, x, new int[] { 1, 0 });
		depthwise(2, padding, w, x, 1);
		depthwise(2, padding, w, x, 2);
		separable(2, padding, w, x);
		pools(2, padding, w, x);
	}

	private void sequences(Padding padding, int[][] w, Tensor x) {
		if (padding instanceof Padding.Edges edges) padding = new Padding.Edges(edges.top(), edges.bottom(), 0, 0);
		int[][] flat = { { w[0][0], 1 }, { w[1][0], 1 }, { w[2][0], 1 } };
		convolution(1, padding, flat, x, 5, 1);
		transposed(1, padding, flat, x, null);
		depthwise(1, padding, flat, x, 2);
		separable(1, padding, flat, x);
		pools(1, padding, flat, x);
	}

	private void convolution(int rank, Padding padding, int[][] w, Tensor x, int filters, int groups) {
		cases.add(Case.of(new Operation.Convolution(rank, filters, w[0], w[1], w[2], padding, groups), x, //
			"kernel", Case.random(w[0][0], w[0][1], CHANNELS / groups, filters), "bias", groups > 1 ? null : Case.random(filters)));
	}

	private void transposed(int rank, Padding padding, int[][] w, Tensor x, int[] outputPadding) {
		cases.add(Case.of(new Operation.TransposedConvolution(rank, 4, w[0], w[1], w[2], padding, outputPadding), x, //
			"kernel", Case.random(w[0][0], w[0][1], 4, CHANNELS), "bias", Case.random(4)));
	}

	private void depthwise(int rank, Padding padding, int[][] w, Tensor x, int multiplier) {
		cases.add(Case.of(new Operation.DepthwiseConvolution(rank, multiplier, w[0], w[1], w[2], padding), x, //
			"depthwise_kernel", Case.random(w[0][0], w[0][1], CHANNELS, multiplier), "bias", multiplier > 1 ? null : Case.random(CHANNELS)));
	}

	private void separable(int rank, Padding padding, int[][] w, Tensor x) {
		cases.add(Case.of(new Operation.SeparableConvolution(rank, 5, 2, w[0], w[1], w[2], padding), x, //
			"depthwise_kernel", Case.random(w[0][0], w[0][1], CHANNELS, 2), "pointwise_kernel", Case.random(1, 1, 2 * CHANNELS, 5), "bias", Case.random(5)));
	}

	/** Where no window lies beside the image. */
	private void pools(int rank, Padding padding, int[][] w, Tensor x) {
		if (w[2][0] > 1 || padding instanceof Padding.Edges && (w[0][0] < 3 || rank == 2 && w[0][1] < 4)) return;
		for (Taken taken : Taken.values())
			for (boolean counting : taken == Taken.AVERAGE ? new boolean[] { false, true } : new boolean[] { false })
				cases.add(Case.of(new Operation.Pooling(rank, taken, w[0], w[1], padding, counting), x));
	}
}
