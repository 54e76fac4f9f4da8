package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;

import tintype.inspect.Operation;

/** Weighted sums of all units, losses, and tables of rows. Matrices are in Fortran order, their bias behind. */
final class Dl4jDense {

	private Dl4jDense() {}

	static Part plain(Fields layer, Layout in) {
		int inputs = layer.whole("nin", 1), units = layer.whole("nout", 1);
		Part part = Part.of(new Operation.Dense(units), in);
		if (layer.flag("hasLayerNorm", false)) return Part.unsupported(layer, "normalises each row of its sums", in,
			((long) inputs + (layer.flag("hasBias", true) ? 2 : 1)) * units);
		return Dl4jActivations.applied(part.with(weights(layer, "kernel", inputs, units, true)), layer, -1).noted(loss(layer));
	}

	/** With sequences, times are rows while it computes. */
	static Part overTime(Fields layer) {
		return plain(layer, Layout.sequence(layer.word("rnnDataFormat", "")));
	}

	/** @param last the graph's axis along which its softmax runs */
	static Part loss(Fields layer, Layout in, int last) {
		return Dl4jActivations.applied(Part.of(new Operation.Identity(), in), layer, last).noted(loss(layer));
	}

	private static String loss(Fields layer) {
		String loss = layer.inner("lossFn").kind();
		return loss.isEmpty() ? "" : "It was trained with the loss " + Names.legible(loss.replaceFirst("^Loss", "")) + ".";
	}

	/** [row, 1] or [sequence, time] of whole numbers. */
	static Part embedding(Fields layer, Layout out) {
		int words = layer.whole("nin", 1), units = layer.whole("nout", 1);
		boolean bias = layer.flag("hasBias", false);
		Part part = Part.of(new Operation.Embedding(words, units), out);
		if (bias) return Part.unsupported(layer, "adds a bias to the rows of its table", out, (words + 1L) * units);
		return Dl4jActivations.applied(part.with(weights(layer, "embeddings", words, units, false)), layer, out.last());
	}

	private static List<StoredWeight> weights(Fields layer, String key, int inputs, int units, boolean otherwise) {
		List<StoredWeight> weights = new ArrayList<>(List.of(StoredWeight.matrix(key, inputs, units)));
		if (layer.flag("hasBias", otherwise)) weights.add(StoredWeight.vector("bias", units));
		return weights;
	}
}
