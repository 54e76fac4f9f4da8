package tintype.inspect;

import java.lang.ref.WeakReference;

/**
 * Copies an engine's values for those who look at them. Who asks for the same values
 * twice in a row gets the same tensor, if somebody still has it.
 */
public final class Copies<V> {

	private final Engine<V> engine;
	private V source;
	private WeakReference<Tensor> last = new WeakReference<>(null);

	public Copies(Engine<V> engine) {
		this.engine = engine;
	}

	/** @param values which nobody changes */
	public Tensor of(V values) {
		Tensor copy = values == source ? last.get() : null;
		if (copy != null) return copy;
		source = values;
		Tensor fresh = engine.take(values);
		last = new WeakReference<>(fresh);
		return fresh;
	}
}
