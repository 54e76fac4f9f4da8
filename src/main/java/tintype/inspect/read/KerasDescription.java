package tintype.inspect.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;

/** Makes models from their descriptions: Sequential and functional ones, and those inside of others. */
final class KerasDescription {

	private static final Set<String> FUNCTIONAL = Set.of("Model", "Functional");

	private final Origin origin;

	KerasDescription(Origin origin) {
		this.origin = origin;
	}

	/**
	 * The model of a file.
	 *
	 * @throws TintypeException if it is a class of somebody's own, or makes no sense
	 */
	KerasModel model(JsonNode description) {
		String type = description.path("class_name").asText("");
		if (!isModel(description)) throw new TintypeException(origin.source() + " holds a model of the class " + (type.isEmpty() ? "?" : type) + //
			", whose Python code is not in the file: build it as a functional or Sequential model, and save that.");
		return model(description, true);
	}

	private static boolean isModel(JsonNode description) {
		String type = description.path("class_name").asText("");
		return !Foreign.is(description) && (type.equals("Sequential") || FUNCTIONAL.contains(type) && description.path("config").path("layers").isArray());
	}

	private KerasModel model(JsonNode description, boolean trainable) {
		JsonNode config = description.path("config");
		boolean all = trainable && config.path("trainable").asBoolean(true);
		return description.path("class_name").asText().equals("Sequential") ? sequential(config, all) : functional(config, all);
	}

	private KerasLayer layer(JsonNode node, String otherwise, boolean trainable) {
		JsonNode config = node.path("config");
		String name = node.path("name").asText(config.path("name").asText(otherwise));
		boolean all = trainable && config.path("trainable").asBoolean(true);
		String type = node.path("class_name").asText("");
		if (isModel(node)) return new KerasLayer(origin.source(), name, type, all, null, model(node, trainable));
		String modern = origin.keras() == 1 ? Keras1.type(type, config) : type;
		Settings settings = origin.settings(name, origin.keras() == 1 ? Keras1.settings(type, config) : config);
		return new KerasLayer(origin.source(), name, type, all, KerasLayers.of(node, modern, settings), null);
	}

	private KerasModel sequential(JsonNode config, boolean trainable) {
		JsonNode list = config.isArray() ? config : config.path("layers");
		if (list.isEmpty()) throw new TintypeException(origin.source() + " holds a model without layers: there is nothing to inspect.");
		Map<String, KerasLayer> layers = new LinkedHashMap<>();
		KerasCall.Source last = null;
		for (JsonNode node : list) {
			KerasLayer layer = layer(node, "layer_" + (layers.size() + 1), trainable);
			if (last == null && !layer.type().equals("InputLayer")) {
				KerasLayer input = new SequentialInput(origin).of(config, node, layer);
				layers.put(input.name(), input);
				last = new KerasCall.Source(input.name(), 0, 0);
			}
			KerasLayer known = layers.putIfAbsent(layer.name(), layer);
			if (known != null) layer = known;
			layer.calls().add(last == null ? KerasCall.NOTHING : new KerasCall(List.of(last), "", ""));
			last = new KerasCall.Source(layer.name(), layer.calls().size() - 1, 0);
		}
		KerasLayer first = layers.values().iterator().next();
		return new KerasModel(List.copyOf(layers.values()), List.of(new KerasCall.Source(first.name(), 0, 0)), List.of(last));
	}

	private KerasModel functional(JsonNode config, boolean trainable) {
		Map<String, KerasLayer> layers = new LinkedHashMap<>();
		for (JsonNode node : config.path("layers")) {
			KerasLayer layer = layer(node, "layer_" + (layers.size() + 1), trainable);
			layer.calls().addAll(layer.type().equals("InputLayer") ? List.of(KerasCall.NOTHING) : KerasCall.all(node.path("inbound_nodes")));
			if (layers.put(layer.name(), layer) != null) throw Damage.of(origin.source() + " has two layers " + layer.name());
		}
		List<KerasCall.Source> inputs = KerasCall.sources(config.path("input_layers")), outputs = KerasCall.sources(config.path("output_layers"));
		if (inputs.isEmpty() || outputs.isEmpty()) throw Damage.of(origin.source() + " does not say where its network begins and ends");
		return renumbered(new KerasModel(List.copyOf(layers.values()), inputs, outputs));
	}

	/**
	 * Keras counts the uses of a functional model inside another from 1, as its own
	 * making is use 0; here all count from 0.
	 */
	private static KerasModel renumbered(KerasModel model) {
		Map<String, Integer> highest = new LinkedHashMap<>();
		List<KerasCall.Source> all = new ArrayList<>(model.outputs());
		model.layers().forEach(layer -> layer.calls().forEach(call -> all.addAll(call.inputs())));
		all.forEach(source -> highest.merge(source.layer(), source.call(), Math::max));
		Set<String> shifted = new HashSet<>();
		for (KerasLayer layer : model.layers())
			if (layer.model() != null && highest.getOrDefault(layer.name(), 0) >= layer.calls().size()) shifted.add(layer.name());
		for (KerasLayer layer : model.layers())
			layer.calls().replaceAll(call -> new KerasCall(renumbered(call.inputs(), shifted), call.problem(), call.note()));
		return new KerasModel(model.layers(), model.inputs(), renumbered(model.outputs(), shifted));
	}

	private static List<KerasCall.Source> renumbered(List<KerasCall.Source> sources, Set<String> shifted) {
		return sources.stream().map(source -> shifted.contains(source.layer()) ? //
			new KerasCall.Source(source.layer(), source.call() - 1, source.place()) : source).toList();
	}
}
