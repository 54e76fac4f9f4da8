package tintype.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The small network of the source posts: eight 3x3 convolutions without
 * padding, with Q/8, 2Q/8, .. 7Q/8 and Q feature maps for Q bins, a
 * {@link Nonlinearity} after each of the first seven, and batch normalisation
 * between the two if wanted. The eighth reads the seventh's activation and yields
 * one logit per bin.
 * <p>
 * Input [batch, 1, y + 16, x + 16], scaled lightness; logits [batch, Q, y, x]:
 * each convolution takes one pixel from every edge. The receptive field is
 * 17 x 17 pixels, so the network knows texture, but neither place nor scene.
 */
public final class ColorNet {

	/** Pixels that the eight convolutions take from each edge. */
	public static final int HALO = 8;

	/** Fewest bins: with fewer, the first convolution would have no feature map. */
	public static final int FEWEST_BINS = 8;

	/** Most bins that a model may have; bounds what opening a file allocates. */
	public static final int MOST_BINS = 1024;

	/**
	 * Number of convolutions. Their layers have the indices 0 to 7 if no batch
	 * normalisation and no activation is a layer of its own.
	 */
	static final int CONVOLUTIONS = 8;

	/** Gain, offset, running mean and running deviation of a map. */
	private static final int NORMALIZATION_PARAMETERS = 4;

	private static final String INPUT = "lightness";

	private ColorNet() {}

	/**
	 * A new network (ReLU without batch normalisation is the posts' own) with random weights: normal, of a variance that keeps the size
	 * of the signal from layer to layer with this activation (He et al. 2015).
	 *
	 * @param bins       Q, at least 8
	 * @param activation after each convolution but the last
	 * @param batchNorm  whether each map is normalised before its activation (Ioffe
	 *                   &amp; Szegedy 2015), in training by the batch, afterwards by
	 *                   running means over some ten batches
	 * @param seed       of the weights; the same seed gives the same network
	 * @param updater    how a training step changes the weights
	 */
	public static ComputationGraph create(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
		ComputationGraph network = new ConvolutionGraph(configuration(bins, activation, batchNorm, seed, updater), ChainGradients::new);
		network.init();
		return Backend.accelerated(network);
	}

	/**
	 * A network with these parameters, to be used and not trained.
	 *
	 * @param parameters [1, {@link #parameterCount}]; not copied, and freed with the network
	 */
	static ComputationGraph of(int bins, Nonlinearity activation, boolean batchNorm, INDArray parameters) {
		ComputationGraph network = new ConvolutionGraph(configuration(bins, activation, batchNorm, 0, new NoOp()), ChainGradients::new);
		network.init(parameters, false);
		return Backend.accelerated(network);
	}

	/** Number of parameters, running means included, known before anything is allocated. */
	static long parameterCount(int bins, Nonlinearity activation, boolean batchNorm) {
		long count = 0;
		for (int i = 0; i < CONVOLUTIONS; i++) {
			long perMap = 9L * inputs(i, bins) + (hasBias(i, batchNorm) ? 1 : 0);
			if (batchNorm && !isLast(i)) perMap += NORMALIZATION_PARAMETERS;
			if (activation == Nonlinearity.PRELU && !isLast(i)) perMap++;
			count += perMap * outputs(i, bins);
		}
		return count;
	}

	private static int inputs(int index, int bins) {
		return index == 0 ? 1 : index * (bins / 8);
	}

	private static int outputs(int index, int bins) {
		return isLast(index) ? bins : (index + 1) * (bins / 8);
	}

	private static boolean isLast(int index) {
		return index == CONVOLUTIONS - 1;
	}

	/** Batch normalisation would take away what a bias before it adds. */
	private static boolean hasBias(int index, boolean batchNorm) {
		return !batchNorm || isLast(index);
	}

	/** The configuration; a double-precision copy of it serves gradient checks. Starts ND4J, as its builder touches it. */
	static ComputationGraphConfiguration configuration(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
		Backend.start();
		if (bins < FEWEST_BINS) throw new IllegalArgumentException("ColorNet needs at least 8 bins, but got " + bins);
		List<Layer> layers = new ArrayList<>();
		for (int i = 0; i < CONVOLUTIONS; i++) {
			Optional<IActivation> function = batchNorm ? Optional.empty() : ActivationLayers.function(activation);
			layers.add(convolution(i, bins, activation, batchNorm, function));
			if (isLast(i)) break;
			if (batchNorm) layers.add(normalization(outputs(i, bins)));
			if (function.isEmpty()) layers.add(ActivationLayers.of(activation, outputs(i, bins)));
		}
		layers.add(new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build());
		return chain(layers, new NeuralNetConfiguration.Builder() //
			.seed(Backend.seed(seed)) //
			.updater(updater) //
			.weightInit(WeightInit.RELU) //
			.cacheMode(CacheMode.DEVICE) // otherwise each forward convolution runs twice in a training step
			.graphBuilder());
	}

	/** One after the other, named by their number from 0. */
	private static ComputationGraphConfiguration chain(List<Layer> layers, ComputationGraphConfiguration.GraphBuilder graph) {
		graph.addInputs(INPUT);
		for (int i = 0; i < layers.size(); i++)
			graph.addLayer(Integer.toString(i), layers.get(i), i == 0 ? INPUT : Integer.toString(i - 1));
		return graph.setOutputs(Integer.toString(layers.size() - 1)).build();
	}

	/** @param function the activation, if the convolution itself is to apply it */
	private static ConvolutionLayer convolution(int index, int bins, Nonlinearity activation, boolean batchNorm,
		Optional<IActivation> function)
	{
		ConvolutionLayer.Builder layer = new ConvolutionLayer.Builder(3, 3) //
			.nIn(inputs(index, bins)) //
			.nOut(outputs(index, bins)) //
			.convolutionMode(ConvolutionMode.Truncate) //
			.hasBias(hasBias(index, batchNorm)) //
			.activation(isLast(index) ? new ActivationIdentity() : function.orElseGet(ActivationIdentity::new));
		// DeepLearning4J's own start for ReLU is the same, but draws other numbers.
		if (activation == Nonlinearity.RELU) return layer.build();
		double variance = 1 / (9 * inputs(index, bins) * activation.secondMoment());
		return layer.weightInit(new NormalDistribution(0, Math.sqrt(variance))).build();
	}

	private static BatchNormalization normalization(int maps) {
		return new BatchNormalization.Builder().nIn(maps).nOut(maps).activation(Activation.IDENTITY).build();
	}
}
