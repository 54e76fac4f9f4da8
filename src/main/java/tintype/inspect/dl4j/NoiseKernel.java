package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Draws;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Noise in training. Of {@link Draws}, draw i goes to value i of the tensor [batch, ...,
 * channel]; of {@link Noise#SPATIAL_DROPOUT} draw batch * channels + channel to a whole
 * map. Values are dropped where the draw, uniform in [0, 1), is below the rate.
 * DeepLearning4J's own noise is drawn from ND4J's generator, so that nothing else could
 * draw the same.
 */
record NoiseKernel(Layer layer, Operation.Dropout operation) implements Kernel.OfOne {

	/** What SELU tends to far below 0. */
	private static final double ALPHA = -1.7580993408473766;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		if (!phase.training()) return Plain.copy(x);
		Tensor noisy = ChannelOrder.take(x);
		float[] values = noisy.values();
		boolean maps = operation.noise() == Noise.SPATIAL_DROPOUT;
		int channels = noisy.shape()[noisy.shape().length - 1], sample = Math.max(1, values.length / Math.max(1, noisy.shape()[0]));
		double[] draws = draws(phase, maps ? noisy.shape()[0] * channels : values.length);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) noisy(values[i], draws[maps ? i / sample * channels + i % channels : i]);
		return ChannelOrder.put(noisy);
	}

	private double[] draws(Phase phase, int count) {
		boolean normal = operation.noise() == Noise.GAUSSIAN_DROPOUT || operation.noise() == Noise.GAUSSIAN_NOISE;
		return normal ? Draws.normal(phase, layer.name(), count) : Draws.uniform(phase, layer.name(), count);
	}

	private double noisy(double value, double draw) {
		double rate = operation.rate();
		return switch (operation.noise()) {
			case DROPOUT, SPATIAL_DROPOUT -> draw < rate ? 0 : value / (1 - rate);
			case ALPHA_DROPOUT -> ((draw < rate ? ALPHA : value) - rate * ALPHA) / Math.sqrt((1 - rate) * (1 + rate * ALPHA * ALPHA));
			case GAUSSIAN_DROPOUT -> value * (1 + draw * Math.sqrt(rate / (1 - rate)));
			case GAUSSIAN_NOISE -> value + rate * draw;
		};
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return Plain.copy(ofOutput);
	}
}
