package tintype.inspect.dl4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/** Of each two channels the first. */
record EverySecond() implements Kernel.OfOne {

	private static final int OF_TWO = 2;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray first = Parts.of(pairs(x, 2), OF_TWO, 0, 1);
		return Plain.shaped(first, x.size(0), x.size(1) / 2, x.size(2), x.size(3));
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		try (INDArray zeros = Plain.filled(0, ofOutput.shape())) {
			return Plain.shaped(Parts.joined(List.of(pairs(ofOutput, 1), pairs(zeros, 1)), OF_TWO), x.shape());
		}
	}

	private static INDArray pairs(INDArray x, int each) {
		return Plain.shaped(x, x.size(0), x.size(1) / each, each, x.size(2), x.size(3));
	}
}
