package tintype.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights that lead into one unit, or the filter of one feature map.
 *
 * @param unit   its number, from 0
 * @param spread of its weights
 * @param norm   root of the sum of their squares, without those that are no finite numbers
 */
public record UnitWeights(int unit, Spread spread, double norm) {

	/**
	 * Of all units of a kernel: those of its last axis, of a transposed convolution of the
	 * one before it.
	 *
	 * @param layer that the kernel belongs to
	 */
	public static List<UnitWeights> of(Layer layer, Tensor kernel) {
		int[] shape = kernel.shape();
		boolean transposed = layer.operation() instanceof Operation.TransposedConvolution;
		int block = transposed ? shape[shape.length - 1] : 1, units = shape[shape.length - (transposed ? 2 : 1)];
		List<UnitWeights> all = new ArrayList<>();
		for (int unit = 0; unit < units; unit++)
			all.add(of(unit, values(kernel.values(), unit * block, block, units * block)));
		return all;
	}

	/** The blocks that begin at from, from + period, ... */
	private static float[] values(float[] all, int from, int block, int period) {
		float[] values = new float[period == 0 ? 0 : all.length / period * block];
		for (int i = from, to = 0; i < all.length; i += period, to += block)
			System.arraycopy(all, i, values, to, block);
		return values;
	}

	private static UnitWeights of(int unit, float[] values) {
		Spread spread = Spread.of(values, 0, 1);
		double finite = spread.count() - spread.broken(), squares = spread.deviation() * spread.deviation() + spread.mean() * spread.mean();
		return new UnitWeights(unit, spread, finite == 0 ? 0 : Math.sqrt(finite * squares));
	}

	/** Whether all weights are 0, so that the unit sees nothing. */
	public boolean isDead() {
		return spread.count() > 0 && spread.zeros() == 1;
	}
}
