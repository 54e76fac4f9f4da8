package tintype.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * What one unit, or one feature map, gave for all samples and places.
 *
 * @param unit      its number, from 0: the place on the last axis
 * @param spread    of its values after the activation
 * @param dead      whether all are 0 after an activation that is flat there, such as a
 *                  ReLU: the unit learns nothing from these inputs
 * @param saturated whether all lie within 0.001 of a bound of the activation, such as
 *                  0 and 1 of a sigmoid: the unit hardly learns
 */
public record UnitStatistics(int unit, Spread spread, boolean dead, boolean saturated) {

	/**
	 * Of all units of a layer.
	 *
	 * @param after what leaves the layer after its activation, [batch, ..., unit]
	 */
	public static List<UnitStatistics> of(Layer layer, Tensor after) {
		int units = after.shape()[after.shape().length - 1];
		Limits limits = Limits.of(layer.activation());
		boolean flat = Limits.isFlatAtZero(layer.activation());
		List<UnitStatistics> statistics = new ArrayList<>();
		for (int unit = 0; unit < units; unit++) {
			Spread spread = Spread.of(after.values(), unit, units);
			statistics.add(new UnitStatistics(unit, spread, flat && spread.zeros() == 1, isSaturated(limits, after.values(), unit, units)));
		}
		return statistics;
	}

	private static boolean isSaturated(Limits limits, float[] values, int first, int step) {
		for (int i = first; i < values.length; i += step)
			if (!limits.isNear(values[i])) return false;
		return first < values.length;
	}

	/** The same unit with these inputs and others. */
	public UnitStatistics and(UnitStatistics other) {
		return new UnitStatistics(unit, spread.and(other.spread), dead && other.dead, saturated && other.saturated);
	}
}
