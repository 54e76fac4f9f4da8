package tintype.nn;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.Maps;

/**
 * The values of a channel of a float32 tensor [batch, channel, y, x], one after
 * the other through the batch, to be copied in blocks. A view of the tensor; safe
 * for several threads.
 */
final class ChannelValues {

	/** Most values of a tensor: JavaCPP's buffers have less than 2 GiB. */
	static final long MOST = Integer.MAX_VALUE / Float.BYTES;

	/** Values per channel: batch x height x width. */
	final int count;

	/** Whose memory it is: that goes with it, buffer or not. */
	private final Object owner;
	private final FloatBuffer values;
	private final int channels;
	private final int map;

	/** @param tensor without gaps, x fastest, at most {@link #MOST} values */
	ChannelValues(INDArray tensor) {
		this(tensor, Tensors.memory(tensor), (int) tensor.size(0), (int) tensor.size(1), (int) (tensor.size(2) * tensor.size(3)));
	}

	/** The values of maps in native memory. */
	ChannelValues(Maps maps) {
		this(maps, maps.values(), maps.pictures(), maps.channels(), maps.plane());
	}

	private ChannelValues(Object owner, FloatBuffer values, int pictures, int channels, int map) {
		this.owner = owner;
		this.values = values;
		this.channels = channels;
		this.map = map;
		count = pictures * map;
	}

	/**
	 * Copies values from the tensor.
	 *
	 * @param from  number of the first, 0 to {@link #count}
	 * @param block receives as many as there are and as it has room for
	 * @return how many these were
	 */
	int get(int channel, int from, float[] block) {
		int n = Math.min(block.length, count - from);
		for (int done = 0, length; done < n; done += length) {
			int i = from + done;
			length = Math.min(n - done, map - i % map);
			values.get(place(channel, i), block, done, length);
		}
		Reference.reachabilityFence(owner);
		return n;
	}

	/** Copies n values of the block into the tensor; see {@link #get}. */
	void put(int channel, int from, float[] block, int n) {
		for (int done = 0, length; done < n; done += length) {
			int i = from + done;
			length = Math.min(n - done, map - i % map);
			values.put(place(channel, i), block, done, length);
		}
		Reference.reachabilityFence(owner);
	}

	private int place(int channel, int i) {
		return (i / map * channels + channel) * map + i % map;
	}
}
