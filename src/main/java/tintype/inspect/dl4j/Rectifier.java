package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Phase;

/** x above 0, else 0, by what ActivationReLU calls, but into another array: so no copy is overwritten. */
record Rectifier() implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray values = Plain.empty(x.shape());
		Nd4j.getExecutioner().exec(new RectifiedLinear(x, values));
		return values;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return Pointwise.scaled(x, ofOutput, value -> value < 0 ? 0 : 1);
	}
}
