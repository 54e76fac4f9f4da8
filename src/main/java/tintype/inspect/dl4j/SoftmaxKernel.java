package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Activation;
import tintype.inspect.Phase;

/** ND4J's softmax, or its logarithm, along any axis; DeepLearning4J's activation knows the last of its arrays only. */
record SoftmaxKernel(Activation.Softmax softmax) implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		INDArray shares = Plain.empty(x.shape());
		String name = softmax.logarithmic() ? "log_softmax" : "softmax";
		Nd4j.exec(DynamicCustomOp.builder(name).addInputs(x).addOutputs(shares).addIntegerArguments(axis).build());
		return shares;
	}

	/** With s the shares and g what follows: s (g - sum(g s)); of the logarithm, g - s sum g. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		int axis = ChannelOrder.axis(softmax.axis(), x.rank());
		try (INDArray shares = Plain.empty(x.shape()); Scratch scratch = new Scratch()) {
			Nd4j.exec(new SoftMax(x, shares, axis));
			if (softmax.logarithmic()) return Plain.copy(ofOutput.sub(shares.mul(ofOutput.sum(true, axis))));
			return Plain.copy(shares.mul(ofOutput.sub(ofOutput.mul(shares).sum(true, axis))));
		}
	}
}
