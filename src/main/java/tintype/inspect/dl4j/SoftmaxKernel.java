package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

import tintype.inspect.Activation;
import tintype.inspect.Phase;

/**
 * ND4J's softmax along any axis, or its logarithm. With oneDNN that of 1.0.0-M2.1 takes
 * another axis than the channels of images, so these are moved to the end before and
 * back afterwards; and its logarithm of shares below 1e-45 is infinite, so that is made of
 * sums here.
 */
record SoftmaxKernel(Activation.Softmax softmax) implements Kernel.OfOne {

	private static final int[] CHANNELS_LAST = { 0, 2, 3, 1 }, CHANNELS_SECOND = { 0, 3, 1, 2 };

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		return softmax.logarithmic() ? logarithms(x, axis) : shares(x, axis);
	}

	private static INDArray shares(INDArray x, int axis) {
		if (x.rank() != CHANNELS_LAST.length || axis != 1) return computed(x, axis);
		try (INDArray last = Plain.copy(x.permute(CHANNELS_LAST)); INDArray shares = computed(last, x.rank() - 1)) {
			return Plain.copy(shares.permute(CHANNELS_SECOND));
		}
	}

	private static INDArray computed(INDArray x, int axis) {
		INDArray shares = Plain.empty(x.shape());
		Nd4j.exec(new SoftMax(x, shares, axis));
		return shares;
	}

	/** x - max - ln sum e^(x - max). */
	private static INDArray logarithms(INDArray x, int axis) {
		try (Scratch scratch = new Scratch()) {
			INDArray shifted = x.sub(x.max(true, axis));
			return Plain.copy(shifted.subi(Transforms.log(Transforms.exp(shifted, true).sum(true, axis), false)));
		}
	}

	/** With s the shares and g what follows: s (g - sum(g s)); of the logarithm, g - s sum g. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		try (INDArray shares = shares(x, axis); Scratch scratch = new Scratch()) {
			if (softmax.logarithmic()) return Plain.copy(ofOutput.sub(shares.mul(ofOutput.sum(true, axis))));
			return Plain.copy(shares.mul(ofOutput.sub(ofOutput.mul(shares).sum(true, axis))));
		}
	}
}
