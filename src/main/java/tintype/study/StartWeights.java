package tintype.study;

import java.util.Random;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights that a run starts with: numbers of a standard normal distribution,
 * of one seed the same for all activations, times the gain that keeps the size of
 * the signal from layer to layer with the activation in question (He et al. 2015):
 * the variance is 1 / n in the first layer and 1 / (n s) in the others, for sums
 * of n products and s the mean of f(x)&sup2; of a standard normal x. All biases
 * are 0.
 * <p>
 * The pixels, 0 to 1, are taken as they are: with their mean square of 0.1 in
 * MNIST the sums of the first layer have a deviation of 0.3, as with Xavier's
 * start in the post.
 */
final class StartWeights {

	private static final String WEIGHT = "W";
	private static final String BIAS = "b";

	private StartWeights() {}

	/** Fills the weights; what batch normalisation and PReLU learn stays as it is. */
	static void set(MultiLayerNetwork network, StudyActivation activation, long seed) {
		int index = 0;
		for (Layer layer : network.getLayers()) {
			if (!(layer instanceof LinearLayer || layer instanceof ConvolutionLayer)) continue;
			INDArray weights = layer.getParam(WEIGHT);
			long products = layer instanceof LinearLayer ? weights.size(0) : weights.length() / weights.size(0);
			double gain = index == 0 ? 1 : activation.secondMoment();
			fill(weights, Math.sqrt(1 / (products * gain)), new Random(StudySeed.of(seed, index)));
			if (layer.paramTable().containsKey(BIAS)) layer.getParam(BIAS).assign(0);
			index++;
		}
	}

	private static void fill(INDArray weights, double deviation, Random random) {
		float[] values = new float[(int) weights.length()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (deviation * random.nextGaussian());
		try (INDArray drawn = Nd4j.createFromArray(values)) {
			weights.assign(drawn.reshape(weights.shape()));
		}
	}
}
