package tintype.nn;

import java.util.Map;
import java.util.function.IntToDoubleFunction;

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

import tintype.nn.winograd.Curve;

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

	/** Of the last pass forward. */
	private MapNormalization last;

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
		last = new MapNormalization(Tensors.toFloats(gamma), Tensors.toFloats(beta), Tensors.toFloats(runningMean), Tensors.toFloats(runningVariance),
			new double[(int) gamma.length()]);
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, input.shape(), 'c');
		INDArray plain = Tensors.plain(input, ArrayType.FF_WORKING_MEM, workspaces);
		if (isRows(plain)) normalizeRows(new BatchNormRows(plain), training, epsilon, output);
		else last.forward(new ChannelValues(plain), training, epsilon, Curve.IDENTITY, new ChannelValues(output));
		trained = training;
		return output;
	}

	private void normalizeRows(BatchNormRows x, boolean training, double epsilon, INDArray output) {
		if (training) x.moments(last.means(), last.variances());
		float[] scales = new float[last.gains().length];
		for (int i = 0; i < scales.length; i++) {
			last.deviations()[i] = Math.sqrt(last.variances()[i] + epsilon);
			scales[i] = (float) (last.gains()[i] / last.deviations()[i]);
		}
		x.scale(last.means(), scales, last.offsets(), new BatchNormRows(output));
	}

	/** @return null if the layer is to do it */
	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray ofOutput, long[] shape, INDArray gamma, INDArray beta,
		INDArray ofGamma, INDArray ofBeta, double epsilon, CNN2DFormat format, LayerWorkspaceMgr workspaces)
	{
		if (!trained) return null;
		double[] dGamma = new double[last.gains().length], dBeta = new double[dGamma.length];
		INDArray ofInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
		INDArray x = Tensors.plain(input, ArrayType.BP_WORKING_MEM, workspaces), dy = Tensors.plain(ofOutput, ArrayType.BP_WORKING_MEM, workspaces);
		if (isRows(x)) backRows(new BatchNormRows(x), new BatchNormRows(dy), dGamma, dBeta, ofInput);
		else last.back(new ChannelValues(x), Curve.IDENTITY, new ChannelValues(dy), dGamma, dBeta, new ChannelValues(ofInput));
		Gradient gradient = new DefaultGradient();
		gradient.setGradientFor(BatchNormalizationParamInitializer.GAMMA, filled(ofGamma, i -> dGamma[i]));
		gradient.setGradientFor(BatchNormalizationParamInitializer.BETA, filled(ofBeta, i -> dBeta[i]));
		return new Pair<>(gradient, ofInput);
	}

	private void backRows(BatchNormRows x, BatchNormRows dy, double[] dGamma, double[] dBeta, INDArray ofInput) {
		float[] gains = last.gains(), mean = last.means();
		double[] deviation = last.deviations();
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
		if (means == null) means = vector(last.means().length);
		return filled(means, i -> last.means()[i]);
	}

	/** The variance of the last pass forward, [channel]; the layer may change it. Valid until the next call. */
	@Override
	public INDArray getVarCache(DataType type) {
		if (variances == null) variances = vector(last.variances().length);
		return filled(variances, i -> last.variances()[i]);
	}

	/** It outlives the workspaces of a training step. */
	private static INDArray vector(int length) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return Nd4j.createUninitialized(DataType.FLOAT, length);
		}
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
