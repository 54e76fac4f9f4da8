package tintype.nn;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalizationHelper;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch normalisation of float32 tensors [batch, channel, y, x] or [batch, channel]
 * (Ioffe &amp; Szegedy 2015, algorithm 1): for each channel, over its n values x in
 * all maps of the batch,
 *
 * <pre>
 * y     = gamma h + beta,  h = (x - mean) / deviation,  deviation = sqrt(variance + epsilon)
 * dbeta = sum dy,  dgamma = sum h dy
 * dx    = gamma / deviation (dy - dbeta / n - h dgamma / n)
 * </pre>
 *
 * with the mean and the (biased) variance of the batch in training and the
 * running ones otherwise. So each way reads its tensors twice, the second time
 * mostly from the cache, and writes one, where DeepLearning4J goes over them
 * about ten times. Channels are divided among the cores.
 * <p>
 * One object serves one layer, and one thread at a time, like the layer. It
 * keeps a few numbers per channel from forward to backward, no tensors. What it
 * does not know (other types and ranks, channels last) the layer does itself.
 */
final class BatchNormKernel implements BatchNormalizationHelper {

	/** More than one per core, as a core may be busy elsewhere. */
	private static final int PARTS_PER_CORE = 4;

	/** With fewer values, waking other threads takes longer than they save. */
	private static final int FEWEST_FOR_CORES = 1 << 18;

	private float[] mean;
	private float[] variance;
	private double[] deviation;

	/** Copies of mean and variance for the layer, [channel]. */
	private INDArray means;
	private INDArray variances;

	/** Whether {@link #backpropGradient} fits the last pass forward. */
	private boolean trained;

	/** @return null if the layer is to do it */
	@Override
	public INDArray preOutput(INDArray input, boolean training, long[] shape, INDArray gamma, INDArray beta, INDArray runningMean,
		INDArray runningVariance, double decay, double epsilon, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		trained = false;
		if (!fits(input, format)) return null;
		float[] centers = Tensors.toFloats(runningMean), squares = Tensors.toFloats(runningVariance);
		float[] gains = Tensors.toFloats(gamma), offsets = Tensors.toFloats(beta);
		double[] deviations = new double[gains.length];
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, input.shape(), 'c');
		INDArray plain = Tensors.plain(input, ArrayType.FF_WORKING_MEM, workspaces);
		if (isRows(plain)) normalizeRows(new BatchNormRows(plain), training, epsilon, gains, offsets, centers, squares, deviations, output);
		else normalizeMaps(new ChannelValues(plain), training, epsilon, gains, offsets, centers, squares, deviations, new ChannelValues(output));
		mean = centers;
		variance = squares;
		deviation = deviations;
		trained = training;
		return output;
	}

	private static void normalizeMaps(ChannelValues x, boolean training, double epsilon, float[] gains, float[] offsets, float[] centers,
		float[] squares, double[] deviations, ChannelValues y)
	{
		forChannels(x, gains.length, (channel, block) -> {
			if (training) moments(x, channel, block, centers, squares);
			deviations[channel] = Math.sqrt(squares[channel] + epsilon);
			float scale = (float) (gains[channel] / deviations[channel]);
			for (int i = 0; i < x.count; i += Block.SIZE) {
				int n = x.get(channel, i, block.x);
				Block.scale(block.x, n, centers[channel], scale, offsets[channel]);
				y.put(channel, i, block.x, n);
			}
		});
	}

	private static void normalizeRows(BatchNormRows x, boolean training, double epsilon, float[] gains, float[] offsets, float[] centers,
		float[] squares, double[] deviations, INDArray output)
	{
		if (training) x.moments(centers, squares);
		float[] scales = new float[gains.length];
		for (int i = 0; i < scales.length; i++) {
			deviations[i] = Math.sqrt(squares[i] + epsilon);
			scales[i] = (float) (gains[i] / deviations[i]);
		}
		x.scale(centers, scales, offsets, new BatchNormRows(output));
	}

	/**
	 * Mean and variance of a channel from those of its blocks (Chan, Golub &amp;
	 * LeVeque 1983), so that nothing cancels where the mean is large.
	 */
	private static void moments(ChannelValues x, int channel, Block block, float[] means, float[] variances) {
		double mean = 0, squares = 0;
		for (int i = 0; i < x.count; i += Block.SIZE) {
			int n = x.get(channel, i, block.x);
			double own = block.sum(block.x, n) / n;
			float center = (float) own;
			Block.center(block.x, n, center);
			Block.multiply(block.x, block.x, n, block.product);
			double ownSquares = block.sum(block.product, n) - n * (own - center) * (own - center);
			double share = (double) n / (i + n);
			squares += ownSquares + (own - mean) * (own - mean) * share * i;
			mean += (own - mean) * share;
		}
		means[channel] = (float) mean;
		variances[channel] = (float) Math.max(0, squares / x.count);
	}

	/** @return null if the layer is to do it */
	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray ofOutput, long[] shape, INDArray gamma, INDArray beta,
		INDArray ofGamma, INDArray ofBeta, double epsilon, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		if (!trained) return null;
		float[] gains = Tensors.toFloats(gamma);
		double[] dGamma = new double[gains.length], dBeta = new double[gains.length];
		INDArray ofInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
		INDArray x = Tensors.plain(input, ArrayType.BP_WORKING_MEM, workspaces), dy = Tensors.plain(ofOutput, ArrayType.BP_WORKING_MEM, workspaces);
		if (isRows(x)) backRows(new BatchNormRows(x), new BatchNormRows(dy), gains, dGamma, dBeta, ofInput);
		else backMaps(new ChannelValues(x), new ChannelValues(dy), gains, dGamma, dBeta, new ChannelValues(ofInput));
		Gradient gradient = new DefaultGradient();
		gradient.setGradientFor(BatchNormalizationParamInitializer.GAMMA, filled(ofGamma, i -> dGamma[i]));
		gradient.setGradientFor(BatchNormalizationParamInitializer.BETA, filled(ofBeta, i -> dBeta[i]));
		return new Pair<>(gradient, ofInput);
	}

	private void backRows(BatchNormRows x, BatchNormRows dy, float[] gains, double[] dGamma, double[] dBeta, INDArray ofInput) {
		int channels = gains.length;
		float n = x.rows();
		float[] sums = new float[channels], products = new float[channels];
		x.sums(dy, mean, sums, products);
		float[] scales = new float[channels], slopes = new float[channels], offsets = new float[channels];
		for (int i = 0; i < channels; i++) {
			dBeta[i] = sums[i];
			dGamma[i] = products[i] / deviation[i];
			double scale = gains[i] / deviation[i];
			scales[i] = (float) scale;
			slopes[i] = (float) (-scale * dGamma[i] / deviation[i] / n);
			offsets[i] = (float) (-scale * dBeta[i] / n);
		}
		x.combine(dy, mean, scales, slopes, offsets, new BatchNormRows(ofInput));
	}

	private void backMaps(ChannelValues x, ChannelValues dy, float[] gains, double[] dGamma, double[] dBeta, ChannelValues dx) {
		forChannels(x, gains.length, (channel, block) -> {
			for (int i = 0; i < x.count; i += Block.SIZE) {
				int n = centered(x, dy, channel, i, block);
				Block.multiply(block.x, block.dy, n, block.product);
				dBeta[channel] += block.sum(block.dy, n);
				dGamma[channel] += block.sum(block.product, n) / deviation[channel];
			}
			double scale = gains[channel] / deviation[channel];
			float slope = (float) (-scale * dGamma[channel] / deviation[channel] / x.count);
			float offset = (float) (-scale * dBeta[channel] / x.count);
			for (int i = 0; i < x.count; i += Block.SIZE) {
				int n = centered(x, dy, channel, i, block);
				Block.combine(block.dy, block.x, n, (float) scale, slope, offset);
				dx.put(channel, i, block.dy, n);
			}
		});
	}

	private int centered(ChannelValues x, ChannelValues dy, int channel, int from, Block block) {
		int n = x.get(channel, from, block.x);
		dy.get(channel, from, block.dy);
		Block.center(block.x, n, mean[channel]);
		return n;
	}

	/** DeepLearning4J passes [batch, channel] as [batch, channel, 1, 1]. */
	private static boolean isRows(INDArray tensor) {
		return tensor.length() == tensor.size(0) * tensor.size(1);
	}

	private static boolean fits(INDArray x, CNN2DFormat format) {
		return x.rank() == 4 && format == CNN2DFormat.NCHW && x.dataType() == DataType.FLOAT && x.length() <= ChannelValues.MOST;
	}

	private static INDArray filled(INDArray vector, IntToDoubleFunction values) {
		for (int i = 0; i < vector.length(); i++)
			vector.putScalar(i, values.applyAsDouble(i));
		return vector;
	}

	/** The mean of the last pass forward, [channel], valid until the next call. */
	@Override
	public INDArray getMeanCache(DataType type) {
		if (means == null) means = vector(mean.length);
		return filled(means, i -> mean[i]);
	}

	/** The variance of the last pass forward, [channel]; the layer may change it. Valid until the next call. */
	@Override
	public INDArray getVarCache(DataType type) {
		if (variances == null) variances = vector(variance.length);
		return filled(variances, i -> variance[i]);
	}

	/** It outlives the workspaces of a training step. */
	private static INDArray vector(int length) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return Nd4j.createUninitialized(DataType.FLOAT, length);
		}
	}

	private interface ChannelTask {

		void run(int channel, Block scratch);
	}

	/** Runs the task once for each channel, on all cores if that pays, with scratch memory of the thread's own. */
	private static void forChannels(ChannelValues x, int count, ChannelTask task) {
		int parts = Math.min(count, PARTS_PER_CORE * Runtime.getRuntime().availableProcessors());
		IntStream all = IntStream.range(0, parts);
		((long) x.count * count < FEWEST_FOR_CORES ? all : all.parallel()).forEach(part -> {
			Block scratch = new Block();
			for (int channel = part; channel < count; channel += parts)
				task.run(channel, scratch);
		});
	}

	@Override
	public boolean checkSupported(double epsilon, boolean fixedGammaBeta) {
		return true;
	}

	@Override
	public boolean checkSupported() {
		return true;
	}

	@Override
	public Map<String, Long> helperMemoryUse() {
		return Map.of();
	}
}
