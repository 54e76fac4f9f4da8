package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Tensor;

/**
 * Convolutions by DeepLearning4J's layers. Each has a bias, which is 0 where the layer
 * has none.
 */
final class Convolutions {

	private static final String WEIGHT = ConvolutionParamInitializer.WEIGHT_KEY, BIAS = ConvolutionParamInitializer.BIAS_KEY;

	/** Layers of fewer weights may be summed more exactly where an image is small, in parts of about so many products. */
	private static final int SMALL = 1 << 15, PRODUCTS = 36;

	private Convolutions() {}

	static Kernel.OfOne of(Layer layer, Operation.Convolution operation) {
		int[] window = operation.kernel();
		int filters = operation.filters(), groups = operation.groups();
		Tensor kernel = Weights.of(layer, "kernel", window[0], window[1], -1, filters);
		Tensor bias = Weights.orElse(layer, "bias", 0, filters);
		if (groups == 1) return new AsImages(isSmall(kernel) ? inParts(operation, kernel, bias) : one(operation, kernel, bias));
		int share = filters / groups;
		List<Kernel.OfOne> kernels = new ArrayList<>();
		for (int from = 0; from < filters; from += share)
			kernels.add(one(operation, Parts.last(kernel, from, share), Parts.last(bias, from, share)));
		return new AsImages(new Grouped(kernels));
	}

	private static boolean isSmall(Tensor kernel) {
		return kernel.values().length < SMALL;
	}

	/** The sum over the channels in parts of few products, in images where that takes no time. */
	private static Kernel.OfOne inParts(Operation.Convolution operation, Tensor kernel, Tensor bias) {
		int in = kernel.shape()[2], share = Math.max(1, PRODUCTS / (kernel.shape()[0] * kernel.shape()[1]));
		Kernel.OfOne atOnce = one(operation, kernel, bias);
		if (share >= in) return atOnce;
		Tensor none = new Tensor(bias.shape(), new float[bias.values().length]);
		List<Kernel.OfOne> kernels = new ArrayList<>();
		for (int from = 0; from < in; from += share)
			kernels.add(one(operation, Parts.along(2, kernel, from, Math.min(share, in - from)), from == 0 ? bias : none));
		return new BySize(new Summed(kernels, share), atOnce, kernel.values().length);
	}

	/** @param kernel [y, x, in, out]; the layer's is [out, in, y, x] */
	static Kernel.OfOne one(Operation.Convolution operation, Tensor kernel, Tensor bias) {
		int[] window = operation.kernel(), dilation = operation.dilation();
		Slide slide = Slide.of(operation.padding(), Slide.extent(window, dilation), 0);
		var configuration = new ConvolutionLayer.Builder(window, operation.stride(), slide.edges()).convolutionMode(slide.mode()) //
			.dilation(dilation).nIn(kernel.shape()[2]).nOut(kernel.shape()[3]).activation(new ActivationIdentity()).build();
		return slide.before(new LayerKernel(configuration).with(WEIGHT, kernel, 3, 2, 0, 1).with(BIAS, bias));
	}

	/** OneDNN fails where there is one filter for each channel and this has gaps; then a filter of zeros goes beside it. */
	static Kernel.OfOne of(Layer layer, Operation.DepthwiseConvolution operation) {
		int[] window = operation.kernel(), dilation = operation.dilation();
		Tensor kernel = Weights.of(layer, "depthwise_kernel", window[0], window[1], -1, operation.multiplier());
		Tensor bias = Weights.orElse(layer, "bias", 0, kernel.shape()[2] * operation.multiplier());
		if (operation.multiplier() > 1 || dilation[0] == 1 && dilation[1] == 1) return new AsImages(depthwise(operation, kernel, bias));
		return new AsImages(new Chain(depthwise(operation, Parts.withZeros(kernel), Parts.withZeros(bias)), new EverySecond()));
	}

	/** @param kernel as the layer has it, [y, x, in, multiplier] */
	private static Kernel.OfOne depthwise(Operation.DepthwiseConvolution operation, Tensor kernel, Tensor bias) {
		int in = kernel.shape()[2], multiplier = kernel.shape()[3];
		Slide slide = Slide.of(operation.padding(), Slide.extent(operation.kernel(), operation.dilation()), 0);
		var configuration = new DepthwiseConvolution2D.Builder(operation.kernel(), operation.stride(), slide.edges()).convolutionMode(slide.mode()) //
			.dilation(operation.dilation()).depthMultiplier(multiplier).nIn(in).nOut(in * multiplier).activation(new ActivationIdentity()).build();
		return slide.before(new LayerKernel(configuration).with(WEIGHT, kernel).with(BIAS, bias));
	}

	/**
	 * The layer's weights are [multiplier, in, y, x] and [out, in * multiplier, 1, 1].
	 * Where it is not told the order of axes it takes one on the way forward and another
	 * on the way back.
	 */
	static Kernel.OfOne of(Layer layer, Operation.SeparableConvolution operation) {
		int[] window = operation.kernel(), dilation = operation.dilation();
		int multiplier = operation.multiplier(), filters = operation.filters();
		Tensor depthwise = Weights.of(layer, "depthwise_kernel", window[0], window[1], -1, multiplier);
		int in = depthwise.shape()[2];
		Tensor pointwise = Weights.of(layer, "pointwise_kernel", 1, 1, in * multiplier, filters);
		Slide slide = Slide.of(operation.padding(), Slide.extent(window, dilation), 0);
		var configuration = new SeparableConvolution2D.Builder(window, operation.stride(), slide.edges()).convolutionMode(slide.mode()) //
			.dilation(dilation).dataFormat(CNN2DFormat.NCHW).depthMultiplier(multiplier).nIn(in).nOut(filters).activation(new ActivationIdentity()).build();
		return new AsImages(slide.before(new LayerKernel(configuration) //
			.with(SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY, depthwise, 3, 2, 0, 1) //
			.with(SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY, pointwise, 3, 2, 0, 1) //
			.with(BIAS, Weights.orNull(layer, "bias", filters))));
	}

	/** A convolution of 1 x 1. @param kernel [in, out] */
	static Kernel.OfOne points(Tensor kernel, Tensor bias) {
		int in = kernel.shape()[0], out = kernel.shape()[1];
		int[] one = { 1, 1 };
		var operation = new Operation.Convolution(2, out, one, one, one, Padding.Rule.VALID, 1);
		return one(operation, new Tensor(new int[] { 1, 1, in, out }, kernel.values()), bias);
	}
}
