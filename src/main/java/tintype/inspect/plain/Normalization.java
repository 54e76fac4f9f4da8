package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;

/** (x - mean) / sqrt(variance + epsilon) gamma + beta; a variance is the mean squared distance from the mean. */
final class Normalization {

	private Normalization() {}

	/** Ioffe &amp; Szegedy 2015. In training by mean and variance of each channel over all else. */
	static DoubleTensor batch(Demands demands, Operation.BatchNormalization operation, boolean training, Rows rows) {
		DoubleTensor x = demands.only(2, "[..., channel]");
		int channels = x.shape()[x.shape().length - 1];
		double[] gamma = demands.weightOr(1, "gamma", channels), beta = demands.weightOr(0, "beta", channels);
		double[] mean = training ? mean(x.values(), channels) : demands.weight("mean", channels);
		double[] variance = training ? variance(x.values(), mean, channels) : demands.weight("variance", channels);
		DoubleTensor normal = demands.zeros(x.shape());
		rows.blocks(x.values().length, (from, to) -> {
			for (int i = from; i < to; i++) {
				int channel = i % channels;
				normal.values()[i] = (x.values()[i] - mean[channel]) / Math.sqrt(variance[channel] + operation.epsilon()) * gamma[channel] + beta[channel];
			}
		});
		return normal;
	}

	/** Ba, Kiros &amp; Hinton 2016: by mean and variance of each sample's own last axes. */
	static DoubleTensor layer(Demands demands, Operation.LayerNormalization operation, Rows rows) {
		int axes = operation.axes();
		DoubleTensor x = demands.only(axes + 1, "more than " + axes + " axes");
		int[] edges = new int[axes];
		System.arraycopy(x.shape(), x.shape().length - axes, edges, 0, axes);
		double[] gamma = demands.weightOr(1, "gamma", edges), beta = demands.weightOr(0, "beta", edges);
		DoubleTensor normal = demands.zeros(x.shape());
		int length = gamma.length;
		rows.each(length == 0 ? 0 : x.values().length / length, row -> {
			double[] sample = new double[length];
			System.arraycopy(x.values(), row * length, sample, 0, length);
			double[] mean = mean(sample, 1);
			double deviation = Math.sqrt(variance(sample, mean, 1)[0] + operation.epsilon());
			for (int i = 0; i < length; i++)
				normal.values()[row * length + i] = (sample[i] - mean[0]) / deviation * gamma[i] + beta[i];
		});
		return normal;
	}

	private static double[] mean(double[] values, int channels) {
		double[] mean = new double[channels];
		for (int i = 0; i < values.length; i += channels)
			for (int channel = 0; channel < channels; channel++)
				mean[channel] += values[i + channel];
		return divided(mean, values.length / channels);
	}

	private static double[] variance(double[] values, double[] mean, int channels) {
		double[] variance = new double[channels];
		for (int i = 0; i < values.length; i += channels)
			for (int channel = 0; channel < channels; channel++)
				variance[channel] += (values[i + channel] - mean[channel]) * (values[i + channel] - mean[channel]);
		return divided(variance, values.length / channels);
	}

	private static double[] divided(double[] sums, int count) {
		for (int i = 0; i < sums.length; i++)
			sums[i] /= count;
		return sums;
	}
}
