package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.params.DeconvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Transposed convolutions by DeepLearning4J's layer without padding, which reaches
 * (size - 1) stride + extent pixels far. What the padding would have laid around is
 * then cut off; pixels that nothing reaches hold the bias. The way back is a
 * convolution, as the layer's own fails where there are gaps.
 */
final class Transposed implements Kernel.OfOne {

	private final LayerKernel reach;
	private final Operation.TransposedConvolution operation;
	private final Tensor kernel;

	/** Made when it is needed. */
	private Kernel.OfOne convolution;

	private Transposed(LayerKernel reach, Operation.TransposedConvolution operation, Tensor kernel) {
		this.reach = reach;
		this.operation = operation;
		this.kernel = kernel;
	}

	/** The layer's weights are [in, out, y, x]. */
	static Kernel.OfOne of(Layer layer, Operation.TransposedConvolution operation) {
		int[] window = operation.kernel();
		int filters = operation.filters();
		Tensor kernel = Weights.of(layer, "kernel", window[0], window[1], filters, -1);
		Tensor bias = Weights.orElse(layer, "bias", 0, filters);
		Border border = border(operation);
		boolean whole = border.equals(Border.around(new Padding.Edges(0, 0, 0, 0)));
		var configuration = new Deconvolution2D.Builder(window, operation.stride()).convolutionMode(ConvolutionMode.Truncate) //
			.dilation(operation.dilation()).nIn(kernel.shape()[3]).nOut(filters).activation(new ActivationIdentity()).build();
		LayerKernel reach = new LayerKernel(configuration).with(DeconvolutionParamInitializer.WEIGHT_KEY, kernel, 3, 2, 0, 1);
		if (whole) return new AsImages(new Transposed(reach.with(DeconvolutionParamInitializer.BIAS_KEY, bias), operation, kernel));
		return new AsImages(new Chain(new Chain(new Transposed(reach, operation, kernel), border), new Bias(ChannelOrder.put(bias))));
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return reach.forward(x, phase);
	}

	/** The convolution itself; its kernel is [y, x, in, out] as that of the transposed is [y, x, out, in]. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		if (convolution == null) {
			int in = kernel.shape()[3];
			var forward = new Operation.Convolution(operation.rank(), in, operation.kernel(), operation.stride(), operation.dilation(), Padding.Rule.VALID, 1);
			convolution = Convolutions.one(forward, kernel, new Tensor(new int[] { in }, new float[in]));
		}
		return convolution.forward(ofOutput, Phase.TEST);
	}

	@Override
	public void close() {
		reach.close();
		if (convolution != null) convolution.close();
	}

	/** What is cut off the reach, negative, or added to it. */
	private static Border border(Operation.TransposedConvolution operation) {
		int[] y = surplus(operation, 0), x = surplus(operation, 1);
		return new Border(-y[0], -y[1], -x[0], -x[1], 0);
	}

	/**
	 * How far the reach goes beyond what comes out, {before, after}. With SAME these are
	 * halves, the smaller first, of what the convolution that is transposed would pad.
	 */
	private static int[] surplus(Operation.TransposedConvolution operation, int axis) {
		int extent = Slide.extent(operation.kernel(), operation.dilation())[axis], stride = operation.stride()[axis];
		boolean own = operation.outputPadding() == null;
		int more = own ? 0 : operation.outputPadding()[axis];
		Padding padding = operation.padding();
		if (padding == Padding.Rule.SAME) {
			int all = own ? extent - stride : extent / 2 * 2 - more;
			int before = Math.max(all, 0) / 2;
			return new int[] { before, all - before };
		}
		if (padding == Padding.Rule.VALID) return new int[] { 0, own ? -Math.max(stride - extent, 0) : -more };
		if (padding == Padding.Rule.CAUSAL) return new int[] { extent - 1, -more };
		Padding.Edges edges = (Padding.Edges) padding;
		return axis == 0 ? new int[] { edges.top(), edges.bottom() - more } : new int[] { edges.left(), edges.right() - more };
	}
}
