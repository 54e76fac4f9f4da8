package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Batch normalisation by DeepLearning4J's layer, on images; it mistakes the batch for
 * the channels of sequences. In training with mean and biased variance of the batch.
 * Its own way back takes the batch's statistics always, so here is another.
 */
final class BatchNorm implements Kernel.OfOne {

	private static final int CHANNEL = 1;

	private final LayerKernel layer;

	/** gamma / sqrt(variance + epsilon), [channel]. */
	private final INDArray slopes;

	private BatchNorm(LayerKernel layer, INDArray slopes) {
		this.layer = layer;
		this.slopes = slopes;
	}

	static Kernel.OfOne of(Layer layer, Operation.BatchNormalization operation) {
		Tensor mean = Weights.of(layer, "mean", -1);
		int channels = mean.shape()[0];
		Tensor variance = Weights.of(layer, "variance", channels);
		Tensor gamma = Weights.orElse(layer, "gamma", 1, channels);
		var configuration = new BatchNormalization.Builder().nIn(channels).nOut(channels).eps(operation.epsilon()).useLogStd(false) //
			.activation(new ActivationIdentity()).build();
		LayerKernel kernel = new LayerKernel(configuration).with(BatchNormalizationParamInitializer.GAMMA, gamma) //
			.with(BatchNormalizationParamInitializer.BETA, Weights.orNull(layer, "beta", channels)) //
			.with(BatchNormalizationParamInitializer.GLOBAL_MEAN, mean).with(BatchNormalizationParamInitializer.GLOBAL_VAR, variance);
		float[] slopes = new float[channels];
		for (int channel = 0; channel < channels; channel++)
			slopes[channel] = (float) (gamma.values()[channel] / Math.sqrt(variance.values()[channel] + operation.epsilon()));
		return new AsImages(new BatchNorm(kernel, ChannelOrder.put(new Tensor(new int[] { channels }, slopes))));
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return layer.forward(x, phase);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		INDArray ofInput = Plain.empty(x.shape());
		Nd4j.getExecutioner().exec(new BroadcastMulOp(ofOutput, slopes, ofInput, CHANNEL));
		return ofInput;
	}

	@Override
	public void close() {
		layer.close();
		slopes.close();
	}
}
