package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;

import tintype.inspect.Activation;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;

/** Recurrent layers. */
final class KerasRecurrent {

	private KerasRecurrent() {}

	/** The recipe of such a layer, or null if it is another one. */
	static Recipe of(String type, Settings settings) {
		return switch (type) {
			case "SimpleRNN" -> recurrent(settings, Cell.SIMPLE, 1);
			case "GRU" -> recurrent(settings, Cell.GRU, 3);
			case "LSTM" -> recurrent(settings, Cell.LSTM, 4);
			default -> null;
		};
	}

	private static Recipe recurrent(Settings settings, Cell cell, int gates) {
		int units = settings.count("units");
		Activation activation = settings.has("activation") ? KerasActivations.of(settings, "activation") : Activation.Curve.TANH;
		Activation ofGates = settings.has("recurrent_activation") ? KerasActivations.of(settings, "recurrent_activation") : Activation.Curve.SIGMOID;
		if (activation == null) return KerasActivations.unknown(settings, "activation");
		if (ofGates == null) return KerasActivations.unknown(settings, "recurrent_activation");
		String odd = odd(settings);
		if (odd != null) return Recipe.unknown(settings.layer(), odd);
		boolean resetAfter = cell == Cell.GRU && settings.flag("reset_after", settings.keras() >= 3);
		Operation operation = new Operation.Recurrent(cell, units, activation, ofGates, settings.flag("return_sequences", false), //
			settings.flag("go_backwards", false), resetAfter);
		List<Slot> slots = new ArrayList<>(List.of(Slot.of("kernel", -1, gates * units), Slot.of("recurrent_kernel", units, gates * units)));
		if (settings.flag("use_bias", true)) slots.add(resetAfter ? Slot.of("bias", 2, gates * units) : Slot.of("bias", gates * units));
		return Recipe.of(operation).with(slots).noting(note(settings));
	}

	private static String odd(Settings settings) {
		if (settings.flag("return_state", false)) return "also gives its state";
		return settings.flag("time_major", false) ? "has time before the batch" : null;
	}

	private static String note(Settings settings) {
		boolean drops = settings.number("dropout", 0) > 0 || settings.number("recurrent_dropout", 0) > 0;
		return (drops ? "Its dropout in training is left out." : "") + (settings.flag("stateful", false) ? (drops ? " " : "") + "Begins anew with every input." : "");
	}
}
