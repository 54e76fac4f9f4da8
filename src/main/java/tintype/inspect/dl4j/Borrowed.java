package tintype.inspect.dl4j;

import java.util.function.DoubleUnaryOperator;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * An activation of ND4J's, which overwrites what it reads, on a copy.
 *
 * @param function without parameters that it learns
 * @param slope    its derivative where ND4J's own is wrong, else null
 */
record Borrowed(IActivation function, DoubleUnaryOperator slope) implements Kernel.OfOne {

	Borrowed(IActivation function) {
		this(function, null);
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray copy = Plain.copy(x);
		try (Scratch scratch = new Scratch()) {
			return kept(function.getActivation(copy, phase.training()), copy);
		}
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		if (slope != null) return Pointwise.scaled(x, ofOutput, slope);
		INDArray copy = Plain.copy(x);
		try (Scratch scratch = new Scratch()) {
			return kept(function.backprop(copy, ofOutput).getFirst(), copy);
		}
	}

	/** What came out; the copy is closed if it was left for another array. */
	private static INDArray kept(INDArray result, INDArray copy) {
		if (result.data() == copy.data()) return copy;
		INDArray own = result.isAttached() ? Plain.copy(result) : Plain.own(result);
		copy.close();
		return own;
	}
}
