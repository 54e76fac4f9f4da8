package tintype.ij;

import java.util.Arrays;
import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.ImageStack;
import tintype.TintypeException;
import tintype.inspect.Tensor;

/** Tensors as ImageJ's stacks of 32 bits. */
final class TensorImages {

	/** Share of values at either end that the range of display leaves out. */
	private static final double EXTREME = 0.001;

	/** About how many values the range is found from. */
	private static final int SAMPLE = 1 << 18;

	private TensorImages() {}

	/** Whether its values lie in a plane, so that they make an image: [image, y, x, channel] or [sequence, time, channel]. */
	static boolean isSpatial(Tensor tensor) {
		return tensor.shape().length == 4 || tensor.shape().length == 3;
	}

	/**
	 * A hyperstack with a channel for each of the tensor's, and a frame for each image.
	 * Of sequences, [sequence, time, channel], one plane shows x as time and y as channel.
	 *
	 * @param label of a channel, from 0
	 */
	static ImagePlus stack(String title, Tensor tensor, IntFunction<String> label) {
		int[] shape = tensor.shape();
		if (Tensor.count(shape) == 0) throw new TintypeException("There is nothing to show of " + title + ": it has no values.");
		boolean image = shape.length == 4;
		int width = image ? shape[2] : shape[1], height = image ? shape[1] : shape[2], channels = image ? shape[3] : 1;
		ImageStack stack = new ImageStack(width, height);
		for (int n = 0; n < shape[0]; n++)
			for (int c = 0; c < channels; c++)
				stack.addSlice(label.apply(c), image ? map(tensor, n, c) : turned(tensor, n));
		ImagePlus imp = new ImagePlus(title, stack);
		imp.setDimensions(channels, 1, shape[0]);
		imp.setOpenAsHyperStack(stack.size() > 1);
		return imp;
	}

	/** One channel of one image of [image, y, x, channel], row by row. */
	private static float[] map(Tensor tensor, int image, int channel) {
		int channels = tensor.shape()[3];
		float[] map = new float[tensor.shape()[1] * tensor.shape()[2]];
		int from = image * map.length * channels + channel;
		for (int i = 0; i < map.length; i++)
			map[i] = tensor.values()[from + i * channels];
		return map;
	}

	private static float[] turned(Tensor tensor, int sequence) {
		int times = tensor.shape()[1], channels = tensor.shape()[2];
		float[] plane = new float[times * channels];
		for (int t = 0; t < times; t++)
			for (int c = 0; c < channels; c++)
				plane[c * times + t] = tensor.values()[(sequence * times + t) * channels + c];
		return plane;
	}

	/**
	 * One range of display for the whole stack, without its most extreme values: grey from
	 * low to high, or, where there are values below 0, diverging with 0 in the middle.
	 */
	static void setRange(ImagePlus imp) {
		float[] values = sample(imp);
		Arrays.sort(values);
		int cut = (int) (EXTREME * values.length);
		double low = values.length == 0 ? 0 : values[cut], high = values.length == 0 ? 1 : values[values.length - 1 - cut];
		if (values.length > 0 && low == high) {
			low = values[0];
			high = values[values.length - 1];
		}
		if (low < 0) setSigned(imp, Math.max(-low, high));
		else imp.setDisplayRange(low, high > low ? high : low + 1);
	}

	/** Diverging around 0, up to the largest value of either sign. */
	static void setSignedRange(ImagePlus imp) {
		float most = 0;
		for (float value : sample(imp))
			most = Math.max(most, Math.abs(value));
		setSigned(imp, most > 0 ? most : 1);
	}

	private static void setSigned(ImagePlus imp, double most) {
		imp.setLut(Diverging.upTo(most));
	}

	/** Finite values, evenly spread over the stack. */
	private static float[] sample(ImagePlus imp) {
		long all = (long) imp.getWidth() * imp.getHeight() * imp.getStackSize();
		int step = (int) Math.max(1, all / SAMPLE), count = 0;
		float[] values = new float[(int) (all / step) + 1];
		for (long i = 0; i < all; i += step) {
			float[] plane = (float[]) imp.getStack().getPixels((int) (i / (imp.getWidth() * imp.getHeight())) + 1);
			float value = plane[(int) (i % plane.length)];
			if (Float.isFinite(value)) values[count++] = value;
		}
		return Arrays.copyOf(values, count);
	}
}
