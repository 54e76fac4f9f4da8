package tintype.inspect.dl4j;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nd4j.linalg.activations.impl.ActivationPReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Phase;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/** x above 0 and alpha x below, by DeepLearning4J's; its way back fails where alpha is shared. */
final class ParametricRelu implements Kernel.OfOne {

	private final Layer layer;

	/** Without the batch, edges of 1 shared. */
	private final INDArray alpha;

	ParametricRelu(Layer layer) {
		this.layer = layer;
		Tensor weight = layer.weight("alpha");
		if (weight == null) throw new TintypeException("Layer " + layer.name() + " has no weight alpha: save the model again with its weights.");
		int[] shape = IntStream.concat(IntStream.of(1), IntStream.of(weight.shape())).toArray();
		INDArray values = ChannelOrder.put(new Tensor(shape, weight.values()));
		alpha = Plain.shaped(values, Arrays.copyOfRange(values.shape(), 1, shape.length));
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		check(x);
		return new Borrowed(new ActivationPReLU(alpha, shared(x))).forward(x, phase);
	}

	/** Axes of which alpha has one, counted from 1 without the batch. */
	private long[] shared(INDArray x) {
		return IntStream.range(0, alpha.rank()).filter(axis -> alpha.size(axis) < x.size(axis + 1)).mapToLong(axis -> axis + 1).toArray();
	}

	/** dy for x above 0, alpha dy below. */
	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		check(x);
		long[] spread = new long[x.rank()];
		spread[0] = 1;
		System.arraycopy(alpha.shape(), 0, spread, 1, alpha.rank());
		try (Scratch scratch = new Scratch()) {
			INDArray above = Nd4j.getExecutioner().exec(new Step(x, x.ulike(), 0));
			INDArray below = above.rsub(1).mul(Plain.shaped(alpha, spread));
			return Plain.copy(above.add(below).mul(ofOutput));
		}
	}

	private void check(INDArray x) {
		boolean fits = x.rank() == alpha.rank() + 1;
		for (int axis = 0; fits && axis < alpha.rank(); axis++)
			fits = alpha.size(axis) == 1 || alpha.size(axis) == x.size(axis + 1);
		if (!fits) throw new TintypeException("Layer " + layer.name() + " has slopes for [" + Shapes.text(layer.weight("alpha").shape()) + //
			"], but was given [" + Shapes.text(ChannelOrder.channelsLast(x)) + "]: give an input of the size that the network was made for.");
	}

	@Override
	public void close() {
		alpha.close();
	}
}
