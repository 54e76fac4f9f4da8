package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tintype.TintypeException;

/**
 * The weights of a .keras file. Its groups do not have the layers' names: they are
 * numbered for each class, in the order of the layers: conv2d, conv2d_1, ...
 */
final class NumberedWeights {

	/** Where the groups are: Keras 3, and Keras 2.13 and 2.14. */
	private static final List<String> PLACES = List.of("layers", "_layer_checkpoint_dependencies", "_self_tracked_trackables", "_operations");

	private static final int DEEPEST = 8;

	private final Hdf5 file;
	private final String source;

	NumberedWeights(Hdf5 file, String source) {
		this.file = file;
		this.source = source;
	}

	/**
	 * Gives every layer its weights.
	 *
	 * @throws TintypeException if some are missing, or more, or of other sizes than the settings ask for
	 */
	void fill(KerasModel model) {
		fill(model, "");
	}

	private void fill(KerasModel model, String group) {
		Map<String, List<String>> places = new HashMap<>();
		Map<String, Integer> counts = new HashMap<>();
		List<String> all = places(group);
		Set<String> left = new LinkedHashSet<>(all);
		for (KerasLayer layer : model.layers()) {
			String name = snakeCase(layer.type());
			int number = counts.merge(name, 1, Integer::sum) - 1;
			List<String> same = places.computeIfAbsent(name, key -> ofClass(all, key, count(model, key)));
			String place = number < same.size() ? same.get(number) : null;
			fill(layer, place);
			left.remove(place);
		}
		for (String place : left)
			if (holdsNumbers(place, DEEPEST)) throw Damage.of(source + " has weights at " + place + ", which no layer of its network takes");
	}

	private void fill(KerasLayer layer, String group) {
		if (layer.model() != null) {
			if (group != null) fill(layer.model(), group);
			else layer.model().leaves().forEach(leaf -> leaf.take(List.of()));
			return;
		}
		List<UnreadWeight> stored = new ArrayList<>();
		if (group != null) collect(group, stored, DEEPEST);
		layer.take(stored);
	}

	/** The groups of the layers, in the first place that has some. */
	private List<String> places(String group) {
		for (String place : PLACES) {
			String path = group.isEmpty() ? place : group + "/" + place;
			List<String> children = file.children(path);
			if (children.stream().anyMatch(child -> holdsNumbers(path + "/" + child, DEEPEST))) return children.stream().map(child -> path + "/" + child).toList();
		}
		return List.of();
	}

	private static int count(KerasModel model, String name) {
		return (int) model.layers().stream().filter(layer -> snakeCase(layer.type()).equals(name)).count();
	}

	/**
	 * The groups of one class, by number. Keras 2.13 and 2.14 count a layer twice, and
	 * leave the second group empty: then only those that hold something count.
	 */
	private List<String> ofClass(List<String> groups, String name, int count) {
		List<String> same = groups.stream().filter(group -> number(group, name) >= 0) //
			.sorted(Comparator.comparingInt(group -> number(group, name))).toList();
		List<String> full = same.stream().filter(group -> holdsNumbers(group, DEEPEST)).toList();
		boolean counted = !same.isEmpty() && number(same.get(same.size() - 1), name) < count;
		return counted && full.size() < count ? sparse(same, name, count) : full;
	}

	/** Places by number, where layers without weights may have no group. */
	private static List<String> sparse(List<String> same, String name, int count) {
		String[] places = new String[count];
		same.forEach(group -> places[number(group, name)] = group);
		return Arrays.asList(places);
	}

	/** The number of a group in its class: 0 for "conv2d", 1 for "conv2d_1"; -1 if it is of another class. */
	private static int number(String group, String name) {
		String last = group.substring(group.lastIndexOf('/') + 1);
		if (last.equals(name)) return 0;
		String tail = last.startsWith(name + "_") ? last.substring(name.length() + 1) : "";
		return tail.matches("[1-9]\\d{0,6}") ? Integer.parseInt(tail) : -1;
	}

	private boolean holdsNumbers(String group, int depth) {
		for (String child : file.children(group)) {
			String path = group + "/" + child;
			if (isRandomState(child)) continue;
			if (file.weight(path) != null || depth > 0 && holdsNumbers(path, depth - 1)) return true;
		}
		return false;
	}

	/** First the layer's own, by number, then those of what it is made of, such as the cell of an LSTM. */
	private void collect(String group, List<UnreadWeight> stored, int depth) {
		String own = group + "/vars";
		file.children(own).stream().filter(name -> name.matches("\\d{1,6}")).sorted(Comparator.comparingInt(Integer::parseInt)) //
			.map(name -> file.weight(own + "/" + name)).filter(weight -> weight != null).forEach(stored::add);
		if (depth == 0) throw Damage.of(source + " has groups in groups without end");
		for (String child : file.children(group))
			if (!child.equals("vars") && !isRandomState(child)) collect(group + "/" + child, stored, depth - 1);
	}

	private static boolean isRandomState(String child) {
		return child.equals("seed_generator") || child.equals("random_generator");
	}

	/** As Keras forms it: "MaxPooling2D" to "max_pooling2d", "PReLU" to "p_re_lu". */
	static String snakeCase(String type) {
		String name = type.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2");
		return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}
}
