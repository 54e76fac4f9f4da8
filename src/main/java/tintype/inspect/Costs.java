package tintype.inspect;

import java.util.Arrays;

/**
 * Multiplications with an addition (MACs) for one image. Only products with weights
 * count; biases, activations, normalisation and pooling do not.
 */
final class Costs {

	private Costs() {}

	/** @return -1 where an edge is open */
	static long of(Layer layer, int[] in, int[] out) {
		Operation operation = layer.operation();
		if (in == null || out == null) return operation instanceof Operation.Input ? 0 : -1;
		long channels = in[in.length - 1];
		if (operation instanceof Operation.Dense dense) return times(places(out), channels, dense.units());
		if (operation instanceof Operation.Convolution c) return times(places(out), area(c.kernel()), channels / c.groups(), c.filters());
		if (operation instanceof Operation.DepthwiseConvolution c) return times(places(out), area(c.kernel()), channels, c.multiplier());
		if (operation instanceof Operation.SeparableConvolution c)
			return times(places(out), area(c.kernel()) * channels * c.multiplier() + channels * c.multiplier() * c.filters());
		if (operation instanceof Operation.TransposedConvolution c) return times(places(in), area(c.kernel()), channels, c.filters());
		if (operation instanceof Operation.Recurrent r) return times(places(in), gates(r.cell()), channels + r.units(), r.units());
		return 0;
	}

	private static long gates(Operation.Cell cell) {
		return switch (cell) {
			case SIMPLE -> 1;
			case LSTM -> 4;
			case GRU -> 3;
		};
	}

	private static long area(int[] kernel) {
		return (long) kernel[0] * (kernel.length > 1 ? kernel[1] : 1);
	}

	/** Product of all edges but the last; -1 if one is open. */
	private static long places(int[] shape) {
		return times(Arrays.stream(shape).limit(shape.length - 1).asLongStream().toArray());
	}

	/** -1 if a factor is unknown, or the product is more than any machine computes. */
	private static long times(long... factors) {
		long product = 1;
		for (long factor : factors) {
			if (factor < 0 || factor > 0 && product > Long.MAX_VALUE / factor) return -1;
			product *= factor;
		}
		return product;
	}
}
