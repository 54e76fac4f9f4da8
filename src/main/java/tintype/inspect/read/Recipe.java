package tintype.inspect.read;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import tintype.inspect.Activation;
import tintype.inspect.Operation;

/**
 * What becomes of a layer's settings, before it is known what the layer reads.
 *
 * @param slots the weights that it must have, in the order of the file
 * @param order in which order of axes it reads its input, from the input's number of
 *              axes with the batch; -1 if that is unknown. May give null: not at all
 * @param note  what a user should know, or ""
 */
record Recipe(Operation operation, Activation activation, List<Slot> slots, IntFunction<Order> order, String note) {

	/** In which order of axes a layer reads. */
	enum Order {
		/** In any: it takes each value by itself. */
		ANY,
		/** Channels last, whatever the file's order. */
		CHANNELS_LAST,
		/** In the file's own order. */
		STORED
	}

	/** A layer that takes each value by itself. */
	static Recipe ofEach(Operation operation) {
		return new Recipe(operation, Activation.Curve.LINEAR, List.of(), rank -> Order.ANY, "");
	}

	/** A layer to whom the order of axes matters. */
	static Recipe of(Operation operation, Slot... slots) {
		return new Recipe(operation, Activation.Curve.LINEAR, List.of(slots), rank -> Order.STORED, "");
	}

	/** A layer that is only an activation. */
	static Recipe of(Activation activation) {
		return ofEach(new Operation.Identity()).with(activation);
	}

	/** @param reason one sentence that names the layer */
	static Recipe unsupported(String reason) {
		return of(new Operation.Unsupported(Damage.legible(reason)));
	}

	/** @param what it does that cannot be computed here, as the middle of a sentence */
	static Recipe unknown(String layer, String what) {
		return unsupported("Layer " + layer + " " + what + ", which Tintype does not know.");
	}

	Recipe with(Activation function) {
		return new Recipe(operation, function, slots, order, note);
	}

	Recipe with(List<Slot> weights) {
		return new Recipe(operation, activation, weights, order, note);
	}

	Recipe reading(Order wanted) {
		return reading(rank -> wanted);
	}

	Recipe reading(IntFunction<Order> wanted) {
		return new Recipe(operation, activation, slots, wanted, note);
	}

	/** Reads channels last if the file has them first, for a layer that knows where they are. */
	Recipe reading(Settings settings) {
		return reading(settings.text("data_format", "").equals("channels_first") ? Order.CHANNELS_LAST : Order.STORED);
	}

	Recipe noting(String... notes) {
		String joined = String.join(" ", Arrays.stream(notes).filter(text -> !text.isEmpty()).toList());
		return new Recipe(operation, activation, slots, order, note.isEmpty() ? joined : joined.isEmpty() ? note : note + " " + joined);
	}

	boolean isUnsupported() {
		return operation instanceof Operation.Unsupported;
	}
}
