package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Phase;

/** Adds a number to each channel. @param values [channel], closed with this */
record Bias(INDArray values) implements Kernel.OfOne {

	private static final int CHANNEL = 1;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray sum = Plain.empty(x.shape());
		Nd4j.getExecutioner().exec(new BroadcastAddOp(x, values, sum, CHANNEL));
		return sum;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return Plain.copy(ofOutput);
	}

	@Override
	public void close() {
		values.close();
	}
}
