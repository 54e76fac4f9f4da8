package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;

import tintype.inspect.Operation.Cell;
import tintype.inspect.Tensor;

/**
 * Weights that Keras 1 kept apart, one for each gate of a recurrent layer, and Keras 2
 * has side by side.
 *
 * @param parts in the new order, of equal shapes
 */
record JoinedWeight(List<UnreadWeight> parts) implements UnreadWeight {

	/** Places of the gates in the old order, in the new one: an LSTM's were input, cell, forget, output. */
	private static final int[] LSTM = { 0, 2, 1, 3 }, GRU = { 0, 1, 2 };

	/** Kernel, recurrent kernel and bias. */
	private static final int KINDS = 3;

	/**
	 * Kernel, recurrent kernel and bias of a recurrent layer.
	 *
	 * @param stored gate by gate; what is joined already is given back as it is
	 */
	static List<UnreadWeight> ofGates(Cell cell, List<UnreadWeight> stored) {
		int[] gates = cell == Cell.LSTM ? LSTM : GRU;
		if (cell == Cell.SIMPLE || stored.size() != gates.length * KINDS) return stored;
		List<UnreadWeight> joined = new ArrayList<>();
		for (int kind = 0; kind < KINDS; kind++) {
			List<UnreadWeight> parts = new ArrayList<>();
			for (int gate : gates)
				parts.add(stored.get(gate * KINDS + kind));
			joined.add(new JoinedWeight(parts));
		}
		return joined;
	}

	@Override
	public String name() {
		return parts.get(0).name();
	}

	@Override
	public int[] shape() {
		int[] shape = parts.get(0).shape();
		if (shape.length > 0) shape[shape.length - 1] = Math.multiplyExact(shape[shape.length - 1], parts.size());
		return shape;
	}

	@Override
	public Tensor read() {
		List<float[]> values = parts.stream().map(part -> part.read().values()).toList();
		int[] shape = shape();
		int width = shape[shape.length - 1] / parts.size();
		if (values.stream().anyMatch(part -> part.length != values.get(0).length)) throw Damage.of("The gates of " + name() + " are of different sizes");
		float[] joined = new float[values.get(0).length * parts.size()];
		for (int i = 0; i < joined.length; i += width)
			System.arraycopy(values.get(i / width % parts.size()), i / width / parts.size() * width, joined, i, width);
		return new Tensor(shape, joined);
	}
}
