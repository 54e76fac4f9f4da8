package tintype.inspect.read;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;

/** Layers that shrink or grow images and sequences without weights. */
final class KerasPooling {

	private KerasPooling() {}

	/** The recipe of such a layer, or null if it is another one. */
	static Recipe of(String type, Settings settings) {
		int rank = type.endsWith("1D") ? 1 : 2;
		return switch (type) {
			case "MaxPooling1D", "MaxPooling2D" -> pooling(settings, rank, Taken.MAX);
			case "AveragePooling1D", "AveragePooling2D" -> pooling(settings, rank, Taken.AVERAGE);
			case "GlobalMaxPooling1D", "GlobalMaxPooling2D" -> global(settings, Taken.MAX);
			case "GlobalAveragePooling1D", "GlobalAveragePooling2D" -> global(settings, Taken.AVERAGE);
			case "ZeroPadding1D", "ZeroPadding2D" -> Recipe.of(new Operation.ZeroPadding(rank, edges(settings, "padding", rank))).reading(settings);
			case "Cropping1D", "Cropping2D" -> Recipe.of(new Operation.Cropping(rank, edges(settings, "cropping", rank))).reading(settings);
			case "UpSampling1D", "UpSampling2D" -> upsampling(settings, rank);
			default -> null;
		};
	}

	private static Recipe pooling(Settings settings, int rank, Taken taken) {
		int[] window = KerasConvolutions.withX(settings.edges("pool_size", rank, 1, 2));
		int[] stride = settings.has("strides") ? KerasConvolutions.steps(settings, "strides", rank) : window;
		Padding padding = KerasConvolutions.padding(settings, rank);
		if (padding == null || padding == Padding.Rule.CAUSAL) return KerasConvolutions.unknownPadding(settings);
		return Recipe.of(new Operation.Pooling(rank, taken, window, stride, padding, false)).reading(settings);
	}

	private static Recipe global(Settings settings, Taken taken) {
		return Recipe.of(new Operation.GlobalPooling(taken, settings.flag("keepdims", false))).reading(settings);
	}

	/** A number for all edges, one for each axis, or two for each axis. */
	private static Padding.Edges edges(Settings settings, String key, int rank) {
		if (rank == 1) {
			int[] both = settings.get(key).isArray() ? settings.edges(key, 2, 0, 1) : settings.edges(key, 1, 0, 1);
			return new Padding.Edges(both[0], both[both.length - 1], 0, 0);
		}
		if (settings.get(key).path(0).isArray()) {
			int[] y = settings.pair(key, 0), x = settings.pair(key, 1);
			return new Padding.Edges(y[0], y[1], x[0], x[1]);
		}
		int[] each = settings.edges(key, 2, 0, key.equals("padding") ? 1 : 0);
		return new Padding.Edges(each[0], each[0], each[1], each[1]);
	}

	private static Recipe upsampling(Settings settings, int rank) {
		int[] factor = KerasConvolutions.withX(settings.edges("size", rank, 1, 2));
		String interpolation = settings.text("interpolation", "nearest");
		if (!interpolation.equals("nearest") && !interpolation.equals("bilinear")) return Recipe.unknown(settings.layer(), "interpolates by " + interpolation);
		return Recipe.of(new Operation.Upsampling(rank, factor, interpolation.equals("bilinear"))).reading(settings);
	}
}
