package tintype.inspect.read;

import java.util.List;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;

/** Layers with a state. */
final class Dl4jRecurrent {

	/** The blocks of DeepLearning4J's LSTM are cell, forget, output, input; in the graph input, forget, cell, output. */
	private static final int[] GATES = { 2, 1, 3, 0 };

	private Dl4jRecurrent() {}

	static Layout layout(Fields layer) {
		return Layout.sequence(layer.word("rnnDataFormat", ""));
	}

	/** @param sequences whether all times are given, or the last */
	static Part lstm(Fields layer, boolean sequences) {
		int in = layer.whole("nin", 1), units = layer.whole("nout", 1), all = Math.multiplyExact(4, units);
		List<StoredWeight> weights = List.of( //
			StoredWeight.of("kernel", new int[] { 4, units, in }, 2, 0, 1).shaped(in, all).reordered(GATES),
			StoredWeight.of("recurrent_kernel", new int[] { 4, units, units }, 2, 0, 1).shaped(units, all).reordered(GATES),
			StoredWeight.of("bias", new int[] { 4, units }, 0, 1).shaped(all).reordered(GATES));
		Activation gates = layer.has("gateActivationFn") ? Dl4jActivations.of(layer.inner("gateActivationFn"), -1) : Curve.SIGMOID;
		return part(layer, Cell.LSTM, gates, sequences, weights);
	}

	/** @param sequences whether all times are given, or the last */
	static Part simple(Fields layer, boolean sequences) {
		int in = layer.whole("nin", 1), units = layer.whole("nout", 1);
		if (layer.flag("hasLayerNorm", false)) return Part.unsupported(layer, "normalises each row of its sums", out(layer, sequences),
			((long) in + units + 3) * units);
		List<StoredWeight> weights = List.of(StoredWeight.matrix("kernel", in, units), StoredWeight.matrix("recurrent_kernel", units, units),
			StoredWeight.vector("bias", units));
		return part(layer, Cell.SIMPLE, Curve.LINEAR, sequences, weights);
	}

	private static Part part(Fields layer, Cell cell, Activation gates, boolean sequences, List<StoredWeight> weights) {
		Activation activation = layer.has("activationFn") ? Dl4jActivations.of(layer.inner("activationFn"), -1) : Curve.LINEAR;
		Layout layout = out(layer, sequences);
		if (gates == null || activation == null) return Part.unsupported(layer, "has an activation that is not of DeepLearning4J", layout,
			weights.stream().mapToLong(StoredWeight::count).sum());
		Operation operation = new Operation.Recurrent(cell, layer.whole("nout", 1), activation, gates, sequences, false, false);
		return Part.of(operation, layout).with(weights);
	}

	private static Layout out(Fields layer, boolean sequences) {
		return sequences ? layout(layer) : Layout.ROWS;
	}
}
