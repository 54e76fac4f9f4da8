package tintype.inspect.dl4j;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * (x - mean) / sqrt(variance + epsilon) gamma + beta with mean and biased variance of
 * each row of the last axes (Ba, Kiros &amp; Hinton 2016), in double precision, as ND4J's
 * layer_norm knows no epsilon.
 */
final class LayerNorm implements Kernel.OfOne {

	private final Operation.LayerNormalization operation;
	private final float[] gamma;
	private final float[] beta;

	LayerNorm(Layer layer, Operation.LayerNormalization operation) {
		this.operation = operation;
		int[] open = new int[operation.axes()];
		Arrays.fill(open, -1);
		Tensor scale = Weights.orNull(layer, "gamma", open), offset = Weights.orNull(layer, "beta", open);
		gamma = scale == null ? null : scale.values();
		beta = offset == null ? null : offset.values();
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		Tensor rows = ChannelOrder.take(x);
		forEach(rows, (from, length) -> {
			double[] normal = normal(rows.values(), from, length, new double[1]);
			for (int i = 0; i < length; i++)
				rows.values()[from + i] = (float) (normal[i] * (gamma == null ? 1 : gamma[i]) + (beta == null ? 0 : beta[i]));
		});
		return ChannelOrder.put(rows);
	}

	/** With h the normalised x and g = gamma dy: dx = (g - mean g - h mean(g h)) / deviation. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		Tensor rows = ChannelOrder.take(x), ofRows = ChannelOrder.take(ofOutput);
		forEach(rows, (from, length) -> {
			double[] deviation = new double[1], normal = normal(rows.values(), from, length, deviation);
			double mean = 0, product = 0;
			for (int i = 0; i < length; i++) {
				double g = ofRows.values()[from + i] * (gamma == null ? 1 : gamma[i]);
				mean += g / length;
				product += g * normal[i] / length;
			}
			for (int i = 0; i < length; i++) {
				double g = ofRows.values()[from + i] * (gamma == null ? 1 : gamma[i]);
				ofRows.values()[from + i] = (float) ((g - mean - normal[i] * product) / deviation[0]);
			}
		});
		return ChannelOrder.put(ofRows);
	}

	/** @param deviation receives sqrt(variance + epsilon) */
	private double[] normal(float[] values, int from, int length, double[] deviation) {
		double mean = 0, variance = 0;
		for (int i = 0; i < length; i++)
			mean += (double) values[from + i] / length;
		for (int i = 0; i < length; i++)
			variance += (values[from + i] - mean) * (values[from + i] - mean) / length;
		deviation[0] = Math.sqrt(variance + operation.epsilon());
		double[] normal = new double[length];
		for (int i = 0; i < length; i++)
			normal[i] = (values[from + i] - mean) / deviation[0];
		return normal;
	}

	private interface Row {

		void run(int from, int length);
	}

	private void forEach(Tensor rows, Row row) {
		int[] shape = rows.shape();
		int length = (int) Tensor.count(Arrays.copyOfRange(shape, shape.length - operation.axes(), shape.length));
		if (length > 0) IntStream.range(0, rows.values().length / length).parallel().forEach(i -> row.run(i * length, length));
	}
}
