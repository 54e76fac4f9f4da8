package tintype.inspect.plain;

import java.util.List;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Engine;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Computes layers by plain loops in double precision: each formula as it stands, on
 * all processors. The witness that another engine is compared with; far slower than
 * one.
 * <p>
 * Values are kept by the Java heap: nothing needs to be released. What only moves or
 * renames values may share an array with its input.
 */
public final class Recomputation implements Engine<DoubleTensor> {

	private final Rows rows;

	/**
	 * @param progress asked many times a second, from any thread, whether to stop; then a
	 *                 layer ends with a {@link java.util.concurrent.CancellationException}.
	 *                 Nothing is reported to it
	 */
	public Recomputation(Progress progress) {
		rows = new Rows(progress);
	}

	@Override
	public DoubleTensor put(Tensor tensor) {
		return DoubleTensor.of(tensor);
	}

	/** Rounded; see {@link #exact}. */
	@Override
	public Tensor take(DoubleTensor values) {
		return values.rounded();
	}

	@Override
	public DoubleTensor exact(DoubleTensor values) {
		return values;
	}

	@Override
	public DoubleTensor before(Layer layer, List<DoubleTensor> inputs, Phase phase) {
		Demands demands = new Demands(layer, inputs);
		Operation operation = layer.operation();
		if (operation instanceof Operation.Merge merge) return Merging.merged(demands, merge, rows);
		if (operation instanceof Operation.Dropout dropout) return Noise.noisy(demands, dropout, phase);
		if (operation instanceof Operation.BatchNormalization batch) return Normalization.batch(demands, batch, phase.training(), rows);
		if (operation instanceof Operation.LayerNormalization own) return Normalization.layer(demands, own, rows);
		if (operation instanceof Operation.Recurrent recurrent) return Recurrent.walked(demands, recurrent, rows);
		if (operation instanceof Operation.Embedding embedding) return Embeddings.chosen(demands, embedding);
		if (operation instanceof Operation.Unsupported unsupported) throw new TintypeException(unsupported.reason());
		DoubleTensor sums = sums(demands, operation);
		return sums != null ? sums : moved(demands, operation);
	}

	/** Of what sums or compares values near one another; null if the operation does not. */
	private DoubleTensor sums(Demands demands, Operation operation) {
		if (operation instanceof Operation.Dense dense) return Products.dense(demands, dense, rows);
		if (operation instanceof Operation.Convolution convolution) return Convolutions.convolution(demands, convolution, rows);
		if (operation instanceof Operation.TransposedConvolution transposed) return Convolutions.transposed(demands, transposed, rows);
		if (operation instanceof Operation.DepthwiseConvolution depthwise) return Convolutions.depthwise(demands, depthwise, rows);
		if (operation instanceof Operation.SeparableConvolution separable) return Convolutions.separable(demands, separable, rows);
		if (operation instanceof Operation.Pooling pooling) return Pooling.windows(demands, pooling, rows);
		if (operation instanceof Operation.GlobalPooling pooling) return Pooling.global(demands, pooling, rows);
		return null;
	}

	/** Of what puts values to other places, or leaves them. */
	private DoubleTensor moved(Demands demands, Operation operation) {
		if (operation instanceof Operation.Flatten) return Reshaping.flatten(demands);
		if (operation instanceof Operation.Reshape reshape) return Reshaping.reshape(demands, reshape);
		if (operation instanceof Operation.Permute permute) return Reshaping.permute(demands, permute, rows);
		if (operation instanceof Operation.RepeatVector repeat) return Reshaping.repeat(demands, repeat);
		if (operation instanceof Operation.ZeroPadding padding) return Reshaping.pad(demands, padding);
		if (operation instanceof Operation.Cropping cropping) return Reshaping.crop(demands, cropping);
		if (operation instanceof Operation.Upsampling upsampling) return Enlargement.enlarged(demands, upsampling, rows);
		DoubleTensor x = demands.only();
		return operation instanceof Operation.Rescaling rescaling ? rescaled(x, rescaling) : new DoubleTensor(x.shape(), x.values());
	}

	private static DoubleTensor rescaled(DoubleTensor x, Operation.Rescaling rescaling) {
		double[] values = new double[x.values().length];
		for (int i = 0; i < values.length; i++)
			values[i] = x.values()[i] * rescaling.scale() + rescaling.offset();
		return new DoubleTensor(x.shape(), values);
	}

	@Override
	public DoubleTensor after(Layer layer, DoubleTensor before, Phase phase) {
		return layer.activation().isLinear() ? before : Activations.after(new Demands(layer, List.of(before)), phase, rows);
	}

	@Override
	public void release(DoubleTensor values) {}

	@Override
	public void close() {}
}
