package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.inspect.Operation;

/** Batch and layer normalisation. */
final class KerasNormalization {

	private KerasNormalization() {}

	/** The recipe of such a layer, or null if it is another one. */
	static Recipe of(String type, Settings settings) {
		return switch (type) {
			case "BatchNormalization" -> batch(settings);
			case "LayerNormalization" -> layer(settings);
			default -> null;
		};
	}

	private static Recipe batch(Settings settings) {
		int[] axes = axes(settings);
		if (settings.whole("mode", 0) != 0) return Recipe.unknown(settings.layer(), "normalises in mode " + settings.whole("mode", 0));
		List<Slot> slots = new ArrayList<>();
		if (settings.flag("scale", true)) slots.add(Slot.of("gamma", -1));
		if (settings.flag("center", true)) slots.add(Slot.of("beta", -1));
		slots.add(Slot.of("mean", -1).frozen());
		slots.add(Slot.of("variance", -1).frozen());
		return Recipe.of(new Operation.BatchNormalization(epsilon(settings))).with(slots).reading(rank -> axes.length == 1 ? order(axes[0], rank) : null);
	}

	private static Recipe layer(Settings settings) {
		if (settings.flag("rms_scaling", false)) return Recipe.unknown(settings.layer(), "divides by the root of the mean square only");
		int[] axes = axes(settings), open = new int[axes.length];
		Arrays.fill(open, -1);
		List<Slot> slots = new ArrayList<>();
		if (settings.flag("scale", true)) slots.add(Slot.of("gamma", open));
		if (settings.flag("center", true)) slots.add(Slot.of("beta", open));
		return Recipe.of(new Operation.LayerNormalization(epsilon(settings), axes.length)).with(slots) //
			.reading(rank -> axes.length == 1 ? order(axes[0], rank) : areLast(axes, rank) ? Recipe.Order.STORED : null);
	}

	private static double epsilon(Settings settings) {
		return settings.number("epsilon", 1e-3);
	}

	private static int[] axes(Settings settings) {
		int[] axes = settings.has("axis") ? settings.wholes("axis") : new int[] { -1 };
		if (axes.length == 0) throw settings.bad("axis");
		return axes;
	}

	/** Along the last axis as the file has it, or along channels that come first in it. */
	private static Recipe.Order order(int axis, int rank) {
		if (axis == -1 || rank < 0 || axis == rank - 1) return Recipe.Order.STORED;
		return axis == 1 || axis == 1 - rank ? Recipe.Order.CHANNELS_LAST : null;
	}

	private static boolean areLast(int[] axes, int rank) {
		for (int i = 0; i < axes.length; i++) {
			int fromEnd = axes[i] < 0 ? axes[i] : axes[i] - rank;
			if (fromEnd != i - axes.length || rank < 0 && axes[i] >= 0) return false;
		}
		return true;
	}
}
