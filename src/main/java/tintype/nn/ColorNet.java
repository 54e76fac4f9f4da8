package tintype.nn;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The small network of the source posts: eight 3x3 convolutions without
 * padding, with Q/8, 2Q/8, .. 7Q/8 and Q feature maps for Q bins, ReLU after
 * each of the first seven. The eighth reads the seventh's activation and yields
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

	/** Number of convolutions; their layers have the indices 0 to 7. */
	static final int CONVOLUTIONS = 8;

	private ColorNet() {}

	/**
	 * A new network with random weights (He et al. 2015).
	 *
	 * @param bins    Q, at least 8
	 * @param seed    of the weights; the same seed gives the same network
	 * @param updater how a training step changes the weights
	 */
	public static MultiLayerNetwork create(int bins, long seed, IUpdater updater) {
		Backend.start();
		MultiLayerNetwork network = new MultiLayerNetwork(configuration(bins, seed, updater));
		network.init();
		return Backend.accelerated(network);
	}

	/** Number of weights and biases, known before anything is allocated. */
	static long parameterCount(int bins) {
		long count = 0;
		for (int i = 0; i < CONVOLUTIONS; i++)
			count += (9L * inputs(i, bins) + 1) * outputs(i, bins);
		return count;
	}

	private static int inputs(int index, int bins) {
		return index == 0 ? 1 : index * (bins / 8);
	}

	private static int outputs(int index, int bins) {
		return index == CONVOLUTIONS - 1 ? bins : (index + 1) * (bins / 8);
	}

	/** The configuration; a double-precision copy of it serves gradient checks. */
	static MultiLayerConfiguration configuration(int bins, long seed, IUpdater updater) {
		if (bins < FEWEST_BINS) throw new IllegalArgumentException("ColorNet needs at least 8 bins, but got " + bins);
		var layers = new NeuralNetConfiguration.Builder() //
			.seed(seed) //
			.updater(updater) //
			.weightInit(WeightInit.RELU) //
			.convolutionMode(ConvolutionMode.Truncate) //
			.cacheMode(CacheMode.DEVICE) // otherwise each forward convolution runs twice in a training step
			.list();
		for (int i = 0; i < CONVOLUTIONS; i++)
			layers.layer(convolution(i, bins));
		layers.layer(new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build());
		return layers.build();
	}

	private static ConvolutionLayer convolution(int index, int bins) {
		boolean last = index == CONVOLUTIONS - 1;
		return new ConvolutionLayer.Builder(3, 3) //
			.nIn(inputs(index, bins)) //
			.nOut(outputs(index, bins)) //
			.activation(last ? Activation.IDENTITY : Activation.RELU) //
			.build();
	}
}
