package tintype.inspect;

import java.util.Arrays;
import java.util.stream.IntStream;

import tintype.TintypeException;
import tintype.inspect.Tunnel.Side;

/**
 * A number that leaves a layer.
 *
 * @param layer   its name
 * @param side    {@link Side#BEFORE} or {@link Side#AFTER} its activation
 * @param channel from 0, the last axis
 * @param place   the other axes, the batch first, e.g. {image, y, x}; without the batch,
 *                e.g. {y, x}, the sum over all images; null for the sum over all places
 */
public record Target(String layer, Side side, int channel, int[] place) {

	/** @throws IllegalArgumentException if it is to lie at the input of a layer */
	public Target {
		if (side == Side.INPUT) throw new IllegalArgumentException("a target is what leaves a layer");
	}

	/** One value. */
	public static Target value(String layer, Side side, int channel, int... place) {
		return new Target(layer, side, channel, place.clone());
	}

	/**
	 * The sum of a channel over all places and the whole batch. As no image depends on
	 * another one, its derivative is for each image that of its own sum.
	 */
	public static Target channel(String layer, Side side, int channel) {
		return new Target(layer, side, channel, null);
	}

	/**
	 * The derivative of this number by the layer's values: 1 where they are it.
	 *
	 * @param shape of the layer's values, channels last
	 * @throws TintypeException if it is not among them
	 */
	public Tensor ones(int[] shape) {
		int rank = shape.length;
		if (channel < 0 || channel >= shape[rank - 1]) throw missing("channel " + channel, shape);
		float[] ones = new float[(int) Tensor.count(shape)];
		Tensor tensor = new Tensor(shape, ones);
		if (place == null) for (int i = channel; i < ones.length; i += shape[rank - 1])
			ones[i] = 1;
		else if (place.length == rank - 2) for (int image = 0; image < shape[0]; image++)
			ones[index(tensor, IntStream.concat(IntStream.of(image), IntStream.of(place)).toArray())] = 1;
		else ones[index(tensor, place)] = 1;
		return tensor;
	}

	private int index(Tensor tensor, int[] where) {
		int[] shape = tensor.shape();
		boolean inside = where.length == shape.length - 1;
		for (int axis = 0; inside && axis < where.length; axis++)
			inside = where[axis] >= 0 && where[axis] < shape[axis];
		if (!inside) throw missing("place [" + Shapes.text(place) + "]", shape);
		int[] at = Arrays.copyOf(where, shape.length);
		at[shape.length - 1] = channel;
		return tensor.index(at);
	}

	private TintypeException missing(String what, int[] shape) {
		return new TintypeException("Layer " + layer + " has no " + what + " among its values of [" + Shapes.text(shape) + //
			"]: count from 0, the batch first and the channel last.");
	}
}
