package tintype.nn.winograd;

/** The arrays with which one thread transforms filters. */
final class KernelScratch {

	/** [y and x] of the filter, [y or x of the one, x or y of the other], and [y] of the transform. */
	final float[][] taps, half, column;

	/** @param count of filters, most at a time */
	KernelScratch(int count) {
		taps = new float[Layer.TAPS][count];
		half = new float[Kernels.SIDE * Transforms.POINTS][count];
		column = new float[Transforms.POINTS][count];
	}
}
