package tintype.inspect.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Phase;

/** x P(x) with P the normal distribution function, (1 + erf(x / sqrt 2)) / 2, by ND4J's erf (Hendrycks &amp; Gimpel 2016). */
record GaussianUnit() implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return shares(x).muli(x);
	}

	/** P(x) + x p(x). */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		try (INDArray shares = shares(x); INDArray density = Pointwise.scaled(x, ofOutput, v -> v * Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI))) {
			return Plain.copy(shares.muli(ofOutput).addi(density));
		}
	}

	/** P(x). */
	private static INDArray shares(INDArray x) {
		INDArray shares = Plain.copy(x).muli(Math.sqrt(0.5));
		return Nd4j.getExecutioner().exec(new Erf(shares, shares)).addi(1).muli(0.5);
	}
}
