package tintype.inspect.read;

import java.util.function.UnaryOperator;

import tintype.inspect.Tensor;

/**
 * A weight that a layer must have.
 *
 * @param key       its name at the {@link tintype.inspect.Operation}
 * @param trainable false for running means and variances
 * @param turn      from the file's order to the operation's
 * @param shape     in the file's order; -1 where the layer's settings do not say, null
 *                  where they say nothing at all
 */
record Slot(String key, boolean trainable, UnaryOperator<Tensor> turn, int... shape) {

	/** One that training changes, in the operation's own order. */
	static Slot of(String key, int... shape) {
		return new Slot(key, true, UnaryOperator.identity(), shape);
	}

	/** The same, but training leaves it. */
	Slot frozen() {
		return new Slot(key, false, turn, shape);
	}

	/** The same, in another order or shape in the file. */
	Slot turned(UnaryOperator<Tensor> by, int... inFile) {
		return new Slot(key, trainable, by, inFile);
	}

	/** Whether a tensor in the file can be this one. */
	boolean fits(int[] stored) {
		if (shape == null) return true;
		if (stored.length != shape.length) return false;
		for (int i = 0; i < shape.length; i++)
			if (shape[i] >= 0 && shape[i] != stored[i]) return false;
		return true;
	}
}
