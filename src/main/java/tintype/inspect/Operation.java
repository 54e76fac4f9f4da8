package tintype.inspect;

/**
 * What a layer computes before its activation.
 * <p>
 * Edges come as {y, x}. Layers over sequences, [sequence, time, channel], are those of
 * {@code rank} 1; they have time as their y, and 1 as everything of x. The names and
 * orders of weights stand at each operation; a bias is called "bias", [out], and is there
 * or not.
 */
public sealed interface Operation {

	/** Where values come in. Edges that the file leaves open are -1. The batch is not in the shape. */
	record Input(int... shape) implements Operation {}

	/** Hands on what it gets: for layers that are only an activation. */
	record Identity() implements Operation {}

	/** Weighted sums along the last axis: "kernel" [in, out]. */
	record Dense(int units) implements Operation {}

	/**
	 * A cross-correlation: "kernel" [y, x, in / groups, out].
	 *
	 * @param rank 1 for sequences, 2 for images
	 */
	record Convolution(int rank, int filters, int[] kernel, int[] stride, int[] dilation, Padding padding, int groups) implements Operation {}

	/** One or more filters for each channel: "depthwise_kernel" [y, x, in, multiplier]; out = in * multiplier, each channel's together. */
	record DepthwiseConvolution(int rank, int multiplier, int[] kernel, int[] stride, int[] dilation, Padding padding) implements Operation {}

	/** A depthwise one, then "pointwise_kernel" [1, 1, in * multiplier, out]. */
	record SeparableConvolution(int rank, int filters, int multiplier, int[] kernel, int[] stride, int[] dilation, Padding padding)
		implements Operation {}

	/**
	 * The transposed map of a convolution: "kernel" [y, x, out, in].
	 *
	 * @param outputPadding rows and columns added at the end, or null for what the
	 *                      padding implies: stride * size for {@link Padding.Rule#SAME}, at
	 *                      least that for {@link Padding.Rule#VALID}, none for edges
	 */
	record TransposedConvolution(int rank, int filters, int[] kernel, int[] stride, int[] dilation, Padding padding, int[] outputPadding)
		implements Operation {}

	/** What is taken of a window. */
	enum Taken {
		MAX, AVERAGE, SUM
	}

	/** @param countPadding whether an average counts the padding as zeros; Keras does not */
	record Pooling(int rank, Taken taken, int[] window, int[] stride, Padding padding, boolean countPadding) implements Operation {}

	/** Over all places. @param keepEdges whether edges of 1 stay */
	record GlobalPooling(Taken taken, boolean keepEdges) implements Operation {}

	/**
	 * (x - mean) / sqrt(variance + epsilon) gamma + beta along the last axis: "gamma"
	 * and "beta", each there or not, "mean" and "variance", [channel].
	 */
	record BatchNormalization(double epsilon) implements Operation {}

	/**
	 * By mean and variance of each sample along its last axes: "gamma" and "beta", with
	 * these axes, each there or not.
	 *
	 * @param axes how many of the last
	 */
	record LayerNormalization(double epsilon, int axes) implements Operation {}

	/** What noise does in training. */
	enum Noise {
		/** A value is 0 with probability rate, otherwise divided by 1 - rate (inverted dropout). */
		DROPOUT,
		/** So for whole maps: one draw for each sample and channel. */
		SPATIAL_DROPOUT,
		/** Klambauer et al. 2017: to -1.7580993408473766, then an affine map keeps mean and variance. */
		ALPHA_DROPOUT,
		/** Times 1 + n sqrt(rate / (1 - rate)), n normal. */
		GAUSSIAN_DROPOUT,
		/** Plus rate * n, n normal. */
		GAUSSIAN_NOISE
	}

	/**
	 * Does nothing after training.
	 *
	 * @param rate share that is dropped, 0 to below 1 (a standard deviation for
	 *             {@link Noise#GAUSSIAN_NOISE})
	 */
	record Dropout(Noise noise, double rate) implements Operation {}

	/** All of a sample in a row: row, column, channel. */
	record Flatten() implements Operation {}

	/** @param shape without the batch; one edge may be -1 */
	record Reshape(int... shape) implements Operation {}

	/** @param axes old axes in their new order, counted from 1, without the batch, as Keras does */
	record Permute(int... axes) implements Operation {}

	/** A vector, this many times: [row, unit] to [row, count, unit]. */
	record RepeatVector(int count) implements Operation {}

	/** Zeros around. */
	record ZeroPadding(int rank, Padding.Edges edges) implements Operation {}

	/** Less at the edges. */
	record Cropping(int rank, Padding.Edges edges) implements Operation {}

	/** Every pixel this many times, or bilinear with pixel centres at halves, edges held. */
	record Upsampling(int rank, int[] factor, boolean bilinear) implements Operation {}

	/** Rows of "embeddings" [words, out], chosen by whole numbers. */
	record Embedding(int words, int units) implements Operation {}

	/** Kinds of recurrent layers. */
	enum Cell {
		SIMPLE, LSTM, GRU
	}

	/**
	 * "kernel" [in, gates * units], "recurrent_kernel" [units, gates * units] and "bias",
	 * with gates in Keras's order: LSTM input, forget, cell, output; GRU update, reset,
	 * new. With {@code resetAfter} the bias of a GRU is [2, 3 * units].
	 *
	 * @param activation of the new values
	 * @param gates      of the gates
	 * @param sequences  whether all times are given, or the last
	 * @param backwards  whether it begins at the end; what leaves is then in the order of
	 *                   the computation, as in Keras
	 */
	record Recurrent(Cell cell, int units, Activation activation, Activation gates, boolean sequences, boolean backwards, boolean resetAfter)
		implements Operation {}

	/** How several inputs become one. */
	enum Joined {
		ADD, SUBTRACT, MULTIPLY, AVERAGE, MAXIMUM, MINIMUM, CONCATENATE
	}

	/**
	 * Edges of 1 are repeated where another input has more, except to concatenate.
	 *
	 * @param axis for {@link Joined#CONCATENATE}: the batch is 0, -1 is the last
	 */
	record Merge(Joined joined, int axis) implements Operation {}

	/** x scale + offset. */
	record Rescaling(double scale, double offset) implements Operation {}

	/** What cannot be computed. @param reason one sentence that names the layer, for the user */
	record Unsupported(String reason) implements Operation {}
}
