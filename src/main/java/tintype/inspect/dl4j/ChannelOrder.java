package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Tensor;

/**
 * Between tensors, [batch, y, x, channel], and the arrays of this engine, [batch,
 * channel, y, x]: the last axis of the one is the second of the other, whatever
 * their number.
 */
final class ChannelOrder {

	/** Values moved at once: they stay in the cache of a core. */
	private static final int BLOCK = 1 << 14;

	private ChannelOrder() {}

	/** A copy as an array, to be closed by the caller. */
	static INDArray put(Tensor tensor) {
		int[] shape = tensor.shape();
		if (shape.length < 3 && tensor.values().length > 0) return Nd4j.create(tensor.values(), IntStream.of(shape).asLongStream().toArray(), 'c');
		INDArray array = Plain.empty(channelsSecond(shape));
		if (array.isEmpty()) return array;
		int channels = shape[shape.length - 1];
		FloatBuffer values = Plain.buffer(array);
		inBlocks(shape, (sample, first, count, places) -> {
			float[] block = new float[count * channels];
			int from = (sample * places + first) * channels;
			for (int place = 0; place < count; place++)
				for (int channel = 0; channel < channels; channel++)
					block[channel * count + place] = tensor.values()[from + place * channels + channel];
			for (int channel = 0; channel < channels; channel++)
				values.put((sample * channels + channel) * places + first, block, channel * count, count);
		});
		Reference.reachabilityFence(array); // its memory goes with it, buffer or not
		return array;
	}

	/** A copy as a tensor. @param array plain */
	static Tensor take(INDArray array) {
		int[] shape = channelsLast(array);
		float[] taken = new float[Math.toIntExact(array.length())];
		if (array.isEmpty()) return new Tensor(shape, taken);
		if (shape.length < 3) Plain.buffer(array).get(taken);
		else {
			int channels = shape[shape.length - 1];
			FloatBuffer values = Plain.buffer(array);
			inBlocks(shape, (sample, first, count, places) -> {
				Interleaving rows = new Interleaving(count);
				int to = (sample * places + first) * channels;
				for (int channel = 0; channel < channels; channel += Interleaving.MOST) {
					int many = Math.min(Interleaving.MOST, channels - channel);
					for (int i = 0; i < many; i++)
						values.get((sample * channels + channel + i) * places + first, rows.values, rows.start(i), count);
					rows.write(many, taken, to + channel, channels);
				}
			});
		}
		Reference.reachabilityFence(array);
		return new Tensor(shape, taken);
	}

	/** Moves all channels of some places of one sample. */
	private interface Move {

		/** @param places of the whole sample */
		void run(int sample, int first, int count, int places);
	}

	/** On all cores, a few thousand values at a time. */
	private static void inBlocks(int[] shape, Move move) {
		int channels = shape[shape.length - 1];
		int places = (int) Tensor.count(Arrays.copyOfRange(shape, 1, shape.length - 1));
		int step = Math.max(1, BLOCK / channels), blocks = (places - 1) / step + 1;
		IntStream.range(0, shape[0] * blocks).parallel().forEach(i -> {
			int first = i % blocks * step;
			move.run(i / blocks, first, Math.min(step, places - first), places);
		});
	}

	/** The shape of an array as a tensor has it. */
	static int[] channelsLast(INDArray array) {
		int rank = array.rank();
		return IntStream.range(0, rank).map(i -> (int) array.size(axis(i, rank))).toArray();
	}

	/** The shape of a tensor as an array has it. */
	static long[] channelsSecond(int... shape) {
		int rank = shape.length;
		long[] second = new long[rank];
		for (int i = 0; i < rank; i++)
			second[axis(i, rank)] = shape[i];
		return second;
	}

	/** Where an array has an axis of a tensor. @param axis from 0, or from -1 backwards */
	static int axis(int axis, int rank) {
		int counted = axis < 0 ? axis + rank : axis;
		if (counted == 0) return 0;
		return counted == rank - 1 ? 1 : counted + 1;
	}
}
