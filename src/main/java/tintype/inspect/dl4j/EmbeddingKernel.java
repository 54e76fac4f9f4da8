package tintype.inspect.dl4j;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/** Rows of a table. DeepLearning4J's own layers cut off fractions, and know one axis of words. */
final class EmbeddingKernel implements Kernel.OfOne {

	private final String name;
	private final Tensor table;

	EmbeddingKernel(Layer layer, Operation.Embedding operation) {
		name = layer.name();
		table = Weights.of(layer, "embeddings", operation.words(), operation.units());
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		Tensor words = ChannelOrder.take(x);
		int units = table.shape()[1];
		int[] shape = Arrays.copyOf(words.shape(), words.shape().length + 1);
		shape[shape.length - 1] = units;
		float[] rows = new float[Math.toIntExact(Tensor.count(shape))];
		for (int i = 0; i < words.values().length; i++)
			System.arraycopy(table.values(), row(words.values()[i]) * units, rows, i * units, units);
		return ChannelOrder.put(new Tensor(shape, rows));
	}

	private int row(float word) {
		int row = (int) word;
		if (row != word || row < 0 || row >= table.shape()[0]) throw new TintypeException("Layer " + name + " reads whole numbers from 0 to " + //
			(table.shape()[0] - 1) + ", but was given " + word + ": give the numbers of words.");
		return row;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		throw new TintypeException("Layer " + name + " chooses by whole numbers, which has no derivative: begin after it.");
	}
}
