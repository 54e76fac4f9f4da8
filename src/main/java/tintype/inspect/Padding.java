package tintype.inspect;

/**
 * What is laid around an image before a window moves over it.
 */
public sealed interface Padding {

	/** Padding by a rule. */
	enum Rule implements Padding {

		/** None. */
		VALID,
		/** As much that there are ceil(size / stride) places; of an odd number one more at the end. */
		SAME,
		/** Only before the first, so that nothing sees what comes later. For sequences. */
		CAUSAL
	}

	/** This many pixels at each edge. */
	record Edges(int top, int bottom, int left, int right) implements Padding {}
}
