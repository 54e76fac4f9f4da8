package tintype.inspect.dl4j;

import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Activation;
import tintype.inspect.Draws;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Randomised ReLU. In training value i of the tensor [batch, ..., channel] gets the
 * slope of draw i of {@link Draws}, lower + (upper - lower) draw or one over it, whatever
 * its sign. ActivationRReLU draws by itself, and its test phase is a threshold.
 */
record RandomSlopes(String name, Activation.RandomRelu random) implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		if (!phase.training()) return tested().forward(x, phase);
		Tensor values = ChannelOrder.take(x);
		double[] draws = Draws.uniform(phase, name, values.values().length);
		for (int i = 0; i < draws.length; i++) {
			double drawn = random.lower() + (random.upper() - random.lower()) * draws[i];
			if (values.values()[i] <= 0) values.values()[i] *= (float) (random.dividing() ? 1 / drawn : drawn);
		}
		return ChannelOrder.put(values);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return tested().backward(x, ofOutput);
	}

	private Borrowed tested() {
		return new Borrowed(new ActivationLReLU(random.testSlope()));
	}
}
