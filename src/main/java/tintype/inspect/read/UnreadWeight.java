package tintype.inspect.read;

import tintype.inspect.Tensor;

/** A weight as a file has it, not yet read. */
interface UnreadWeight {

	/** Its path in the file. */
	String name();

	/** Its edges in the file's order, new. */
	int[] shape();

	/**
	 * Its numbers, in the file's order.
	 *
	 * @throws tintype.TintypeException if it holds no numbers, is damaged or too large
	 */
	Tensor read();
}
