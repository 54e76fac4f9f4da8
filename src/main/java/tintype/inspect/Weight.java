package tintype.inspect;

/**
 * Numbers that a layer has learned, or keeps.
 *
 * @param tensor    in the order that {@link Operation} states, which is Keras's
 * @param trainable false for running means and variances, and in frozen layers
 */
public record Weight(Tensor tensor, boolean trainable) {

	/** How many numbers. */
	public int count() {
		return tensor.values().length;
	}
}
