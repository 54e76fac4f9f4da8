package tintype.nn;

import java.lang.ref.Reference;
import java.util.Arrays;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
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
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.PlaneConvolution;
import tintype.nn.winograd.PlaneMemory;
import tintype.nn.winograd.Planes;

/**
 * A 3x3 convolution layer of stride 1 by {@link PlaneConvolution}; what that does not
 * do (other sizes, strides and types) oneDNN does. One object serves one layer, and one
 * thread at a time, like the layer. Keeps the memory of the last batch until closed.
 */
final class ConvolutionKernel extends MKLDNNConvHelper implements AutoCloseable {

	private final PlaneMemory ofInput = new PlaneMemory(), ofOutput;
	private PlaneConvolution convolution;
	private Planes planes;

	/** Whether {@link #backpropGradient} fits the last pass forward. */
	private boolean passed;

	/** @param ofOutput shared with other layers of the network; closed with any of them */
	ConvolutionKernel(PlaneMemory ofOutput) {
		super(DataType.FLOAT);
		this.ofOutput = ofOutput;
	}

	/** Whether a layer of these settings is one for it: enough maps that the transforms are the smaller part. */
	static boolean suits(org.deeplearning4j.nn.conf.layers.ConvolutionLayer layer) {
		return all(layer.getKernelSize(), 3) && all(layer.getStride(), 1) && all(layer.getDilation(), 1) && layer.getNIn() >= FEWEST_MAPS &&
			layer.getNOut() >= FEWEST_MAPS && layer.getConvolutionMode() == ConvolutionMode.Same;
	}

	private static final int FEWEST_MAPS = 32;

	private static boolean all(int[] values, int value) {
		return Arrays.stream(values).allMatch(each -> each == value);
	}

	@Override
	public INDArray preOutput(INDArray input, INDArray weights, INDArray bias, int[] kernel, int[] strides, int[] pad, AlgoMode mode, FwdAlgo forward,
		ConvolutionMode padding, int[] dilation, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		passed = input.dataType() == DataType.FLOAT && input.rank() == 4 && format == CNN2DFormat.NCHW && input.length() <= ChannelValues.MOST;
		if (!passed) return super.preOutput(input, weights, bias, kernel, strides, pad, mode, forward, padding, dilation, format, workspaces);
		int pictures = (int) input.size(0), height = (int) input.size(2), width = (int) input.size(3), outputs = (int) weights.size(0);
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] { pictures, outputs, height, width }, 'c');
		INDArray plain = plain(input, ArrayType.FF_WORKING_MEM, workspaces);
		int threads = Backend.threadsAtPresent();
		try (SingleThreads alone = SingleThreads.ofProducts()) {
			if (convolution == null) convolution = new PlaneConvolution((int) input.size(1), outputs, ofInput, ofOutput);
			planes = new Planes(pictures, height, width, 1);
			convolution.set(Tensors.toFloats(weights), threads);
			convolution.forward(planes, Tensors.memory(plain), bias == null ? new float[outputs] : Tensors.toFloats(bias), Curve.IDENTITY, Tensors.memory(output), threads);
		}
		Reference.reachabilityFence(plain); // its memory goes with it
		Reference.reachabilityFence(output);
		return output;
	}

	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray weights, INDArray bias, INDArray ofOutput, int[] kernel, int[] strides,
		int[] pad, INDArray ofBias, INDArray ofWeights, IActivation activation, AlgoMode mode, BwdFilterAlgo filter, BwdDataAlgo data,
		ConvolutionMode padding, int[] dilation, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		if (!passed) return super.backpropGradient(input, weights, bias, ofOutput, kernel, strides, pad, ofBias, ofWeights, activation, mode, filter, data,
			padding, dilation, format, workspaces);
		INDArray ofInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
		INDArray plain = plain(ofOutput, ArrayType.BP_WORKING_MEM, workspaces);
		float[] sums = new float[(int) weights.size(0)], slopes;
		int threads = Backend.threadsAtPresent();
		try (SingleThreads alone = SingleThreads.ofProducts()) {
			slopes = convolution.back(planes, Tensors.memory(plain), sums, Tensors.memory(ofInput), threads);
		}
		passed = false;
		Reference.reachabilityFence(plain);
		Reference.reachabilityFence(ofInput);
		Gradient gradient = new DefaultGradient();
		gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, filled(ofWeights, slopes));
		if (ofBias != null) gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, filled(ofBias, sums));
		return new Pair<>(gradient, ofInput);
	}

	/** The copy can only be freed outside of the workspaces of a training step. */
	private static INDArray filled(INDArray view, float[] values) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces(); INDArray copy = Tensors.of(values, view.shape())) {
			return view.assign(copy);
		}
	}

	/** The tensor or a copy of it, without gaps and x fastest. */
	private static INDArray plain(INDArray tensor, ArrayType type, LayerWorkspaceMgr workspaces) {
		return tensor.ordering() == 'c' && Shape.hasDefaultStridesForShape(tensor) ? tensor : workspaces.dup(type, tensor, 'c');
	}

	@Override
	public void close() {
		if (convolution != null) convolution.close();
		convolution = null;
		ofInput.close();
		ofOutput.close();
		passed = false;
	}
}
