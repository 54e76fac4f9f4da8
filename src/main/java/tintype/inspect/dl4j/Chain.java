package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/** One kernel after another. */
record Chain(Kernel.OfOne first, Kernel.OfOne second) implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		try (INDArray between = first.forward(x, phase)) {
			return second.forward(between, phase);
		}
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		try (INDArray between = first.forward(x, Phase.TEST); INDArray ofBetween = second.backward(between, ofOutput)) {
			return first.backward(x, ofBetween);
		}
	}

	@Override
	public void close() {
		first.close();
		second.close();
	}
}
