package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Tensor;

/** Arrays cut and joined along an axis. */
final class Parts {

	private Parts() {}

	/** A copy of some neighbours along an axis. */
	static INDArray of(INDArray x, int axis, long from, long count) {
		long[] shape = x.shape().clone();
		shape[axis] = count;
		INDArray part = Plain.empty(shape);
		copy(x, axis, from, part, 0, count);
		return part;
	}

	/** Copies of all, one after the other along an axis. */
	static INDArray joined(List<INDArray> parts, int axis) {
		long[] shape = parts.get(0).shape().clone();
		shape[axis] = parts.stream().mapToLong(part -> part.size(axis)).sum();
		INDArray joined = Plain.empty(shape);
		long to = 0;
		for (INDArray part : parts) {
			copy(part, axis, 0, joined, to, part.size(axis));
			to += part.size(axis);
		}
		return joined;
	}

	private static void copy(INDArray source, int axis, long from, INDArray target, long to, long count) {
		int rows = 1, step = 1;
		for (int i = 0; i < axis; i++)
			rows *= (int) source.size(i);
		for (int i = axis + 1; i < source.rank(); i++)
			step *= (int) source.size(i);
		FloatBuffer values = Plain.buffer(source), copies = Plain.buffer(target);
		int sourceRow = (int) source.size(axis) * step, targetRow = (int) target.size(axis) * step, length = (int) count * step;
		int first = (int) from * step, place = (int) to * step;
		IntStream.range(0, rows).parallel().forEach(row -> copies.put(row * targetRow + place, values, row * sourceRow + first, length));
		Reference.reachabilityFence(source);
		Reference.reachabilityFence(target);
	}

	/** Some neighbours along the last axis of a tensor, copied. */
	static Tensor last(Tensor tensor, int from, int count) {
		return along(tensor.shape().length - 1, tensor, from, count);
	}

	/** Some neighbours along an axis of a tensor, copied. */
	static Tensor along(int axis, Tensor tensor, int from, int count) {
		int[] shape = tensor.shape().clone();
		int all = shape[axis], step = 1;
		for (int i = axis + 1; i < shape.length; i++)
			step *= shape[i];
		shape[axis] = count;
		float[] values = new float[(int) Tensor.count(shape)];
		for (int row = 0; row < values.length / (count * step); row++)
			System.arraycopy(tensor.values(), (row * all + from) * step, values, row * count * step, count * step);
		return new Tensor(shape, values);
	}

	/** A zero after each value, so that the last axis is twice as long. */
	static Tensor withZeros(Tensor tensor) {
		int[] shape = tensor.shape().clone();
		shape[shape.length - 1] *= 2;
		float[] values = new float[2 * tensor.values().length];
		for (int i = 0; i < tensor.values().length; i++)
			values[2 * i] = tensor.values()[i];
		return new Tensor(shape, values);
	}
}
