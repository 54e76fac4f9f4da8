package tintype.inspect.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Weight;
import tintype.nn.Coefficients;

/**
 * The rows of a DeepLearning4J network, first without weights, so that their number
 * is known before anything is allocated for them.
 */
final class Dl4jGraph {

	private record Row(String name, String type, Part part, List<String> inputs) {}

	/** What a vertex gives: the name of its last row, and how the file keeps it. */
	private record Value(String row, Layout layout) {}

	private final Dl4jNetwork network;
	private final Map<String, List<Dl4jNetwork.Vertex>> readers;
	private final Names names = new Names();
	private final List<Row> rows = new ArrayList<>();
	private final Map<String, Value> values = new HashMap<>();

	/** @throws IllegalArgumentException if a layer's settings make no sense */
	Dl4jGraph(Dl4jNetwork network) {
		this.network = network;
		readers = Expected.readers(network);
		for (String input : network.inputs())
			addInput(input);
		for (Dl4jNetwork.Vertex vertex : network.vertices()) {
			if (vertex.layer()) addLayer(vertex);
			else addVertex(vertex);
		}
	}

	private void addInput(String input) {
		Expected expected = Expected.of(input, readers);
		int[] shape = expected.shape();
		if (readers.getOrDefault(input, List.of()).stream().anyMatch(reader -> reader.fields().kind().startsWith("Embedding"))) shape = new int[] {
			readers.get(input).get(0).fields().kind().equals("EmbeddingLayer") ? 1 : -1 };
		Part part = Part.of(new Operation.Input(shape), expected.layout() == null ? Layout.OTHER.ofRank(1) : expected.layout());
		values.put(input, new Value(add(input, "Input", part, List.of()), part.layout()));
	}

	private String add(String name, String type, Part part, List<String> inputs) {
		String unique = names.unique(name);
		rows.add(new Row(unique, type, part, inputs));
		return unique;
	}

	/** Preprocessor, dropout of the input, layer, and what follows from its settings, each as a row. */
	private void addLayer(Dl4jNetwork.Vertex vertex) {
		Fields layer = vertex.fields();
		boolean frozen = layer.kind().startsWith("FrozenLayer");
		if (frozen) layer = layer.inner(layer.has("layer") ? "layer" : "underlying");
		Value in = values.get(vertex.reads().get(0));
		if (vertex.preprocessor() != null) for (Step step : Dl4jPreprocessors.steps(vertex.preprocessor(), in.layout, Expected.layout(layer)))
			in = follow(vertex.name() + " " + step.suffix(), vertex.preprocessor().kind(), step.part(), in);
		Fields core = layer.kind().equals("LastTimeStep") || layer.kind().equals("TimeDistributed") ? layer.inner("underlying") : layer;
		if (!frozen && Dl4jDropout.drops(core)) in = follow(vertex.name() + " dropout", core.inner("idropout").kind(), Dl4jDropout.of(core, in.layout), in);
		Part part = Dl4jLayers.part(layer, in.layout);
		if (frozen) part = part.frozen().noted("It is frozen: training does not change it, and it works in training as afterwards.");
		Value out = follow(vertex.name(), layer.kind(), part, in);
		Part scale = Dl4jNormalization.lockedScale(layer, out.layout);
		if (scale != null) out = follow(vertex.name() + " scale", layer.kind(), scale, out);
		if (layer.kind().equals("EmbeddingLayer")) out = follow(vertex.name() + " flatten", layer.kind(), Part.of(new Operation.Flatten(), Layout.ROWS), out);
		values.put(vertex.name(), out);
	}

	private Value follow(String name, String type, Part part, Value in) {
		return new Value(add(name, type, part, List.of(in.row)), part.layout());
	}

	private void addVertex(Dl4jNetwork.Vertex vertex) {
		List<Value> in = vertex.reads().stream().map(values::get).toList();
		List<String> inputs = in.stream().map(Value::row).toList();
		Value out = null;
		String type = vertex.fields().kind();
		Layout expected = type.equals("ReshapeVertex") || type.equals("PreprocessorVertex") ? Expected.of(vertex.name(), readers).layout() : null;
		List<Step> steps = Dl4jVertices.steps(vertex.fields(), in.stream().map(Value::layout).toList(), expected);
		for (int i = 0; i < steps.size(); i++) {
			boolean last = i == steps.size() - 1;
			String name = last ? vertex.name() : vertex.name() + " " + steps.get(i).suffix();
			Part part = steps.get(i).part();
			out = new Value(add(name, type, part, out == null ? inputs : List.of(out.row)), part.layout());
		}
		values.put(vertex.name(), out);
	}

	/** How many numbers of the file belong to layers that are known, and to the others as far as that is known. */
	long count() {
		return rows.stream().mapToLong(row -> Math.max(0, row.part.count())).reduce(0, Math::addExact);
	}

	/**
	 * How many layers have an unknown number of numbers. With one, it follows from all
	 * others; with more, what lies between them cannot be found.
	 */
	long unknown() {
		return rows.stream().filter(row -> row.part.count() < 0).count();
	}

	/** Whether the file's own order has channels first anywhere. */
	private boolean channelsFirst() {
		return rows.stream().anyMatch(row -> row.part.layout().channelsFirst());
	}

	/**
	 * The whole graph.
	 *
	 * @param row    of all weights; read to the last of them
	 * @param title  of the graph
	 * @param format of the file
	 * @throws IOException if the weights end too early
	 */
	LayerGraph read(Coefficients row, String title, String format) throws IOException {
		long rest = row.count() - count();
		List<Layer> layers = new ArrayList<>();
		for (Row next : rows) {
			Part part = next.part;
			if (part.unread() != 0) row.skip(part.unread() < 0 ? rest : part.unread());
			layers.add(new Layer(next.name, next.type, part.operation(), part.activation(), next.inputs, weights(part, row), part.note()));
		}
		List<String> outputs = network.outputs().stream().map(output -> values.get(output).row).toList();
		return new LayerGraph(title, format, layers, outputs, channelsFirst());
	}

	/** In the operation's order, in which the bias comes last. */
	private static Map<String, Weight> weights(Part part, Coefficients row) throws IOException {
		Map<String, Weight> weights = new LinkedHashMap<>();
		for (StoredWeight stored : part.weights())
			weights.put(stored.key(), stored.read(row));
		Weight bias = weights.remove("bias");
		if (bias != null) weights.put("bias", bias);
		return weights;
	}
}
