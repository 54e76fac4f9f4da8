package tintype.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One tensor of weights in figures.
 *
 * @param layer     name of the layer
 * @param key       the tensor's name, e.g. "kernel"
 * @param shape     in the order that {@link Operation} states
 * @param trainable whether training changes it
 * @param spread    of its values
 * @param dead      how many of its filters or units have only zeros as weights: those of
 *                  the last axis (of a transposed kernel, of the one before it)
 */
public record WeightStatistics(String layer, String key, int[] shape, boolean trainable, Spread spread, int dead) {

	/** Of all weights of a network. */
	public static List<WeightStatistics> of(LayerGraph graph) {
		List<WeightStatistics> all = new ArrayList<>();
		for (Layer layer : graph.layers())
			for (Map.Entry<String, Weight> entry : layer.weights().entrySet()) {
				Tensor tensor = entry.getValue().tensor();
				all.add(new WeightStatistics(layer.name(), entry.getKey(), tensor.shape(), entry.getValue().trainable(), Spread.of(tensor), //
					entry.getKey().endsWith("kernel") ? (int) UnitWeights.of(layer, tensor).stream().filter(UnitWeights::isDead).count() : 0));
			}
		return all;
	}

	/** What is wrong with it, in words, or "". */
	public String alarm() {
		if (spread.broken() > 0) return spread.broken() + " of " + spread.count() + " weights are no finite numbers";
		return dead == 0 ? "" : dead + " with zeros only";
	}
}
