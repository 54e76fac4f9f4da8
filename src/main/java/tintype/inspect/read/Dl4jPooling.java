package tintype.inspect.read;

import java.util.Arrays;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;

/** Layers that take something of a window, or of all places. */
final class Dl4jPooling {

	private Dl4jPooling() {}

	static Part images(Fields layer) {
		Layout layout = Layout.image(layer.word("cnn2dDataFormat", ""));
		int[] window = layer.wholes("kernelSize", 1, 2), stride = layer.wholes("stride", 1, 2);
		return part(layer, layout, taken -> new Operation.Pooling(2, taken, window, stride, Dl4jConvolutions.padding(layer), countsPadding(layer)));
	}

	/** Over sequences; the file has a second edge that means nothing. */
	static Part sequences(Fields layer) {
		Layout layout = Layout.sequence(layer.word("cnn2dDataFormat", ""));
		int[] window = { layer.wholes("kernelSize", 1)[0], 1 }, stride = { layer.wholes("stride", 1)[0], 1 };
		return part(layer, layout, taken -> new Operation.Pooling(1, taken, window, stride, Dl4jConvolutions.paddingAlongTime(layer), countsPadding(layer)));
	}

	private static boolean countsPadding(Fields layer) {
		return layer.flag("avgPoolIncludePadInDivisor", false);
	}

	private interface OfTaken {

		Operation of(Taken taken);
	}

	private static Part part(Fields layer, Layout layout, OfTaken operation) {
		Taken taken = taken(layer);
		if (taken == null) return Part.unsupported(layer, "pools by a norm", layout, 0);
		if (layer.has("dilation") && Arrays.stream(layer.wholes("dilation", 1)).anyMatch(size -> size > 1)) return Part.unsupported(layer,
			"pools over dilated windows", layout, 0);
		return Part.of(operation.of(taken), layout);
	}

	/** Over the places; what its settings make pool over channels is not done. */
	static Part global(Fields layer, Layout in) {
		Taken taken = taken(layer);
		if (taken == null) return Part.unsupported(layer, "pools by a norm", Layout.ROWS, 0);
		boolean keepEdges = !layer.flag("collapseDimensions", true);
		Part part = Part.of(new Operation.GlobalPooling(taken, keepEdges), keepEdges ? in : Layout.ROWS);
		return overPlaces(layer, in) ? part : Part.unsupported(layer, "pools over channels", part.layout(), 0);
	}

	private static boolean overPlaces(Fields layer, Layout in) {
		if (in == Layout.OTHER || in == Layout.ROWS) return true;
		int[] places = in.channelsFirst() ? new int[] { 2, 3 } : new int[] { 1, 2 };
		int[] pooled = layer.has("poolingDimensions") ? layer.wholes("poolingDimensions", 0) : new int[] { 2, 3 };
		return in.rank() == 2 ? pooled[0] == places[0] : Arrays.equals(pooled, places);
	}

	private static Taken taken(Fields layer) {
		return switch (layer.word("poolingType", "MAX")) {
			case "MAX" -> Taken.MAX;
			case "AVG" -> Taken.AVERAGE;
			case "SUM" -> Taken.SUM;
			case "PNORM" -> null;
			default -> throw layer.wrong("poolingType");
		};
	}
}
