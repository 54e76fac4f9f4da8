package tintype.inspect.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;

/** From a model, whose layers have their weights, to a graph. Models used as layers become rows "outer/inner". */
final class KerasGraph {

	private final String source;
	private final GraphRows rows;
	private final KerasRows layers;

	private KerasGraph(String source, KerasModel model) {
		this.source = source;
		rows = new GraphRows(source);
		layers = new KerasRows(rows, turnedRanks(model));
	}

	/**
	 * The graph of a model.
	 *
	 * @param title  name of the file
	 * @param format what wrote it
	 * @throws TintypeException if its layers read what is not there
	 */
	static LayerGraph of(KerasModel model, String title, String format) {
		KerasGraph graph = new KerasGraph(title, model);
		List<Port> outputs = graph.run(model, "", null);
		List<Layer> all = graph.rows.all();
		return new LayerGraph(title, format, all, outputs.stream().map(Port::row).distinct().toList(), graph.layers.turnedInput());
	}

	/** Numbers of axes of images or sequences that layers read channels first. */
	private static Set<Integer> turnedRanks(KerasModel model) {
		return model.leaves().stream().filter(leaf -> leaf.recipe().order().apply(-1) == Recipe.Order.CHANNELS_LAST) //
			.map(leaf -> rank(leaf.recipe().operation())).filter(rank -> rank > 0).map(rank -> rank + 2).collect(Collectors.toSet());
	}

	/** 1 for layers over sequences, 2 for layers over images, 0 for others. */
	static int rank(Operation operation) {
		if (operation instanceof Operation.Convolution layer) return layer.rank();
		if (operation instanceof Operation.TransposedConvolution layer) return layer.rank();
		if (operation instanceof Operation.DepthwiseConvolution layer) return layer.rank();
		if (operation instanceof Operation.SeparableConvolution layer) return layer.rank();
		if (operation instanceof Operation.Pooling layer) return layer.rank();
		if (operation instanceof Operation.ZeroPadding layer) return layer.rank();
		if (operation instanceof Operation.Cropping layer) return layer.rank();
		return operation instanceof Operation.Upsampling layer ? layer.rank() : 0;
	}

	/** One use of a layer. @param place in the order of the file */
	private record Use(KerasLayer layer, int call, int place) {

		KerasCall what() {
			return layer.calls().get(call);
		}
	}

	/**
	 * Adds the rows of a model.
	 *
	 * @param given what its inputs read, or null if they are inputs of the graph
	 * @return what its outputs give
	 */
	private List<Port> run(KerasModel model, String prefix, List<Port> given) {
		Map<KerasCall.Source, Use> uses = uses(model);
		Map<KerasCall.Source, List<Port>> values = new HashMap<>();
		for (Use use : inOrder(uses)) {
			List<Port> read = new ArrayList<>();
			for (KerasCall.Source input : use.what().inputs())
				read.add(value(values, input));
			KerasCall.Source key = new KerasCall.Source(use.layer().name(), use.call(), 0);
			int place = given == null ? -1 : inputPlace(model, use.layer());
			values.put(key, place >= 0 ? List.of(given.get(place)) : add(use, prefix, read));
		}
		return model.outputs().stream().map(output -> value(values, output)).toList();
	}

	private int inputPlace(KerasModel model, KerasLayer layer) {
		for (int i = 0; i < model.inputs().size(); i++)
			if (model.inputs().get(i).layer().equals(layer.name())) return i;
		return -1;
	}

	private List<Port> add(Use use, String prefix, List<Port> read) {
		KerasLayer layer = use.layer();
		String name = prefix + layer.name() + (use.call() == 0 ? "" : " (" + (use.call() + 1) + ")");
		if (layer.model() == null) return List.of(layers.add(layer, use.what(), name, read));
		boolean known = use.what().problem().isEmpty() && read.size() == layer.model().inputs().size();
		if (!known) throw new TintypeException("The model " + layer.name() + " inside " + source + //
			" reads in a way that Tintype does not know: save it as a file of its own.");
		return run(layer.model(), name + "/", read);
	}

	private Port value(Map<KerasCall.Source, List<Port>> values, KerasCall.Source wanted) {
		List<Port> ports = values.get(new KerasCall.Source(wanted.layer(), wanted.call(), 0));
		if (ports == null) throw Damage.of(source + " gives or reads a layer " + wanted.layer() + " that it does not have");
		if (wanted.place() >= 0 && wanted.place() < ports.size()) return ports.get(wanted.place());
		// Only layers that can't be computed have more outputs than their one row.
		return ports.get(0);
	}

	private static Map<KerasCall.Source, Use> uses(KerasModel model) {
		Map<KerasCall.Source, Use> uses = new HashMap<>();
		for (KerasLayer layer : model.layers())
			for (int call = 0; call < layer.calls().size(); call++)
				uses.put(new KerasCall.Source(layer.name(), call, 0), new Use(layer, call, uses.size()));
		return uses;
	}

	/** Each use after those that it reads, otherwise as in the file (Kahn 1962). */
	private List<Use> inOrder(Map<KerasCall.Source, Use> uses) {
		Map<Use, List<Use>> readers = new HashMap<>();
		Map<Use, Integer> missing = new HashMap<>();
		for (Use use : uses.values()) {
			List<Use> read = use.what().inputs().stream().map(input -> find(uses, input)).toList();
			missing.put(use, read.size());
			read.forEach(one -> readers.computeIfAbsent(one, key -> new ArrayList<>()).add(use));
		}
		PriorityQueue<Use> ready = new PriorityQueue<>((a, b) -> Integer.compare(a.place(), b.place()));
		uses.values().stream().filter(use -> missing.get(use) == 0).forEach(ready::add);
		List<Use> order = new ArrayList<>();
		while (!ready.isEmpty()) {
			Use use = ready.poll();
			order.add(use);
			for (Use reader : readers.getOrDefault(use, List.of()))
				if (missing.merge(reader, -1, Integer::sum) == 0) ready.add(reader);
		}
		if (order.size() < uses.size()) throw Damage.of("The layers of " + source + " read one another in a circle");
		return order;
	}

	private Use find(Map<KerasCall.Source, Use> uses, KerasCall.Source input) {
		Use use = uses.get(new KerasCall.Source(input.layer(), input.call(), 0));
		if (use == null) throw Damage.of("A layer of " + source + " reads a layer " + input.layer() + " that is not there");
		return use;
	}
}
