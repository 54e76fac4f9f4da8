package tintype.inspect.dl4j;

import java.util.Arrays;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/** The weights of a layer, of the shapes that its operation states. */
final class Weights {

	private Weights() {}

	/**
	 * A weight that must be there.
	 *
	 * @param shape -1 for any size
	 * @throws TintypeException if it is missing or of another shape
	 */
	static Tensor of(Layer layer, String key, int... shape) {
		Tensor weight = layer.weight(key);
		if (weight == null) throw new TintypeException("Layer " + layer.name() + " has no weight " + key + ": save the model again with its weights.");
		return fitting(layer, key, weight, shape);
	}

	/** The weight, or null if there is none. @throws TintypeException if it is of another shape */
	static Tensor orNull(Layer layer, String key, int... shape) {
		Tensor weight = layer.weight(key);
		return weight == null ? null : fitting(layer, key, weight, shape);
	}

	/** The weight, or the same value everywhere if there is none. */
	static Tensor orElse(Layer layer, String key, float value, int... shape) {
		Tensor weight = orNull(layer, key, shape);
		if (weight != null) return weight;
		float[] values = new float[(int) Tensor.count(shape)];
		Arrays.fill(values, value);
		return new Tensor(shape, values);
	}

	private static Tensor fitting(Layer layer, String key, Tensor weight, int... shape) {
		int[] own = weight.shape();
		boolean fits = own.length == shape.length;
		for (int i = 0; fits && i < own.length; i++)
			fits = shape[i] < 0 || own[i] == shape[i];
		if (!fits) throw new TintypeException("The weight " + key + " of layer " + layer.name() + " should be [" + Shapes.text(shape) + //
			"], but is [" + Shapes.text(own) + "]: the model file is damaged, save it again.");
		return weight;
	}
}
