package tintype.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tintype.TintypeException;

/**
 * A network in figures, a row for each layer.
 *
 * @param graph the network
 * @param rows  in the order of its layers, without inputs
 */
public record Summary(LayerGraph graph, List<SummaryRow> rows) {

	/** With the edges that the file states. */
	public static Summary of(LayerGraph graph) {
		return of(graph, Map.of());
	}

	/**
	 * For inputs of given edges.
	 *
	 * @param edges by the name of an input, its shape without the batch; others have the
	 *              file's
	 * @throws TintypeException if they do not fit the network
	 */
	public static Summary of(LayerGraph graph, Map<String, int[]> edges) {
		Map<String, int[]> shapes = new HashMap<>();
		Map<String, ReceptiveField> fields = new HashMap<>();
		List<SummaryRow> rows = new ArrayList<>();
		for (Layer layer : graph.layers()) {
			List<int[]> read = layer.inputs().stream().map(shapes::get).toList();
			int[] shape = layer.isInput() && edges.containsKey(layer.name()) ? edges.get(layer.name()) : OutputShape.of(layer, read);
			ReceptiveField field = Fields.of(layer, layer.inputs().stream().map(fields::get).toList(), read, shape);
			shapes.put(layer.name(), shape);
			fields.put(layer.name(), field);
			if (!layer.isInput()) rows.add(row(rows.size() + 1, layer, read.isEmpty() ? null : read.get(0), shape, field));
		}
		return new Summary(graph, List.copyOf(rows));
	}

	private static SummaryRow row(int number, Layer layer, int[] in, int[] shape, ReceptiveField field) {
		String activation = layer.activation().isLinear() ? "-" : layer.activation().label();
		Spread parameters = layer.weights().values().stream().map(weight -> Spread.of(weight.tensor())).reduce(Spread::and).orElse(null);
		String note = layer.operation() instanceof Operation.Unsupported unsupported ? unsupported.reason() : layer.note();
		return new SummaryRow(number, layer, activation, layer.inputs(), shape, Costs.of(layer, in, shape), bytes(shape), field, parameters, note);
	}

	private static long bytes(int[] shape) {
		long bytes = shape == null ? -1 : Float.BYTES;
		for (int i = 0; shape != null && i < shape.length && bytes >= 0; i++)
			bytes = shape[i] < 0 ? -1 : bytes * shape[i];
		return bytes;
	}

	/** The row of a layer of this name, or null for an input. */
	public SummaryRow row(String layer) {
		return rows.stream().filter(row -> row.layer().name().equals(layer)).findFirst().orElse(null);
	}

	/** Number of all parameters; those of a shared layer count once. */
	public long parameters() {
		return distinct().stream().mapToLong(Weight::count).sum();
	}

	/** Number of parameters that training changes. */
	public long trainable() {
		return distinct().stream().filter(Weight::trainable).mapToLong(Weight::count).sum();
	}

	private Set<Weight> distinct() {
		Set<Weight> weights = new HashSet<>();
		graph.layers().forEach(layer -> weights.addAll(layer.weights().values()));
		return weights;
	}

	/** MACs of all layers for one image; -1 if those of one are unknown. */
	public long macs() {
		return rows.stream().anyMatch(row -> row.macs() < 0) ? -1 : rows.stream().mapToLong(SummaryRow::macs).sum();
	}

	/** Bytes that leave all layers for one image; -1 if those of one are unknown. */
	public long bytes() {
		return rows.stream().anyMatch(row -> row.bytes() < 0) ? -1 : rows.stream().mapToLong(SummaryRow::bytes).sum();
	}
}
