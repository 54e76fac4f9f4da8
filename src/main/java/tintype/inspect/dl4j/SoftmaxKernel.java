package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Activation;
import tintype.inspect.Phase;

/**
 * ND4J's softmax, or its logarithm, along any axis. With oneDNN that of 1.0.0-M2.1 takes
 * another axis than the channels of images, so these are moved to the end before and
 * back afterwards.
 */
record SoftmaxKernel(Activation.Softmax softmax) implements Kernel.OfOne {

	private static final int[] CHANNELS_LAST = { 0, 2, 3, 1 }, CHANNELS_SECOND = { 0, 3, 1, 2 };

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return computed(softmax.logarithmic() ? "log_softmax" : "softmax", x);
	}

	private INDArray computed(String name, INDArray x) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		if (x.rank() != CHANNELS_LAST.length || axis != 1) return along(axis, name, x);
		try (INDArray last = Plain.copy(x.permute(CHANNELS_LAST)); INDArray shares = along(x.rank() - 1, name, last)) {
			return Plain.copy(shares.permute(CHANNELS_SECOND));
		}
	}

	private static INDArray along(int axis, String name, INDArray x) {
		INDArray shares = Plain.empty(x.shape());
		Nd4j.exec(DynamicCustomOp.builder(name).addInputs(x).addOutputs(shares).addIntegerArguments(axis).build());
		return shares;
	}

	/** With s the shares and g what follows: s (g - sum(g s)); of the logarithm, g - s sum g. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		try (INDArray shares = computed("softmax", x); Scratch scratch = new Scratch()) {
			if (softmax.logarithmic()) return Plain.copy(ofOutput.sub(shares.mul(ofOutput.sum(true, axis))));
			return Plain.copy(shares.mul(ofOutput.sub(ofOutput.mul(shares).sum(true, axis))));
		}
	}
}
