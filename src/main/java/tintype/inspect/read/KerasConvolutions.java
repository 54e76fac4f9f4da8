package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import tintype.inspect.Operation;
import tintype.inspect.Padding;

/** Dense layers and convolutions of all kinds. */
final class KerasConvolutions {

	private KerasConvolutions() {}

	/** The recipe of such a layer, or null if it is another one. */
	static Recipe of(String type, Settings settings) {
		int rank = type.contains("1D") ? 1 : 2;
		Recipe recipe = switch (type) {
			case "Dense" -> dense(settings);
			case "Conv1D", "Conv2D" -> convolution(settings, rank);
			case "Conv1DTranspose", "Conv2DTranspose" -> transposed(settings, rank);
			case "DepthwiseConv1D", "DepthwiseConv2D" -> depthwise(settings, rank);
			case "SeparableConv1D", "SeparableConv2D" -> separable(settings, rank);
			default -> null;
		};
		return recipe == null || recipe.isUnsupported() ? recipe : KerasActivations.applied(recipe, settings);
	}

	private static Recipe dense(Settings settings) {
		int units = settings.count("units");
		return Recipe.of(new Operation.Dense(units)).with(withBias(settings, units, Slot.of("kernel", -1, units)));
	}

	private static Recipe convolution(Settings settings, int rank) {
		int filters = settings.count("filters"), groups = settings.whole("groups", 1);
		if (groups < 1 || filters % groups != 0) throw settings.bad("groups");
		Window window = Window.of(settings, rank);
		if (window.padding() == null) return unknownPadding(settings);
		Operation operation = new Operation.Convolution(rank, filters, window.size(), window.stride(), window.dilation(), window.padding(), groups);
		return Recipe.of(operation).reading(settings).with(withBias(settings, filters, slot("kernel", rank, window.size(), -1, filters)));
	}

	private static Recipe transposed(Settings settings, int rank) {
		int filters = settings.count("filters");
		int[] added = settings.has("output_padding") ? settings.edges("output_padding", rank, 0, 0) : null;
		if (added != null && rank == 1) added = new int[] { added[0], 0 };
		Window window = Window.of(settings, rank);
		if (window.padding() == null || window.padding() == Padding.Rule.CAUSAL) return unknownPadding(settings);
		Operation operation = new Operation.TransposedConvolution(rank, filters, window.size(), window.stride(), window.dilation(), window.padding(), added);
		return Recipe.of(operation).reading(settings).with(withBias(settings, filters, slot("kernel", rank, window.size(), filters, -1)));
	}

	private static Recipe depthwise(Settings settings, int rank) {
		int multiplier = settings.whole("depth_multiplier", 1);
		Window window = Window.of(settings, rank);
		if (window.padding() == null) return unknownPadding(settings);
		Operation operation = new Operation.DepthwiseConvolution(rank, multiplier, window.size(), window.stride(), window.dilation(), window.padding());
		return Recipe.of(operation).reading(settings).with(withBias(settings, -1, slot("depthwise_kernel", rank, window.size(), -1, multiplier)));
	}

	private static Recipe separable(Settings settings, int rank) {
		int filters = settings.count("filters"), multiplier = settings.whole("depth_multiplier", 1);
		int[] one = { 1, 1 };
		Window window = Window.of(settings, rank);
		if (window.padding() == null) return unknownPadding(settings);
		Operation operation = new Operation.SeparableConvolution(rank, filters, multiplier, window.size(), window.stride(), window.dilation(), window.padding());
		return Recipe.of(operation).reading(settings).with(withBias(settings, filters, //
			slot("depthwise_kernel", rank, window.size(), -1, multiplier), slot("pointwise_kernel", rank, one, -1, filters)));
	}

	/** What moves over the input. @param padding null if it is none of Keras's */
	private record Window(int[] size, int[] stride, int[] dilation, Padding padding) {

		static Window of(Settings settings, int rank) {
			if (!settings.has("kernel_size")) throw settings.bad("kernel_size");
			return new Window(withX(settings.edges("kernel_size", rank, 1, 1)), steps(settings, "strides", rank), //
				steps(settings, "dilation_rate", rank), KerasConvolutions.padding(settings, rank));
		}
	}

	private static List<Slot> withBias(Settings settings, int units, Slot... slots) {
		List<Slot> all = new ArrayList<>(Arrays.asList(slots));
		if (settings.flag("use_bias", true)) all.add(Slot.of("bias", units));
		return all;
	}

	/** Strides or dilations; 1 if there are none. */
	static int[] steps(Settings settings, String key, int rank) {
		return withX(settings.edges(key, rank, 1, 1));
	}

	/** Sequences have 1 as everything of x. */
	static int[] withX(int[] edges) {
		return edges.length == 1 ? new int[] { edges[0], 1 } : edges;
	}

	/** A kernel as Keras stores it: over sequences without an x. */
	private static Slot slot(String key, int rank, int[] kernel, int third, int last) {
		Slot slot = Slot.of(key, kernel[0], kernel[1], third, last);
		return rank == 2 ? slot : slot.turned(Axes.withX(), kernel[0], third, last);
	}

	/** The rule of padding, or null if it is none of Keras's. */
	static Padding padding(Settings settings, int rank) {
		return switch (settings.text("padding", "valid").toLowerCase(Locale.ROOT)) {
			case "valid" -> Padding.Rule.VALID;
			case "same" -> Padding.Rule.SAME;
			case "causal" -> rank == 1 ? Padding.Rule.CAUSAL : null;
			default -> null;
		};
	}

	static Recipe unknownPadding(Settings settings) {
		return Recipe.unsupported("Layer " + settings.layer() + " pads in a way that Tintype does not know (" + settings.text("padding", "") + ").");
	}
}
