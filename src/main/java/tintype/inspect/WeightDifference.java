package tintype.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tintype.TintypeException;

/**
 * How far one tensor of weights lies from that of another network.
 *
 * @param layer    name of the layer
 * @param key      name of the tensor
 * @param count    how many weights
 * @param largest  largest absolute difference
 * @param rms      root of the mean squared difference
 * @param relative rms in units of the first network's own root mean square; infinite
 *                 where that is 0 and they differ
 */
public record WeightDifference(String layer, String key, int count, double largest, double rms, double relative) {

	/**
	 * Of two networks of the same shape; layers are taken in their order, whatever their
	 * names.
	 *
	 * @throws TintypeException if their layers or weights are not of the same shapes
	 */
	public static List<WeightDifference> of(LayerGraph one, LayerGraph other) {
		if (one.layers().size() != other.layers().size()) throw unlike(one, other, one.layers().size() + " and " + other.layers().size() + " layers");
		List<WeightDifference> differences = new ArrayList<>();
		for (int i = 0; i < one.layers().size(); i++) {
			Layer mine = one.layers().get(i), its = other.layers().get(i);
			if (!mine.weights().keySet().equals(its.weights().keySet())) throw unlike(one, other, "other weights in " + mine.name());
			for (Map.Entry<String, Weight> entry : mine.weights().entrySet()) {
				Tensor a = entry.getValue().tensor(), b = its.weight(entry.getKey());
				if (!Arrays.equals(a.shape(), b.shape())) throw unlike(one, other, mine.name() + " has " + Shapes.text(a.shape()) + " and " + Shapes.text(b.shape()) + " weights");
				differences.add(of(mine.name(), entry.getKey(), a.values(), b.values()));
			}
		}
		return differences;
	}

	private static TintypeException unlike(LayerGraph one, LayerGraph other, String how) {
		return new TintypeException(one.title() + " and " + other.title() + " are not of the same shape (" + how + "): compare two models of one network.");
	}

	private static WeightDifference of(String layer, String key, float[] a, float[] b) {
		double largest = 0, squares = 0, own = 0;
		for (int i = 0; i < a.length; i++) {
			double apart = Math.abs((double) a[i] - b[i]);
			largest = Math.max(largest, apart);
			squares += apart * apart;
			own += (double) a[i] * a[i];
		}
		double relative = squares == 0 ? 0 : Math.sqrt(squares / own);
		return new WeightDifference(layer, key, a.length, largest, a.length == 0 ? 0 : Math.sqrt(squares / a.length), relative);
	}
}
