package tintype.inspect;

import java.util.IdentityHashMap;
import java.util.Map;

/** Values of an engine that several may hold; freed with the last of them. */
final class Holders<V> {

	private final Engine<V> engine;
	private final Map<V, Integer> counts = new IdentityHashMap<>();

	Holders(Engine<V> engine) {
		this.engine = engine;
	}

	/** One holder more. @return the same values */
	V hold(V values) {
		counts.merge(values, 1, Integer::sum);
		return values;
	}

	/** One holder less. */
	void drop(V values) {
		if (counts.computeIfPresent(values, (same, count) -> count == 1 ? null : count - 1) == null) engine.release(values);
	}

	/** Frees what is still held. */
	void dropAll() {
		counts.keySet().forEach(engine::release);
		counts.clear();
	}
}
