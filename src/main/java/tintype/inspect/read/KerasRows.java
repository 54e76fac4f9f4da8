package tintype.inspect.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tintype.inspect.Activation;
import tintype.inspect.Operation;
import tintype.inspect.Weight;

/** Makes rows of layers, now that it is known what they read and in which order of axes. */
final class KerasRows {

	private static final Port NOWHERE = new Port("", -1, false);

	private final GraphRows rows;
	private final Set<Integer> turnedRanks;
	private boolean turnedInput;

	/** @param turnedRanks numbers of axes, with the batch, of inputs that come channels first */
	KerasRows(GraphRows rows, Set<Integer> turnedRanks) {
		this.rows = rows;
		this.turnedRanks = turnedRanks;
	}

	/** Whether an input of the file is channels first. */
	boolean turnedInput() {
		return turnedInput;
	}

	/** Adds one use of a layer. */
	Port add(KerasLayer layer, KerasCall call, String name, List<Port> read) {
		if (layer.recipe().operation() instanceof Operation.Input input) return input(layer, name, input);
		Recipe recipe = checked(layer, call, read);
		Recipe.Order wanted = order(recipe, read);
		List<Port> ports = read.stream().map(port -> rows.inOrder(port, wanted)).toList();
		Port first = ports.isEmpty() ? NOWHERE : ports.get(0);
		Operation operation = recipe.operation();
		if (operation instanceof Operation.Merge merge) operation = new Operation.Merge(merge.joined(), first.axis(merge.axis()));
		int rank = rankAfter(operation, ports);
		boolean turned = rank > 2 && (first.turned() || first.rank() < 0 && wanted == Recipe.Order.CHANNELS_LAST);
		Activation activation = recipe.activation();
		if (activation instanceof Activation.Softmax softmax) activation = new Activation.Softmax(new Port("", rank, turned).axis(softmax.axis()), softmax.logarithmic());
		Map<String, Weight> weights = turned && activation instanceof Activation.PRelu ? turned(layer, rank) : layer.weights();
		String note = Stream.of(recipe.note(), layer.note(), call.note()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
		List<String> inputs = ports.stream().map(Port::row).toList();
		return new Port(rows.add(name, layer.type(), operation, activation, inputs, weights, note), rank, turned);
	}

	private Port input(KerasLayer layer, String name, Operation.Input input) {
		int[] shape = input.shape();
		boolean turned = turnedRanks.contains(shape.length + 1);
		int[] last = new int[shape.length];
		for (int i = 0; i < last.length; i++)
			last[i] = shape[turned ? (i + 1) % last.length : i];
		turnedInput |= turned;
		String note = turned ? "Channels come first in the file." : "";
		String row = rows.add(name, layer.type(), new Operation.Input(last), Activation.Curve.LINEAR, List.of(), Map.of(), note);
		return new Port(row, shape.length + 1, turned);
	}

	/** The layer's recipe, if it can read what it reads here. */
	private static Recipe checked(KerasLayer layer, KerasCall call, List<Port> read) {
		Recipe recipe = layer.recipe();
		if (recipe.isUnsupported()) return recipe;
		String problem = call.problem();
		if (recipe.operation() instanceof Operation.Merge merge) {
			boolean fits = merge.joined() == Operation.Joined.SUBTRACT ? read.size() == 2 : !read.isEmpty();
			if (!fits) problem = "joins " + read.size() + " layers";
		}
		else if (read.size() != 1) problem = "reads " + read.size() + " layers at once";
		else if (recipe.order().apply(read.get(0).rank()) == null) problem = "normalises along axes in the middle";
		return problem.isEmpty() ? recipe : Recipe.unknown(layer.name(), problem);
	}

	private static Recipe.Order order(Recipe recipe, List<Port> read) {
		Recipe.Order order = recipe.order().apply(read.isEmpty() ? -1 : read.get(0).rank());
		return read.size() > 1 && order == Recipe.Order.ANY ? together(read) : order;
	}

	/** One order for all that are joined: the graph's own if they all have as many axes. */
	private static Recipe.Order together(List<Port> read) {
		boolean turned = read.stream().anyMatch(Port::turned);
		boolean alike = read.stream().mapToInt(Port::rank).distinct().count() == 1;
		return turned && alike ? Recipe.Order.CHANNELS_LAST : Recipe.Order.STORED;
	}

	/** The slopes of a PReLU, one for each place, in the graph's order. */
	private static Map<String, Weight> turned(KerasLayer layer, int rank) {
		Map<String, Weight> weights = new LinkedHashMap<>();
		int[] axes = new int[rank - 1];
		for (int i = 0; i < axes.length; i++)
			axes[i] = (i + 1) % axes.length;
		layer.weights().forEach((key, weight) -> {
			if (weight.tensor().shape().length != axes.length) throw Damage.of("The slopes of layer " + layer.name() + " do not fit what it reads");
			weights.put(key, new Weight(Axes.permuted(weight.tensor(), axes), weight.trainable()));
		});
		return weights;
	}

	/** Number of axes of what leaves a layer, with the batch; -1 if unknown. */
	private static int rankAfter(Operation operation, List<Port> ports) {
		int rank = ports.stream().mapToInt(Port::rank).max().orElse(-1);
		int spatial = KerasGraph.rank(operation);
		if (spatial > 0) return spatial + 2;
		if (operation instanceof Operation.Flatten) return 2;
		if (operation instanceof Operation.Reshape reshape) return reshape.shape().length + 1;
		if (operation instanceof Operation.Permute permute) return permute.axes().length + 1;
		if (operation instanceof Operation.RepeatVector) return 3;
		if (operation instanceof Operation.Recurrent layer) return layer.sequences() ? 3 : 2;
		if (operation instanceof Operation.GlobalPooling pooling) return pooling.keepEdges() ? rank : 2;
		if (operation instanceof Operation.Embedding) return rank < 0 ? -1 : rank + 1;
		return operation instanceof Operation.Unsupported ? -1 : rank;
	}
}
