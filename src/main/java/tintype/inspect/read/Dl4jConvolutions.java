package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.inspect.Operation;
import tintype.inspect.Padding;

/** Convolutions. In the file their bias comes first; kernels are [out, in, y, x], of transposed ones [in, out, y, x]. */
final class Dl4jConvolutions {

	private static final int[] NONE = { 0, 0 };

	private Dl4jConvolutions() {}

	static Part plain(Fields layer) {
		Layout layout = Layout.image(layer.word("cnn2dDataFormat", ""));
		int[] kernel = layer.wholes("kernelSize", 1, 2);
		int in = in(layer), out = out(layer);
		Operation operation = new Operation.Convolution(2, out, kernel, stride(layer), dilation(layer), padding(layer), 1);
		return part(layer, operation, layout, StoredWeight.of("kernel", new int[] { out, in, kernel[0], kernel[1] }, 2, 3, 1, 0));
	}

	/**
	 * Over sequences; the settings have a second edge that means nothing. DeepLearning4J
	 * calls the kernel [out, in, time, 1], but computes with its numbers as if they stood
	 * in the order [time, in, out].
	 */
	static Part overTime(Fields layer) {
		Layout layout = Layout.sequence(layer.word("rnnDataFormat", ""));
		int size = layer.wholes("kernelSize", 1)[0];
		int in = in(layer), out = out(layer);
		Operation operation = new Operation.Convolution(1, out, alongTime(size), alongTime(stride(layer)[0]), alongTime(dilation(layer)[0]),
			paddingAlongTime(layer), 1);
		return part(layer, operation, layout, StoredWeight.of("kernel", new int[] { size, 1, in, out }, 0, 1, 2, 3)) //
			.noted("The kernel is as DeepLearning4J 1.0.0-M2.1 computes with it; in its own table of parameters the numbers stand elsewhere.");
	}

	/** Nothing is added at the end unless the size is to be stride times the input's. */
	static Part transposed(Fields layer) {
		Layout layout = Layout.image(layer.word("cnn2dDataFormat", ""));
		int[] kernel = layer.wholes("kernelSize", 1, 2);
		int in = in(layer), out = out(layer);
		Padding padding = padding(layer);
		Operation operation = new Operation.TransposedConvolution(2, out, kernel, stride(layer), dilation(layer), padding,
			padding == Padding.Rule.SAME ? null : NONE.clone());
		return part(layer, operation, layout, StoredWeight.of("kernel", new int[] { in, out, kernel[0], kernel[1] }, 2, 3, 1, 0));
	}

	/** Its kernels are already in the graph's order. */
	static Part depthwise(Fields layer) {
		Layout layout = Layout.image(layer.word("cnn2dDataFormat", ""));
		int[] kernel = layer.wholes("kernelSize", 1, 2);
		int in = in(layer), multiplier = layer.whole("depthMultiplier", 1);
		if ((long) in * multiplier != out(layer)) throw layer.wrong("nout");
		Operation operation = new Operation.DepthwiseConvolution(2, multiplier, kernel, stride(layer), dilation(layer), padding(layer));
		return part(layer, operation, layout, StoredWeight.of("depthwise_kernel", new int[] { kernel[0], kernel[1], in, multiplier }, 0, 1, 2, 3));
	}

	/** In the file [multiplier, in, y, x] and [out, in * multiplier, 1, 1]. */
	static Part separable(Fields layer) {
		Layout layout = Layout.image(layer.word("cnn2dDataFormat", ""));
		int[] kernel = layer.wholes("kernelSize", 1, 2);
		int in = in(layer), out = out(layer), multiplier = layer.whole("depthMultiplier", 1);
		Operation operation = new Operation.SeparableConvolution(2, out, multiplier, kernel, stride(layer), dilation(layer), padding(layer));
		return part(layer, operation, layout, StoredWeight.of("depthwise_kernel", new int[] { multiplier, in, kernel[0], kernel[1] }, 2, 3, 1, 0),
			StoredWeight.of("pointwise_kernel", new int[] { out, Math.multiplyExact(in, multiplier), 1, 1 }, 2, 3, 1, 0));
	}

	private static Part part(Fields layer, Operation operation, Layout layout, StoredWeight... kernels) {
		List<StoredWeight> weights = new ArrayList<>(Arrays.asList(kernels));
		if (layer.flag("hasBias", true)) weights.add(0, StoredWeight.vector("bias", out(layer)));
		return Dl4jActivations.applied(Part.of(operation, layout).with(weights), layer, layout.last());
	}

	private static int in(Fields layer) {
		return layer.whole("nin", 1);
	}

	private static int out(Fields layer) {
		return layer.whole("nout", 1);
	}

	private static int[] stride(Fields layer) {
		return layer.wholes("stride", 1, 2);
	}

	private static int[] dilation(Fields layer) {
		return layer.has("dilation") ? layer.wholes("dilation", 1, 2) : new int[] { 1, 1 };
	}

	private static int[] alongTime(int number) {
		return new int[] { number, 1 };
	}

	/** What a window's mode and padding mean; "Strict" and "Truncate" differ only in what they refuse. */
	static Padding padding(Fields layer) {
		if (layer.word("convolutionMode", "").equals("Same")) return Padding.Rule.SAME;
		int[] padding = layer.wholes("padding", 0, 2);
		return edges(padding[0], padding[1]);
	}

	static Padding paddingAlongTime(Fields layer) {
		String mode = layer.word("convolutionMode", "");
		if (mode.equals("Same")) return Padding.Rule.SAME;
		return mode.equals("Causal") ? Padding.Rule.CAUSAL : edges(layer.wholes("padding", 0)[0], 0);
	}

	private static Padding edges(int y, int x) {
		return y == 0 && x == 0 ? Padding.Rule.VALID : new Padding.Edges(y, y, x, x);
	}
}
