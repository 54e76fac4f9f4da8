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
	private final Holders<V> holders;
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
		holders = new Holders<>(engine);
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
		try {
			boolean whole = tunnel.given().get(layer.name()) == Side.AFTER || layer.isInput();
			V after = holders.hold(whole ? before : engine.after(layer, before, phase));
			values.put(layer.name(), after);
			visitor.visit(layer, before, after);
		}
		finally {
			holders.drop(before);
		}
		if (!readers.containsKey(layer.name())) holders.drop(values.remove(layer.name()));
		if (!tunnel.given().containsKey(layer.name())) layer.inputs().forEach(this::read);
	}

	/** Why a layer can't be computed, or null if it can. */
	private String reason(Layer layer) {
		if (tunnel.given().get(layer.name()) == Side.BEFORE || tunnel.given().get(layer.name()) == Side.AFTER) return null;
		if (layer.operation() instanceof Operation.Unsupported unsupported) return unsupported.reason();
		return tunnel.given().containsKey(layer.name()) ? null : layer.inputs().stream().map(skipped::get) //
			.filter(reason -> reason != null).findFirst().orElse(null);
	}

	/** To be dropped by the caller. */
	private V before(Layer layer) {
		Side side = tunnel.given().get(layer.name());
		if (side == null) {
			List<V> read = new ArrayList<>();
			for (String input : layer.inputs())
				read.add(values.get(input));
			return holders.hold(engine.before(layer, read, phase));
		}
		V given = holders.hold(engine.put(inputs.get(layer.name())));
		if (side != Side.INPUT || layer.isInput()) return given;
		try {
			return holders.hold(engine.before(layer, List.of(given), phase));
		}
		finally {
			holders.drop(given);
		}
	}

	private void read(String name) {
		if (readers.merge(name, -1, Integer::sum) == 0 && values.containsKey(name)) holders.drop(values.remove(name));
	}

	/** Frees what is still held. */
	@Override
	public void close() {
		holders.dropAll();
		values.clear();
	}
}
