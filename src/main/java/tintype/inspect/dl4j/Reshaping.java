package tintype.inspect.dl4j;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Values in their order as a tensor, [batch, y, x, channel], under another shape.
 *
 * @param edges without the batch; one may be -1
 */
record Reshaping(int... edges) implements Kernel.OfOne {

	/** All of a sample in a row. */
	static Reshaping flat() {
		return new Reshaping(-1);
	}

	static Reshaping of(Operation.Reshape operation) {
		return new Reshaping(operation.shape());
	}

	/** The shape that comes out. @param count of all values that come in */
	int[] shape(int batch, long count) {
		int[] shape = new int[edges.length + 1];
		shape[0] = batch;
		System.arraycopy(edges, 0, shape, 1, edges.length);
		long known = Arrays.stream(shape).filter(size -> size >= 0).asLongStream().reduce(1, Math::multiplyExact);
		for (int i = 1; i < shape.length; i++)
			if (shape[i] < 0) shape[i] = known == 0 ? 0 : (int) (count / known);
		return shape;
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return ChannelOrder.put(new Tensor(shape((int) x.size(0), x.length()), ChannelOrder.take(x).values()));
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return ChannelOrder.put(new Tensor(ChannelOrder.channelsLast(x), ChannelOrder.take(ofOutput).values()));
	}
}
