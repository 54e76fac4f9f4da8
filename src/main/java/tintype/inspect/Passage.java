package tintype.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tintype.TintypeException;
import tintype.inspect.Tunnel.Side;

/** One run through a {@link Tunnel}: which values there are, and who still reads them. */
final class Passage<V> implements AutoCloseable {

	private final Tunnel tunnel;
	private final Engine<V> engine;
	private final Map<String, Tensor> inputs;
	private final Phase phase;
	private final Map<String, V> values = new HashMap<>();
	private final Map<String, Integer> readers = new HashMap<>();
	private final Map<String, String> skipped = new HashMap<>();

	/** @throws TintypeException if values are missing */
	Passage(Tunnel tunnel, Engine<V> engine, Map<String, Tensor> inputs, Phase phase) {
		for (String name : tunnel.given().keySet())
			if (!inputs.containsKey(name)) throw new TintypeException("No values were given for " + name + " of " + tunnel.title() + ": give one tensor for each input.");
		this.tunnel = tunnel;
		this.engine = engine;
		this.inputs = inputs;
		this.phase = phase;
		for (Layer layer : tunnel.layers())
			if (!tunnel.given().containsKey(layer.name())) for (String input : layer.inputs())
				readers.merge(input, 1, Integer::sum);
	}

	/** Computes the next of the tunnel's layers. */
	void step(Layer layer, Tunnel.Visitor<V> visitor) {
		String reason = reason(layer);
		if (reason != null) {
			skipped.put(layer.name(), reason);
			visitor.skipped(layer, reason);
			return;
		}
		V before = before(layer);
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

	private V before(Layer layer) {
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

	/** Frees what is still held. */
	@Override
	public void close() {
		values.values().forEach(engine::release);
		values.clear();
	}
}
