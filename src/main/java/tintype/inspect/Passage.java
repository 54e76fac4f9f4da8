package tintype.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.inspect.Tunnel.Side;

/** One run through a {@link Tunnel}: which values there are, and who still reads them. */
final class Passage<V> {

	private final Tunnel tunnel;
	private final Engine<V> engine;
	private final Phase phase;
	private final Map<String, V> values = new HashMap<>();
	private final Map<String, Integer> readers = new HashMap<>();
	private final Map<String, String> skipped = new HashMap<>();

	Passage(Tunnel tunnel, Engine<V> engine, Phase phase) {
		this.tunnel = tunnel;
		this.engine = engine;
		this.phase = phase;
		for (Layer layer : tunnel.layers())
			if (!tunnel.given().containsKey(layer.name())) for (String input : layer.inputs())
				readers.merge(input, 1, Integer::sum);
	}

	void run(Map<String, Tensor> inputs, Tunnel.Visitor<V> visitor, Progress progress) {
		List<Layer> layers = tunnel.layers();
		try {
			for (int i = 0; i < layers.size(); i++) {
				if (progress.canceled()) throw new CancellationException("Canceled");
				progress.report(i, layers.size(), layers.get(i).name());
				step(layers.get(i), inputs, visitor);
			}
		}
		finally {
			values.values().forEach(engine::release);
		}
	}

	private void step(Layer layer, Map<String, Tensor> inputs, Tunnel.Visitor<V> visitor) {
		String reason = reason(layer);
		if (reason != null) {
			skipped.put(layer.name(), reason);
			visitor.skipped(layer, reason);
			return;
		}
		V before = before(layer, inputs);
		V after = null;
		try {
			after = tunnel.given().get(layer.name()) == Side.AFTER || layer.isInput() ? before : engine.after(layer, before, phase);
			visitor.visit(layer, before, after);
		}
		finally {
			if (before != after) engine.release(before);
			if (after != null) values.put(layer.name(), after);
		}
		if (!readers.containsKey(layer.name())) engine.release(values.remove(layer.name()));
		if (!tunnel.given().containsKey(layer.name())) layer.inputs().forEach(this::read);
	}

	/** Why a layer can't be computed, or null if it can. */
	private String reason(Layer layer) {
		if (tunnel.given().get(layer.name()) == Side.BEFORE || tunnel.given().get(layer.name()) == Side.AFTER) return null;
		if (layer.operation() instanceof Operation.Unsupported unsupported) return unsupported.reason();
		return tunnel.given().containsKey(layer.name()) ? null : layer.inputs().stream().map(skipped::get) //
			.filter(reason -> reason != null).findFirst().orElse(null);
	}

	private V before(Layer layer, Map<String, Tensor> inputs) {
		Side side = tunnel.given().get(layer.name());
		if (side == null) {
			List<V> read = new ArrayList<>();
			for (String input : layer.inputs())
				read.add(values.get(input));
			return engine.before(layer, read, phase);
		}
		V given = engine.put(inputs.get(layer.name()));
		if (side != Side.INPUT || layer.isInput()) return given;
		try {
			return engine.before(layer, List.of(given), phase);
		}
		finally {
			engine.release(given);
		}
	}

	private void read(String name) {
		if (readers.merge(name, -1, Integer::sum) == 0 && values.containsKey(name)) engine.release(values.remove(name));
	}
}
