package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;
import tintype.inspect.Padding;

/**
 * Weighted sums over a window: out = bias + sum over taps and channels of x * kernel.
 * The kernel is not flipped: these are cross-correlations, as in all such libraries.
 */
final class Convolutions {

	private static final int[] ONCE = { 1, 1 };

	private Convolutions() {}

	static DoubleTensor convolution(Demands demands, Operation.Convolution operation, Rows rows) {
		Image x = demands.images(operation.rank());
		int[] size = operation.kernel();
		int out = operation.filters(), groups = operation.groups();
		if (x.channels() % groups != 0 || out % groups != 0) throw demands.refused("channels in " + groups + " groups");
		Windows windows = Windows.sliding(demands, x, size, operation.stride(), operation.dilation(), operation.padding());
		double[] kernel = demands.weight("kernel", size[0], size[1], x.channels() / groups, out);
		Image sums = biased(demands, x, windows, demands.weightOr(0, "bias", out));
		add(x, windows, kernel, groups, sums, rows);
		return sums.tensor(operation.rank());
	}

	/** By the weights of the convolution that it transposes, in which in and out are exchanged. */
	static DoubleTensor transposed(Demands demands, Operation.TransposedConvolution operation, Rows rows) {
		Image x = demands.images(operation.rank());
		int[] size = operation.kernel(), stride = operation.stride(), dilation = operation.dilation(), more = operation.outputPadding();
		Windows windows = new Windows( //
			Axis.Transposed.of(x.height(), size[0], stride[0], dilation[0], operation.padding(), more == null ? -1 : more[0], true),
			Axis.Transposed.of(x.width(), size[1], stride[1], dilation[1], operation.padding(), more == null ? -1 : more[1], false));
		int out = operation.filters();
		double[] kernel = exchanged(demands.weight("kernel", size[0], size[1], out, x.channels()), out, x.channels());
		Image sums = biased(demands, x, windows, demands.weightOr(0, "bias", out));
		add(x, windows, kernel, 1, sums, rows);
		return sums.tensor(operation.rank());
	}

	static DoubleTensor depthwise(Demands demands, Operation.DepthwiseConvolution operation, Rows rows) {
		Image x = demands.images(operation.rank());
		Windows windows = Windows.sliding(demands, x, operation.kernel(), operation.stride(), operation.dilation(), operation.padding());
		double[] bias = demands.weightOr(0, "bias", x.channels() * operation.multiplier());
		return depthwise(demands, x, windows, operation.multiplier(), bias, rows).tensor(operation.rank());
	}

	/** The bias comes after the second of the two. */
	static DoubleTensor separable(Demands demands, Operation.SeparableConvolution operation, Rows rows) {
		Image x = demands.images(operation.rank());
		Windows windows = Windows.sliding(demands, x, operation.kernel(), operation.stride(), operation.dilation(), operation.padding());
		int between = x.channels() * operation.multiplier();
		Image parts = depthwise(demands, x, windows, operation.multiplier(), new double[between], rows);
		Windows points = Windows.sliding(demands, parts, ONCE, ONCE, ONCE, Padding.Rule.VALID);
		double[] kernel = demands.weight("pointwise_kernel", 1, 1, between, operation.filters());
		Image sums = biased(demands, parts, points, demands.weightOr(0, "bias", operation.filters()));
		add(parts, points, kernel, 1, sums, rows);
		return sums.tensor(operation.rank());
	}

	private static Image depthwise(Demands demands, Image x, Windows windows, int multiplier, double[] bias, Rows rows) {
		int[] size = { windows.y().window(), windows.x().window() };
		double[] kernel = demands.weight("depthwise_kernel", size[0], size[1], x.channels(), multiplier);
		Image sums = biased(demands, x, windows, bias);
		everywhere(sums, rows, (image, placeY, placeX, to) -> windows.each(x, image, placeY, placeX, (from, tap) -> {
			for (int out = 0, weight = tap * bias.length; out < bias.length; out++)
				sums.values()[to + out] += x.values()[from + out / multiplier] * kernel[weight + out];
		}));
		return sums;
	}

	/** @param kernel [y, x, in / groups, out] */
	private static void add(Image x, Windows windows, double[] kernel, int groups, Image sums, Rows rows) {
		int in = x.channels() / groups, out = sums.channels();
		everywhere(sums, rows, (image, placeY, placeX, to) -> windows.each(x, image, placeY, placeX, (from, tap) -> {
			for (int channel = 0; channel < x.channels(); channel++) {
				int group = channel / in * (out / groups);
				int weight = (tap * in + channel % in) * out + group;
				add(x.values()[from + channel], kernel, weight, sums.values(), to + group, out / groups);
			}
		}));
	}

	/** Adds a multiple of one vector to another. */
	private static void add(double factor, double[] vector, int from, double[] sums, int to, int count) {
		for (int i = 0; i < count; i++)
			sums[to + i] += factor * vector[from + i];
	}

	/** [tap, out, in] as [tap, in, out]. */
	private static double[] exchanged(double[] kernel, int out, int in) {
		double[] exchanged = new double[kernel.length];
		for (int i = 0; i < kernel.length; i++)
			exchanged[i / (in * out) * in * out + i % in * out + i / in % out] = kernel[i];
		return exchanged;
	}

	/** What comes out, so far only its bias. */
	private static Image biased(Demands demands, Image x, Windows windows, double[] bias) {
		Image sums = demands.zeroImages(x.batch(), windows.y().places(), windows.x().places(), bias.length);
		for (int to = 0; to < sums.values().length; to += bias.length)
			System.arraycopy(bias, 0, sums.values(), to, bias.length);
		return sums;
	}

	/** Does something for one place of what comes out. */
	private interface Place {

		void accept(int image, int y, int x, int to);
	}

	private static void everywhere(Image sums, Rows rows, Place place) {
		rows.each(sums.batch() * sums.height(), row -> {
			int image = row / sums.height(), y = row % sums.height();
			for (int x = 0; x < sums.width(); x++)
				place.accept(image, y, x, sums.index(image, y, x));
		});
	}
}
