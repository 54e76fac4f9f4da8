package tintype.inspect.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tintype.TintypeException;

/**
 * The weights of an .h5 file: a group for each layer of the model, by its name, and in
 * it the list "weight_names". A model used as a layer has one list for all of its own.
 */
final class NamedWeights {

	private final Hdf5 file;
	private final String source;
	private final String group;

	/**
	 * @param group where the layers' groups are
	 * @throws TintypeException if they are not there
	 */
	NamedWeights(Hdf5 file, String source, String group) {
		this.file = file;
		this.source = source;
		this.group = group;
		if (!file.has(group)) throw new TintypeException(source + " holds a network without its weights: save the whole model with model.save().");
	}

	/**
	 * Gives every layer its weights.
	 *
	 * @throws TintypeException if some are missing, or more, or of other sizes than the settings ask for
	 */
	void fill(KerasModel model) {
		List<String> names = file.texts(group, "layer_names");
		if (names == null) names = file.children(group);
		List<KerasLayer> layers = model.layers().stream().filter(layer -> names(layer) || layer.model() != null).toList();
		Set<String> unknown = new HashSet<>(names);
		model.layers().forEach(layer -> unknown.remove(layer.name()));
		List<String> left = names.stream().filter(unknown::contains).filter(name -> !stored(name).isEmpty()).toList();
		List<KerasLayer> nameless = layers.stream().filter(layer -> !file.has(group + "/" + layer.name())).toList();
		// Sequential models inside of others had no name in the description before Keras 2.2.3.
		boolean inOrder = left.size() == nameless.size();
		if (!left.isEmpty() && !inOrder) throw Damage.of(source + " has weights of a layer " + left.get(0) + ", which its network does not have");
		for (KerasLayer layer : model.layers()) {
			int place = nameless.indexOf(layer);
			fill(layer, stored(place >= 0 && inOrder ? left.get(place) : layer.name()));
		}
	}

	private static boolean names(KerasLayer layer) {
		return layer.model() == null && !layer.recipe().slots().isEmpty();
	}

	private List<UnreadWeight> stored(String layer) {
		List<UnreadWeight> stored = new ArrayList<>();
		List<String> names = file.texts(group + "/" + layer, "weight_names");
		if (names == null) return stored;
		for (String name : names) {
			UnreadWeight weight = file.weight(group + "/" + layer + "/" + name);
			if (weight == null) throw Damage.of("The weights " + name + " of layer " + layer + " are missing in " + source);
			stored.add(weight);
		}
		return stored;
	}

	private static void fill(KerasLayer layer, List<UnreadWeight> stored) {
		if (layer.model() == null) {
			layer.take(stored);
			return;
		}
		List<KerasLayer> leaves = layer.model().leaves();
		Map<KerasLayer, List<UnreadWeight>> parts = byName(leaves, stored);
		if (parts == null) parts = byOrder(leaves, stored);
		for (KerasLayer leaf : leaves)
			leaf.take(parts.getOrDefault(leaf, List.of()));
	}

	/** Each weight to the layer whose name stands before its own; null if names do not tell. */
	private static Map<KerasLayer, List<UnreadWeight>> byName(List<KerasLayer> leaves, List<UnreadWeight> stored) {
		Map<String, KerasLayer> named = new LinkedHashMap<>();
		for (KerasLayer leaf : leaves)
			if (named.put(leaf.name(), leaf) != null) return null;
		Map<KerasLayer, List<UnreadWeight>> parts = new LinkedHashMap<>();
		for (UnreadWeight weight : stored) {
			String[] path = weight.name().split("/");
			KerasLayer leaf = path.length < 2 ? null : named.get(path[path.length - 2]);
			if (leaf == null) return null;
			parts.computeIfAbsent(leaf, key -> new ArrayList<>()).add(weight);
		}
		boolean complete = leaves.stream().allMatch(leaf -> leaf.recipe().isUnsupported() //
			|| leaf.recipe().slots().size() == parts.getOrDefault(leaf, List.of()).size());
		return complete ? parts : null;
	}

	/** Keras lists what training changes first, layer by layer, then the rest. */
	private static Map<KerasLayer, List<UnreadWeight>> byOrder(List<KerasLayer> leaves, List<UnreadWeight> stored) {
		Map<KerasLayer, List<UnreadWeight>> parts = new LinkedHashMap<>();
		int next = 0;
		for (boolean trainable : new boolean[] { true, false })
			for (KerasLayer leaf : leaves)
				for (Slot slot : leaf.recipe().slots())
					if ((leaf.trainable() && slot.trainable()) == trainable && next < stored.size()) {
						parts.computeIfAbsent(leaf, key -> new ArrayList<>()).add(stored.get(next));
						next++;
					}
		return parts;
	}
}
