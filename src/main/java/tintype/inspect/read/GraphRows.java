package tintype.inspect.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Weight;

/** The rows of a graph while it is made, and those that only change the order of axes. */
final class GraphRows {

	private static final int MOST = 100_000;

	private final String source;
	private final List<Layer> rows = new ArrayList<>();
	private final Names names = new Names();
	private final Map<Port, Port> reordered = new HashMap<>();

	GraphRows(String source) {
		this.source = source;
	}

	/** All rows so far, in order. */
	List<Layer> all() {
		return rows;
	}

	/**
	 * Adds a row.
	 *
	 * @param name made unique by a number if there is one of this name
	 * @return the name that it got
	 */
	String add(String name, String type, Operation operation, Activation activation, List<String> inputs, Map<String, Weight> weights, String note) {
		if (rows.size() == MOST) throw new TintypeException(source + " has more than " + MOST + " layers: the file is damaged.");
		String unique = names.unique(name);
		rows.add(new Layer(unique, type, operation, activation, inputs, weights, note));
		return unique;
	}

	/** The same values in the order of axes that a layer reads. */
	Port inOrder(Port port, Recipe.Order wanted) {
		if (port.rank() < 3 || wanted == Recipe.Order.ANY) return port;
		boolean last = wanted == Recipe.Order.CHANNELS_LAST;
		return last == port.turned() ? port : reordered.computeIfAbsent(port, this::reorder);
	}

	private Port reorder(Port port) {
		int[] axes = new int[port.rank() - 1];
		for (int i = 0; i < axes.length; i++)
			axes[i] = (port.turned() ? i + axes.length - 1 : i + 1) % axes.length + 1;
		String order = port.turned() ? "channels first" : "channels last";
		String name = add(port.row() + ", " + order, "Permute", new Operation.Permute(axes), Activation.Curve.LINEAR, List.of(port.row()), Map.of(), //
			"Not in the file: the next layer reads " + order + ".");
		return new Port(name, port.rank(), !port.turned());
	}
}
