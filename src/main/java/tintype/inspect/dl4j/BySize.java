package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * A convolution in two ways: by one kernel for small images and by another for large
 * ones. The number of images makes no difference, so that an image has the same values
 * in any batch.
 *
 * @param small   for images of few places
 * @param large   for all others
 * @param weights products of each place
 */
record BySize(Kernel.OfOne small, Kernel.OfOne large, int weights) implements Kernel.OfOne {

	/** Products of a small image at most: they take a few milliseconds. */
	private static final long FEW = 1 << 24;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return kernel(x).forward(x, phase);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return kernel(x).backward(x, ofOutput);
	}

	private Kernel.OfOne kernel(INDArray x) {
		return weights * x.size(2) * x.size(3) <= FEW ? small : large;
	}

	@Override
	public void close() {
		small.close();
		large.close();
	}
}
