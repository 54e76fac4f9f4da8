package tintype.inspect.read;

import java.util.List;

import tintype.inspect.Activation;
import tintype.inspect.Operation;

/**
 * What a layer of a DeepLearning4J file is in the graph.
 *
 * @param weights in the file's order
 * @param note    for the user, or ""
 * @param layout  of what leaves it
 * @param unread  how many numbers of the file it has besides, -1 if that is unknown
 */
record Part(Operation operation, Activation activation, List<StoredWeight> weights, String note, Layout layout, long unread) {

	/** Without weights, activation and note. */
	static Part of(Operation operation, Layout layout) {
		return new Part(operation, Activation.Curve.LINEAR, List.of(), "", layout, 0);
	}

	/**
	 * What cannot be computed.
	 *
	 * @param what   e.g. "is a GravesLSTM of DeepLearning4J"
	 * @param unread how many numbers of the file it has, -1 if that is unknown
	 */
	static Part unsupported(Fields layer, String what, Layout layout, long unread) {
		String reason = "Layer " + Names.legible(layer.name()) + " " + what + //
			", which the Inspector cannot compute: look at layers that do not follow from it.";
		return new Part(new Operation.Unsupported(reason), Activation.Curve.LINEAR, List.of(), "", layout, unread);
	}

	Part with(Activation other) {
		return new Part(operation, other, weights, note, layout, unread);
	}

	Part with(List<StoredWeight> others) {
		return new Part(operation, activation, others, note, layout, unread);
	}

	/** With one more sentence in its note. */
	Part noted(String sentence) {
		return new Part(operation, activation, weights, note.isEmpty() || sentence.isEmpty() ? note + sentence : note + " " + sentence, layout, unread);
	}

	/** With weights that training does not change. */
	Part frozen() {
		return with(weights.stream().map(StoredWeight::fixed).toList());
	}

	/** How many numbers of the file it has, -1 if that is unknown. */
	long count() {
		return unread < 0 ? -1 : weights.stream().mapToLong(StoredWeight::count).reduce(unread, Math::addExact);
	}
}
