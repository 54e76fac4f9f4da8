package tintype.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import tintype.Progress;
import tintype.TintypeException;

/**
 * A part of a network, from where values are given to a layer whose values are
 * wanted, with all that lies between.
 */
public final class Tunnel {

	/** At which side of a layer values are given. */
	public enum Side {
		/** As its input. */
		INPUT,
		/** As what leaves it before its activation. */
		BEFORE,
		/** As what leaves it after its activation. */
		AFTER
	}

	/** Sees what leaves each layer. */
	public interface Visitor<V> {

		/** Both values are freed when this returns and nobody needs them; they may be the same. */
		void visit(Layer layer, V before, V after);

		/** Told of a layer that cannot be computed, or depends on one. @param reason one sentence */
		default void skipped(Layer layer, String reason) {}
	}

	private final LayerGraph graph;
	private final Map<String, Side> given;
	private final List<Layer> layers;

	private Tunnel(LayerGraph graph, Map<String, Side> given, Set<String> wanted) {
		this.graph = graph;
		this.given = given;
		layers = graph.layers().stream().filter(layer -> wanted.contains(layer.name())).toList();
	}

	/** The network from its inputs through all its layers. */
	public static Tunnel whole(LayerGraph graph) {
		Map<String, Side> given = new HashMap<>();
		Set<String> all = new HashSet<>();
		for (Layer layer : graph.layers()) {
			all.add(layer.name());
			if (layer.isInput()) given.put(layer.name(), Side.INPUT);
		}
		return new Tunnel(graph, given, all);
	}

	/**
	 * From one layer to another, or the same.
	 *
	 * @param from layer where values are given
	 * @param side at which side of it
	 * @param to   layer whose values are wanted
	 * @throws TintypeException if there is no such layer, {@code to} does not follow
	 *                          from {@code from} alone, or values are given as the
	 *                          input of a layer with several
	 */
	public static Tunnel of(LayerGraph graph, String from, Side side, String to) {
		Layer first = graph.layer(from);
		graph.layer(to);
		if (side == Side.INPUT && first.inputs().size() > 1) throw new TintypeException("Layer " + from + " reads " + //
			String.join(" and ", first.inputs()) + ": begin after one of them, or after " + from + " itself.");
		Set<String> wanted = between(graph, from, to);
		if (!wanted.contains(from)) throw new TintypeException("Layer " + to + " does not follow from layer " + from + ": choose a later layer.");
		for (Layer input : graph.inputs())
			if (!input.name().equals(from) && wanted.contains(input.name())) throw new TintypeException("Layer " + to + " also needs the input " + input.name() + //
				", past layer " + from + ": begin where all ways to " + to + " pass, or at the input.");
		return new Tunnel(graph, Map.of(from, side), wanted);
	}

	/** What a layer needs, but nothing that is needed only up to {@code from}. */
	private static Set<String> between(LayerGraph graph, String from, String to) {
		Set<String> wanted = new HashSet<>();
		List<String> open = new ArrayList<>(List.of(to));
		while (!open.isEmpty()) {
			Layer layer = graph.layer(open.remove(open.size() - 1));
			if (!wanted.add(layer.name()) || layer.name().equals(from)) continue;
			open.addAll(layer.inputs());
		}
		return wanted;
	}

	/** Its layers, each after those that it reads. */
	public List<Layer> layers() {
		return layers;
	}

	/** The names of the layers at which values are given, and at which side. */
	public Map<String, Side> given() {
		return given;
	}

	/**
	 * Computes layer after layer. Values are freed as soon as no later layer reads them.
	 *
	 * @param inputs for each name of {@link #given()} its values, batch first, channels last
	 * @throws TintypeException      if values are missing or do not fit
	 * @throws CancellationException when the caller cancels
	 */
	public <V> void run(Engine<V> engine, Map<String, Tensor> inputs, Phase phase, Visitor<V> visitor, Progress progress) {
		try (Passage<V> passage = new Passage<>(this, engine, inputs, phase)) {
			each(layer -> passage.step(layer, visitor), progress);
		}
	}

	/** Does something for layer after layer, and says so. */
	void each(Consumer<Layer> step, Progress progress) {
		for (int i = 0; i < layers.size(); i++) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(i, layers.size(), layers.get(i).name());
			step.accept(layers.get(i));
		}
	}

	/** Name of the network. */
	String title() {
		return graph.title();
	}
}
