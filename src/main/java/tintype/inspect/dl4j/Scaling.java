package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/** x scale + offset, in the place of a layer that only hands on with 1 and 0. */
record Scaling(double scale, double offset) implements Kernel.OfOne {

	static final Scaling NONE = new Scaling(1, 0);

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray scaled = Plain.copy(x);
		if (scale != 1) scaled.muli(scale);
		return offset == 0 ? scaled : scaled.addi(offset);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return new Scaling(scale, 0).forward(ofOutput, Phase.TEST);
	}
}
