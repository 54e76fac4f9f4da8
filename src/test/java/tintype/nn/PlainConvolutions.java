package tintype.nn;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The trained network once more, as its definition reads: loops over doubles,
 * nothing of the engine but the parameters.
 */
final class PlainConvolutions {

	/** Added to the variance, as DeepLearning4J does. */
	private static final double EPSILON = 1e-5;

	private final ComputationGraph network;
	private final Nonlinearity activation;

	PlainConvolutions(ComputationGraph network, Nonlinearity activation) {
		this.network = network;
		this.activation = activation;
	}

	PlainConvolutions(ComputationGraph network) {
		this(network, Nonlinearity.RELU);
	}

	/**
	 * @param input [y][x], scaled lightness
	 * @return logits [bin][y][x]
	 */
	double[][][] logits(double[][] input) {
		double[][][] maps = { input };
		int convolutions = 0;
		for (Layer layer : network.getLayers()) {
			if (layer instanceof ConvolutionLayer) {
				if (convolutions++ > 0 && !hasLayerOfItsOwn()) activate(maps, null);
				maps = convolved(maps, layer.getParam("W"), layer.getParam("b"));
			}
			else if (layer instanceof BatchNormalization) normalize(maps, layer);
			else if (convolutions < ColorNet.CONVOLUTIONS) activate(maps, layer);
		}
		return maps;
	}

	private boolean hasLayerOfItsOwn() {
		return network.getLayers().length > ColorNet.CONVOLUTIONS + 1;
	}

	/** Cross correlation without padding. */
	private static double[][][] convolved(double[][][] in, INDArray weights, INDArray bias) {
		int outputs = (int) weights.size(0);
		int height = in[0].length - 2, width = in[0][0].length - 2;
		double[][][] out = new double[outputs][height][width];
		for (int o = 0; o < outputs; o++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					out[o][y][x] = (bias == null ? 0 : bias.getDouble(o)) + window(in, weights, o, y, x);
		return out;
	}

	private static double window(double[][][] in, INDArray weights, int o, int y, int x) {
		double sum = 0;
		for (int c = 0; c < in.length; c++)
			for (int dy = 0; dy < 3; dy++)
				for (int dx = 0; dx < 3; dx++)
					sum += weights.getDouble(o, c, dy, dx) * in[c][y + dy][x + dx];
		return sum;
	}

	private static void normalize(double[][][] maps, Layer layer) {
		for (int c = 0; c < maps.length; c++) {
			double variance = Math.pow(10, 2 * layer.getParam("log10stdev").getDouble(c));
			double gain = layer.getParam("gamma").getDouble(c) / Math.sqrt(variance + EPSILON);
			for (double[] row : maps[c])
				for (int x = 0; x < row.length; x++)
					row[x] = gain * (row[x] - layer.getParam("mean").getDouble(c)) + layer.getParam("beta").getDouble(c);
		}
	}

	private void activate(double[][][] maps, Layer layer) {
		for (int c = 0; c < maps.length; c++) {
			double alpha = activation == Nonlinearity.PRELU ? layer.getParam("W").getDouble(c) : Double.NaN;
			for (double[] row : maps[c])
				for (int x = 0; x < row.length; x++)
					if (row[x] < 0) row[x] = negative(row[x], alpha);
		}
	}

	/** f(x) of a negative x, after training. */
	private double negative(double x, double alpha) {
		return switch (activation) {
			case RELU -> 0;
			case LRELU -> x / 100;
			case VERY_LEAKY, RRELU -> x / 5.5;
			case PRELU -> alpha * x;
			case RRELU_MULTIPLIED -> (1 / 8.0 + 1 / 3.0) / 2 * x;
			case ELU -> Math.exp(x) - 1;
		};
	}
}
