package tintype.nn;

import java.util.Optional;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network that knows what it looks at. Strided convolutions make the picture
 * smaller down to 1/16, where 3x3 pixels see most of the scene and the mean over
 * all places, the scene's features (after Iizuka et al. 2016), tells every place
 * what the whole is; two steps up, each joined by what the way down saw there (as
 * Ronneberger et al. 2015 do), lead to logits at 1/4.
 *
 * <pre>
 * 1/2   1/4        1/8           1/16
 * 32 -> 64, 64 -> 128, 128, 128 -> 256, 256 + scene, 256
 *        |           |                   |
 *       64, 64 <- 128, 128 <-------------+
 *        |
 *       Q logits
 * </pre>
 *
 * Input [batch, 1, y, x], scaled lightness, both edges multiples of
 * {@value #REDUCTION}; logits [batch, Q, y / 4, x / 4].
 */
public final class SceneNet {

	/** Edge in input pixels of a cell, for which there is one distribution. */
	public static final int CELL = 4;

	/** Input pixels per place of the smallest maps, each way. */
	public static final int REDUCTION = 16;

	/** Edge in pixels of the squares it learns from, unless a training asks for another. */
	public static final int TRAINING_EDGE = 128;

	/** Feature maps at 1/2, 1/4, 1/8 and 1/16. */
	private static final int[] MAPS = { 32, 64, 128, 256 };

	/** Standard deviation of the first weights before the logits: the start is hardly more than the bias. */
	private static final double LOGITS_DEVIATION = 0.01;

	private static final double LEAST_SHARE = 1e-6;

	/** Name of the layer that yields the logits. */
	static final String LOGITS = "logits";

	private final Nonlinearity activation;
	private final boolean batchNorm;
	private final GraphBuilder graph;

	private SceneNet(Nonlinearity activation, boolean batchNorm, GraphBuilder graph) {
		this.activation = activation;
		this.batchNorm = batchNorm;
		this.graph = graph;
	}

	/**
	 * A new network with random weights: normal, of a variance that keeps the size of
	 * the signal from layer to layer with this activation (He et al. 2015), and small
	 * before the logits.
	 *
	 * @param bins       Q
	 * @param activation after each convolution but the last
	 * @param batchNorm  whether each map is normalised before its activation (Ioffe
	 *                   &amp; Szegedy 2015)
	 * @param seed       of the weights; the same seed gives the same network
	 * @param updater    how a training step changes the weights
	 */
	static ComputationGraph create(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
		ComputationGraph network = new ConvolutionGraph(configuration(bins, activation, batchNorm, seed, updater), SceneGradients::new);
		network.init();
		return Backend.accelerated(network);
	}

	/**
	 * A network with these parameters, to be used and not trained.
	 *
	 * @param parameters [1, {@link #parameterCount}]; not copied, and freed with the network
	 */
	static ComputationGraph of(int bins, Nonlinearity activation, boolean batchNorm, INDArray parameters) {
		ComputationGraph network = new ConvolutionGraph(configuration(bins, activation, batchNorm, 0, new NoOp()), SceneGradients::new);
		network.init(parameters, false);
		return Backend.accelerated(network);
	}

	/**
	 * Sets the bias of the logits to these shares of the bins: otherwise the first
	 * hundreds of steps learn nothing but them.
	 */
	static void expect(ComputationGraph network, double[] shares) {
		float[] bias = new float[shares.length];
		for (int bin = 0; bin < bias.length; bin++)
			bias[bin] = (float) Math.log(Math.max(LEAST_SHARE, shares[bin]));
		try (INDArray values = Tensors.of(bias, 1, bias.length)) {
			network.setParam(LOGITS + "_b", values);
		}
	}

	/** Number of parameters, running means included, known before anything is allocated. */
	static long parameterCount(int bins, Nonlinearity activation, boolean batchNorm) {
		var parts = configuration(bins, activation, batchNorm, 1, new NoOp()).getVertices().values();
		return parts.stream().mapToLong(vertex -> vertex.numParams(true)).sum();
	}

	/** The configuration; a double-precision copy of it serves gradient checks. Starts ND4J, as its builder touches it. */
	static ComputationGraphConfiguration configuration(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
		Backend.start();
		GraphBuilder graph = new NeuralNetConfiguration.Builder() //
			.seed(Backend.seed(seed)) //
			.updater(updater) //
			.cacheMode(CacheMode.DEVICE) // otherwise each forward convolution runs twice in a training step
			.graphBuilder().addInputs("lightness");
		new SceneNet(activation, batchNorm, graph).build(bins);
		return graph.build();
	}

	private void build(int bins) {
		String half = convolution("1/2", "lightness", 1, MAPS[0], 3, 2);
		String quarter = convolution("1/4", half, MAPS[0], MAPS[1], 3, 2);
		quarter = convolution("1/4 b", quarter, MAPS[1], MAPS[1], 3, 1);
		String eighth = convolution("1/8", quarter, MAPS[1], MAPS[2], 3, 2);
		eighth = convolution("1/8 b", eighth, MAPS[2], MAPS[2], 3, 1);
		eighth = convolution("1/8 c", eighth, MAPS[2], MAPS[2], 3, 1);
		String sixteenth = convolution("1/16", eighth, MAPS[2], MAPS[3], 3, 2);
		sixteenth = convolution("1/16 b", sixteenth, MAPS[3], MAPS[3], 3, 1);
		sixteenth = withScene(sixteenth);
		sixteenth = convolution("1/16 c", sixteenth, MAPS[3], MAPS[3], 3, 1);
		String up = joined("up 1/8", sixteenth, MAPS[3], eighth, MAPS[2]);
		up = convolution("up 1/8 b", up, MAPS[2], MAPS[2], 3, 1);
		up = joined("up 1/4", up, MAPS[2], quarter, MAPS[1]);
		up = convolution("up 1/4 b", up, MAPS[1], MAPS[1], 3, 1);
		graph.addLayer(LOGITS, linear(MAPS[1], bins, 1, 1, LOGITS_DEVIATION).build(), up);
		graph.addLayer("loss", new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build(), LOGITS);
		graph.setOutputs("loss");
	}

	/** Adds to every place what the mean over all places says. */
	private String withScene(String maps) {
		graph.addLayer("scene mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build(), maps);
		String scene = convolution("scene", "scene mean", MAPS[3], MAPS[3], 1, 1, false);
		graph.addLayer("scene b", linear(MAPS[3], MAPS[3], 1, 1, deviation(MAPS[3])).build(), scene);
		graph.addVertex("with scene", new ElementWiseVertex(ElementWiseVertex.Op.Add), maps, "scene b");
		return "with scene";
	}

	/** Maps made twice as large, plus those of the way down, each through a 1x1 convolution of its own. */
	private String joined(String name, String maps, int count, String skip, int skipped) {
		graph.addLayer(name + " narrow", linear(count, skipped, 1, 1, deviation(count)).build(), maps);
		graph.addLayer(name + " twice", new Upsampling2D.Builder(2).build(), name + " narrow");
		graph.addLayer(name + " skip", linear(skipped, skipped, 1, 1, deviation(skipped)).build(), skip);
		graph.addVertex(name + " sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + " twice", name + " skip");
		graph.addLayer(name, ActivationLayers.of(activation, skipped), name + " sum");
		return name;
	}

	private String convolution(String name, String input, int in, int out, int size, int stride) {
		return convolution(name, input, in, out, size, stride, batchNorm);
	}

	/** A convolution, normalisation if wanted, and the activation; its name is that of the last of them. */
	private String convolution(String name, String input, int in, int out, int size, int stride, boolean normalized) {
		Optional<IActivation> function = normalized ? Optional.empty() : ActivationLayers.function(activation);
		if (function.isPresent()) {
			graph.addLayer(name, linear(in, out, size, stride, deviation(size * size * in)).activation(function.get()).build(), input);
			return name;
		}
		graph.addLayer(name + " maps", linear(in, out, size, stride, deviation(size * size * in)).hasBias(!normalized).build(), input);
		if (normalized) graph.addLayer(name + " normalized", //
			new BatchNormalization.Builder().nIn(out).nOut(out).activation(Activation.IDENTITY).build(), name + " maps");
		graph.addLayer(name, ActivationLayers.of(activation, out), name + (normalized ? " normalized" : " maps"));
		return name;
	}

	private double deviation(int inputs) {
		return Math.sqrt(1 / (inputs * activation.secondMoment()));
	}

	private static ConvolutionLayer.Builder linear(int in, int out, int size, int stride, double deviation) {
		return new ConvolutionLayer.Builder(size, size).stride(stride, stride).convolutionMode(ConvolutionMode.Same) //
			.nIn(in).nOut(out).weightInit(new NormalDistribution(0, deviation)).activation(new ActivationIdentity());
	}
}
