package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Draws;
import tintype.inspect.Operation;
import tintype.inspect.Phase;

/**
 * What is drawn in training. Of {@link Draws}, draw i belongs to value i, in the order
 * of the tensor [batch, ..., channel]; a {@link Operation.Noise#SPATIAL_DROPOUT} has one
 * for each sample and channel, draw sample * channels + channel. A value is dropped
 * where its uniform draw is below the rate.
 */
final class Noise {

	/** What SELU tends to far below 0: -1.6732632423543772 * 1.0507009873554805. */
	private static final double ALPHA = -1.7580993408473766;

	private Noise() {}

	static DoubleTensor noisy(Demands demands, Operation.Dropout operation, Phase phase) {
		DoubleTensor x = demands.only(2, "[batch, ..., channel]");
		double rate = operation.rate();
		if (!phase.training()) return new DoubleTensor(x.shape(), x.values());
		DoubleTensor noisy = demands.zeros(x.shape());
		int count = x.values().length, channels = x.shape()[x.shape().length - 1], sample = x.shape()[0] == 0 ? 1 : count / x.shape()[0];
		double[] draws = draws(operation.noise(), phase, demands.layer().name(), operation.noise() == Operation.Noise.SPATIAL_DROPOUT ? x.shape()[0] * channels : count);
		double scale = Math.pow((1 - rate) * (1 + rate * ALPHA * ALPHA), -0.5), offset = -scale * rate * ALPHA;
		for (int i = 0; i < count; i++) {
			double value = x.values()[i];
			noisy.values()[i] = switch (operation.noise()) {
				case DROPOUT -> draws[i] < rate ? 0 : value / (1 - rate);
				case SPATIAL_DROPOUT -> draws[i / sample * channels + i % channels] < rate ? 0 : value / (1 - rate);
				case ALPHA_DROPOUT -> scale * (draws[i] < rate ? ALPHA : value) + offset;
				case GAUSSIAN_DROPOUT -> value * (1 + draws[i] * Math.sqrt(rate / (1 - rate)));
				case GAUSSIAN_NOISE -> value + rate * draws[i];
			};
		}
		return noisy;
	}

	private static double[] draws(Operation.Noise noise, Phase phase, String layer, int count) {
		boolean normal = noise == Operation.Noise.GAUSSIAN_DROPOUT || noise == Operation.Noise.GAUSSIAN_NOISE;
		return normal ? Draws.normal(phase, layer, count) : Draws.uniform(phase, layer, count);
	}
}
