package tintype.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.Rectifier;

/**
 * The layers of a network that is nothing but 3x3 convolutions without padding, one
 * after the other, each with an activation and perhaps a batch normalisation, and
 * that yields logits: what {@link tintype.nn.winograd} computes several times as fast as
 * general libraries do. The weights stay where they are, in the network.
 */
final class ConvolutionStack {

	private final List<Block> blocks;

	private ConvolutionStack(List<Block> blocks) {
		this.blocks = blocks;
	}

	/** A convolution and what follows it. */
	private static final class Block {

		final org.deeplearning4j.nn.api.Layer convolution;
		org.deeplearning4j.nn.api.Layer normalization;
		org.deeplearning4j.nn.api.Layer slopes;
		Curve curve;
		boolean draws;

		Block(org.deeplearning4j.nn.api.Layer convolution) {
			this.convolution = convolution;
		}
	}

	/** The layers, if the network is of that kind. */
	static Optional<ConvolutionStack> of(ComputationGraph network) {
		if (network.params().dataType() != DataType.FLOAT) return Optional.empty();
		int[] order = network.topologicalSortOrder();
		List<Block> blocks = new ArrayList<>();
		for (int i = 1; i < order.length; i++) {
			GraphVertex vertex = network.getVertices()[order[i]];
			if (!(vertex instanceof LayerVertex plain) || plain.getLayerPreProcessor() != null || vertex.getNumInputArrays() != 1 ||
				vertex.getInputVertices()[0].getVertexIndex() != order[i - 1]) return Optional.empty();
			boolean last = i == order.length - 1;
			if (last ? !isLoss(vertex.getLayer()) : !append(blocks, vertex.getLayer())) return Optional.empty();
		}
		blocks.stream().filter(block -> block.curve == null && block.slopes == null).forEach(block -> block.curve = Curve.IDENTITY);
		boolean linear = !blocks.isEmpty() && blocks.get(blocks.size() - 1).curve == Curve.IDENTITY;
		return linear ? Optional.of(new ConvolutionStack(blocks)) : Optional.empty();
	}

	private static boolean isLoss(org.deeplearning4j.nn.api.Layer layer) {
		return layer.conf().getLayer() instanceof CnnLossLayer loss && loss.getFormat() == CNN2DFormat.NCHW &&
			loss.getActivationFn() instanceof ActivationSoftmax && loss.getLossFn() instanceof LossMCXENT entropy && entropy.getWeights() == null;
	}

	/** @return whether that was possible */
	private static boolean append(List<Block> blocks, org.deeplearning4j.nn.api.Layer layer) {
		Layer kind = layer.conf().getLayer();
		if (kind.getIDropout() != null || kind.getConstraints() != null && !kind.getConstraints().isEmpty()) return false;
		if (kind.getClass() == ConvolutionLayer.class) {
			ConvolutionLayer convolution = (ConvolutionLayer) kind;
			blocks.add(new Block(layer));
			return isPlain(convolution) && (convolution.getActivationFn() instanceof ActivationIdentity || activate(blocks, convolution.getActivationFn()));
		}
		if (blocks.isEmpty()) return false;
		Block block = blocks.get(blocks.size() - 1);
		if (block.curve != null || block.slopes != null) return false;
		if (kind instanceof ActivationLayer activation) return activate(blocks, activation.getActivationFn());
		if (kind instanceof RReLU random) {
			block.draws = true;
			block.curve = new Rectifier((float) random.testSlope());
			return random.testSlope() <= 1;
		}
		if (kind instanceof ChannelPReLU) block.slopes = layer;
		else if (kind instanceof BatchNormalization && block.normalization == null) block.normalization = layer;
		else return false;
		return true;
	}

	private static boolean isPlain(ConvolutionLayer layer) {
		return all(layer.getKernelSize(), 3) && all(layer.getStride(), 1) && all(layer.getDilation(), 1) && all(layer.getPadding(), 0) &&
			layer.getConvolutionMode() != ConvolutionMode.Same && layer.getConvolutionMode() != ConvolutionMode.Causal &&
			layer.getCnn2dDataFormat() == CNN2DFormat.NCHW && layer.getWeightNoise() == null;
	}

	private static boolean all(int[] values, int value) {
		return Arrays.stream(values).allMatch(each -> each == value);
	}

	private static boolean activate(List<Block> blocks, IActivation function) {
		Curve curve = Curves.of(function).orElse(null);
		blocks.get(blocks.size() - 1).curve = curve;
		return curve != null;
	}

	/** Whether a training pass is the same as any other, and its gradient that of the loss alone. */
	boolean trains() {
		return blocks.stream().noneMatch(block -> block.draws || block.normalization != null || !isFree((BaseLayer) block.convolution.conf().getLayer()));
	}

	private static boolean isFree(BaseLayer layer) {
		return layer.getRegularization().isEmpty() && layer.getRegularizationBias().isEmpty();
	}

	/** The layers with the weights as they are now, as after training. */
	List<tintype.nn.winograd.Layer> layers() {
		return blocks.stream().map(ConvolutionStack::layer).toList();
	}

	private static tintype.nn.winograd.Layer layer(Block block) {
		FoldedConvolution folded = FoldedConvolution.of(block.convolution, Optional.ofNullable(block.normalization));
		return new tintype.nn.winograd.Layer(folded.inputs(), folded.biases().length, folded.weights(), folded.biases(), block.curve,
			block.slopes == null ? null : Tensors.toFloats(block.slopes.getParam("W")));
	}

	/** The network's layer of each convolution. */
	org.deeplearning4j.nn.api.Layer convolution(int index) {
		return blocks.get(index).convolution;
	}

	/** The network's layer of the slopes after a convolution, null if they are no parameters. */
	org.deeplearning4j.nn.api.Layer slopes(int index) {
		return blocks.get(index).slopes;
	}

	/** Number of convolutions, each of which takes a pixel from every edge. */
	int size() {
		return blocks.size();
	}
}
