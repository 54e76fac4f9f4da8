package tintype.inspect;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import tintype.Progress;
import tintype.inspect.plain.Recomputation;

/** An engine of single precision for tests: another one, rounded after each layer. Knows which of its values are held. */
class Rounded implements Engine<Tensor> {

	private final Recomputation engine = new Recomputation(Progress.NONE);
	private final Set<Tensor> held = Collections.newSetFromMap(new IdentityHashMap<>());
	private int most;

	private Tensor hold(Tensor tensor) {
		held.add(tensor);
		most = Math.max(most, held.size());
		return tensor;
	}

	/** Values that nobody released. */
	int held() {
		return held.size();
	}

	/** The most that were held at one time. */
	int most() {
		return most;
	}

	@Override
	public Tensor put(Tensor tensor) {
		return hold(new Tensor(tensor.shape(), tensor.values().clone()));
	}

	@Override
	public Tensor take(Tensor values) {
		return values;
	}

	@Override
	public Tensor before(Layer layer, List<Tensor> inputs, Phase phase) {
		for (Tensor input : inputs)
			if (!held.contains(input)) throw new IllegalStateException("already released");
		return hold(engine.before(layer, inputs.stream().map(DoubleTensor::of).toList(), phase).rounded());
	}

	@Override
	public Tensor after(Layer layer, Tensor before, Phase phase) {
		return layer.activation().isLinear() ? before : hold(engine.after(layer, DoubleTensor.of(before), phase).rounded());
	}

	@Override
	public void release(Tensor values) {
		if (!held.remove(values)) throw new IllegalStateException("released twice, or not of this engine");
	}

	@Override
	public void close() {}
}
