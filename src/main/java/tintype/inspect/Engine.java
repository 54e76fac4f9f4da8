package tintype.inspect;

import java.util.List;

/**
 * Computes layers, one at a time, on values that live where the engine wants them.
 * A value is never changed once it is made.
 *
 * @param <V> a tensor of the engine
 */
public interface Engine<V> extends AutoCloseable {

	/** Copies values to where this engine computes. */
	V put(Tensor tensor);

	/** Copies values back, channels last. */
	Tensor take(V values);

	/** As {@link #take}, with every digit that the engine has. */
	default DoubleTensor exact(V values) {
		return DoubleTensor.of(take(values));
	}

	/**
	 * What leaves a layer before its activation.
	 *
	 * @param inputs one for each of the layer's; they stay as they are, and the only one may
	 *               be returned where nothing changes
	 * @throws tintype.TintypeException if the shapes do not fit, or the layer cannot be computed
	 */
	V before(Layer layer, List<V> inputs, Phase phase);

	/**
	 * What leaves a layer after its activation.
	 *
	 * @param before stays as it is; may be returned where nothing changes
	 */
	V after(Layer layer, V before, Phase phase);

	/** Frees values that are no longer needed. Not called twice for the same values. */
	void release(V values);

	/** Frees what the engine keeps for its layers. */
	@Override
	void close();
}
