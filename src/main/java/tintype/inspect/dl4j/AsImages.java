package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * Lets a kernel for images, [batch, channel, y, x], work on sequences, with time as
 * their y and an x of 1, and on values without places or with more axes of them.
 *
 * @param kernel changes the number of places at most of sequences and images
 */
record AsImages(Kernel.OfOne kernel) implements Kernel.OfOne {

	private static final int RANK = 4;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray image = kernel.forward(image(x), phase);
		if (x.rank() == RANK) return image;
		if (x.rank() == RANK - 1) return Plain.shaped(image, image.size(0), image.size(1), image.size(2));
		long[] shape = x.shape().clone();
		shape[1] = image.size(1);
		return Plain.shaped(image, shape);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return Plain.shaped(kernel.backward(image(x), image(ofOutput)), x.shape());
	}

	private static INDArray image(INDArray x) {
		if (x.rank() == RANK) return x;
		long places = 1;
		for (int axis = 2; axis < x.rank(); axis++)
			places *= x.size(axis);
		return Plain.shaped(x, x.size(0), x.size(1), places, 1);
	}

	@Override
	public void close() {
		kernel.close();
	}
}
