package tintype.nn.winograd;

/**
 * A convolution of maps, forwards and backwards, with memory of its own. No result
 * depends on the number of threads, to the last bit. One call at a time.
 */
public interface MapConvolution extends AutoCloseable {

	/** @param weights [output, input, y, x]; copied */
	void set(float[] weights, int threads);

	/**
	 * @param biases  [output]
	 * @param curve   of all outputs
	 * @param output  of the right size; filled
	 * @param threads most at a time
	 * @throws OutOfMemoryError if there is too little memory
	 */
	void forward(Maps input, float[] biases, Curve curve, Maps output, int threads);

	/**
	 * The gradients, after {@link #forward} of this input without a curve and with the same weights; once.
	 *
	 * @param gradient of the output
	 * @param ofBiases [output], filled
	 * @param back     filled with the gradient of the input; may be the input
	 * @return the gradient of the weights, [output, input, y, x]
	 * @throws OutOfMemoryError if there is too little memory
	 */
	float[] back(Maps input, Maps gradient, float[] ofBiases, Maps back, int threads);

	/** Pixels of an edge of what is read, for each that is written. */
	default int stride() {
		return 1;
	}

	@Override
	void close();
}
