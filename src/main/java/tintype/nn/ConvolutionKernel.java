package tintype.nn;

import java.lang.ref.Reference;
import java.util.Arrays;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.AlgoMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.BwdDataAlgo;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.BwdFilterAlgo;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.FwdAlgo;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.MapConvolution;
import tintype.nn.winograd.PlaneConvolution;
import tintype.nn.winograd.PlaneMemory;
import tintype.nn.winograd.PointConvolution;
import tintype.nn.winograd.StridedConvolution;

/**
 * A convolution layer by {@link tintype.nn.winograd}: of 3x3 pixels with a stride of 1 or
 * 2, or of one pixel, if it keeps the size of the maps or halves it. What that does not do
 * (other types and odd sizes) oneDNN does. One object serves one layer, and one thread at
 * a time, like the layer. Keeps memory for the largest batch so far until closed.
 */
final class ConvolutionKernel extends MKLDNNConvHelper implements AutoCloseable {

	/** In smaller maps, as those of one place, there is nothing to gain. */
	private static final int FEWEST_PIXELS = 4;

	private final ConvolutionLayer layer;
	private final PlaneMemory ofInput = new PlaneMemory(), ofKernels = new PlaneMemory(), ofOutput;

	/** From the first pass on; a network that is only kept needs none. */
	private MapConvolution convolution;

	/** Whether {@link #backpropGradient} fits the last pass forward. */
	private boolean passed;

	/**
	 * @param layer    that is {@linkplain #suits suited}
	 * @param ofOutput shared with other layers of the network; closed with any of them
	 */
	ConvolutionKernel(ConvolutionLayer layer, PlaneMemory ofOutput) {
		super(DataType.FLOAT);
		this.layer = layer;
		this.ofOutput = ofOutput;
	}

	private MapConvolution convolution() {
		int inputs = (int) layer.getNIn(), outputs = (int) layer.getNOut();
		if (all(layer.getKernelSize(), 1)) return new PointConvolution(inputs, outputs);
		if (all(layer.getStride(), 2)) return new StridedConvolution(inputs, outputs);
		return new PlaneConvolution(inputs, outputs, ofInput, ofOutput, ofKernels);
	}

	/** Whether a layer of these settings is one for it. */
	static boolean suits(ConvolutionLayer layer) {
		if (!all(layer.getDilation(), 1) || layer.getConvolutionMode() != ConvolutionMode.Same) return false;
		if (all(layer.getKernelSize(), 1)) return all(layer.getStride(), 1);
		return all(layer.getKernelSize(), 3) && (all(layer.getStride(), 1) || all(layer.getStride(), 2));
	}

	/** Whether it is one whose pass forward is a product of matrices, which rounds as oneDNN does. */
	static boolean suitsAsProduct(ConvolutionLayer layer) {
		return suits(layer) && (all(layer.getKernelSize(), 1) || all(layer.getStride(), 2));
	}

	private static boolean all(int[] values, int value) {
		return Arrays.stream(values).allMatch(each -> each == value);
	}

	@Override
	public INDArray preOutput(INDArray input, INDArray weights, INDArray bias, int[] kernel, int[] strides, int[] pad, AlgoMode mode, FwdAlgo forward,
		ConvolutionMode padding, int[] dilation, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		passed = fits(input, format);
		if (!passed) return super.preOutput(input, weights, bias, kernel, strides, pad, mode, forward, padding, dilation, format, workspaces);
		int stride = layer.getStride()[0], outputs = (int) weights.size(0);
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT,
			new long[] { input.size(0), outputs, input.size(2) / stride, input.size(3) / stride }, 'c');
		INDArray plain = Tensors.plain(input, ArrayType.FF_WORKING_MEM, workspaces);
		int threads = Backend.threadsAtPresent();
		try (SingleThreads alone = SingleThreads.ofProducts()) {
			if (convolution == null) convolution = convolution();
			convolution.set(Tensors.toFloats(weights), threads);
			float[] biases = bias == null ? new float[outputs] : Tensors.toFloats(bias);
			convolution.forward(Tensors.maps(plain), biases, Curve.IDENTITY, Tensors.maps(output), threads);
		}
		Reference.reachabilityFence(plain); // its memory goes with it
		Reference.reachabilityFence(output);
		return output;
	}

	private boolean fits(INDArray input, CNN2DFormat format) {
		int stride = layer.getStride()[0];
		return input.dataType() == DataType.FLOAT && input.rank() == 4 && format == CNN2DFormat.NCHW && input.length() <= ChannelValues.MOST &&
			input.size(2) % stride == 0 && input.size(3) % stride == 0 && input.size(2) * input.size(3) >= FEWEST_PIXELS;
	}

	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray weights, INDArray bias, INDArray ofOutput, int[] kernel, int[] strides,
		int[] pad, INDArray ofBias, INDArray ofWeights, IActivation activation, AlgoMode mode, BwdFilterAlgo filter, BwdDataAlgo data,
		ConvolutionMode padding, int[] dilation, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		if (!passed) return super.backpropGradient(input, weights, bias, ofOutput, kernel, strides, pad, ofBias, ofWeights, activation, mode, filter, data,
			padding, dilation, format, workspaces);
		passed = false;
		INDArray ofInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
		INDArray x = Tensors.plain(input, ArrayType.BP_WORKING_MEM, workspaces), dy = Tensors.plain(ofOutput, ArrayType.BP_WORKING_MEM, workspaces);
		float[] sums = new float[(int) weights.size(0)], slopes;
		int threads = Backend.threadsAtPresent();
		try (SingleThreads alone = SingleThreads.ofProducts()) {
			slopes = convolution.back(Tensors.maps(x), Tensors.maps(dy), sums, Tensors.maps(ofInput), threads);
		}
		Reference.reachabilityFence(x);
		Reference.reachabilityFence(dy);
		Reference.reachabilityFence(ofInput);
		Gradient gradient = new DefaultGradient();
		gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, filled(ofWeights, slopes));
		if (ofBias != null) gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, filled(ofBias, sums));
		return new Pair<>(gradient, ofInput);
	}

	/** @param view the layer's part of the network's gradient, without gaps */
	private static INDArray filled(INDArray view, float[] values) {
		Tensors.memory(view).put(0, values);
		Reference.reachabilityFence(view);
		return view;
	}

	/** Frees its memory; it can be used again, but not for the way back of an earlier pass. */
	@Override
	public void close() {
		if (convolution != null) convolution.close();
		convolution = null;
		passed = false;
		ofInput.close();
		ofKernels.close();
		ofOutput.close();
	}
}
