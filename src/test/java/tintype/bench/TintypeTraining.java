package tintype.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

import tintype.color.AbGrid;
import tintype.color.Rebalance;
import tintype.color.SoftEncoding;
import tintype.nn.Backend;
import tintype.nn.ColorNet;
import tintype.nn.Nonlinearity;
import tintype.nn.RebalancedCrossEntropy;

/** A network as {@link tintype.train.Training} trains it. Also sets the task. */
class TintypeTraining implements Contender {

	private static final int NEIGHBOURS = 5;
	private static final double SIGMA = 5;

	private final ComputationGraph network;
	private final DataSet batch;

	/**
	 * @param patches of the batch; the same seed gives the same
	 * @param outer   edge in pixels of what the network reads
	 */
	TintypeTraining(ComputationGraph network, int bins, int patches, int outer, long seed) {
		this.network = network;
		batch = randomBatch(bins, patches, outer, new Random(seed));
	}

	/** Trains a new network of the posts. Arguments: a file to write the task to, number of bins, patches per batch. */
	public static void main(String[] args) throws IOException {
		int bins = Integer.parseInt(args[1]), patches = Integer.parseInt(args[2]);
		ComputationGraph network = ColorNet.create(bins, Nonlinearity.RELU, false, 1, new Adam(TrainingTask.LEARNING_RATE));
		TintypeTraining training = new TintypeTraining(network, bins, patches, TrainingTask.EDGE + 2 * ColorNet.HALO, 1);
		training.task(patches).write(Path.of(args[0]));
		Turns.take(training);
	}

	private static DataSet randomBatch(int bins, int patches, int outer, Random random) {
		int pixels = TrainingTask.EDGE * TrainingTask.EDGE;
		AbGrid grid = grid(bins);
		float[][] a = new float[patches][pixels], b = new float[patches][pixels];
		for (int p = 0; p < patches; p++)
			for (int i = 0; i < pixels; i++) {
				int bin = random.nextInt(bins);
				a[p][i] = (float) (grid.a(bin) + 4 * random.nextGaussian());
				b[p][i] = (float) (grid.b(bin) + 4 * random.nextGaussian());
			}
		float[][] lightness = new float[patches][outer * outer];
		for (float[] patch : lightness)
			for (int i = 0; i < patch.length; i++)
				patch[i] = 100 * random.nextFloat();
		return new RebalancedCrossEntropy(grid, new SoftEncoding(grid, NEIGHBOURS, SIGMA), Rebalance.weights(prior(bins, random), 0.5)) //
			.batch(lightness, a, b, TrainingTask.EDGE, outer);
	}

	/** Bins all over the plane of the paper's 313. */
	private static AbGrid grid(int bins) {
		AbGrid all = AbGrid.zhang313();
		double[] a = new double[bins], b = new double[bins];
		for (int q = 0; q < bins; q++) {
			a[q] = all.a(q * all.size() / bins);
			b[q] = all.b(q * all.size() / bins);
		}
		return AbGrid.of(a, b);
	}

	private static double[] prior(int bins, Random random) {
		double[] prior = random.doubles(bins).map(x -> x * x).toArray();
		double sum = 0;
		for (double share : prior)
			sum += share;
		for (int q = 0; q < bins; q++)
			prior[q] /= sum;
		return prior;
	}

	TrainingTask task(int patches) {
		return new TrainingTask(patches, floats(batch.getFeatures()), floats(batch.getLabels()), floats(batch.getLabelsMaskArray()),
			parameters());
	}

	@Override
	public String description() {
		return "Tintype on " + Backend.description();
	}

	@Override
	public double step() {
		network.fit(batch);
		return network.score();
	}

	@Override
	public float[][] parameters() {
		return Arrays.stream(network.getLayers()).filter(layer -> layer.numParams() > 0) //
			.flatMap(convolution -> Stream.of("W", "b").map(convolution::getParam)) //
			.map(TintypeTraining::floats).toArray(float[][]::new);
	}

	private static float[] floats(INDArray tensor) {
		return tensor.dup('c').data().asFloat();
	}
}
