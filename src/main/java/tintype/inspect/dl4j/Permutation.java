package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Operation;
import tintype.inspect.Phase;

/** Axes in another order. @param axes old axes of arrays in their new order */
record Permutation(int... axes) implements Kernel.OfOne {

	static Permutation of(Operation.Permute operation) {
		int rank = operation.axes().length + 1;
		int[] axes = new int[rank];
		for (int i = 1; i < rank; i++)
			axes[ChannelOrder.axis(i, rank)] = ChannelOrder.axis(operation.axes()[i - 1], rank);
		return new Permutation(axes);
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return Plain.copy(x.permute(axes));
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		int[] back = new int[axes.length];
		for (int i = 0; i < axes.length; i++)
			back[axes[i]] = i;
		return Plain.copy(ofOutput.permute(back));
	}
}
