package tintype.inspect.read;

import java.util.Arrays;
import java.util.List;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Noise;

/** Layers that only move values about, join them, or disturb them in training. */
final class KerasShapes {

	private static final String ONLY_IN_TRAINING = "Changes its input in training only; that is left out.";

	private KerasShapes() {}

	/** The recipe of such a layer, or null if it is another one. */
	static Recipe of(String type, Settings settings) {
		Recipe moved = moved(type, settings);
		if (moved != null) return moved;
		Recipe joined = joined(type, settings);
		return joined != null ? joined : disturbed(type, settings);
	}

	private static Recipe moved(String type, Settings settings) {
		return switch (type) {
			case "InputLayer" -> input(settings);
			case "Flatten" -> Recipe.of(new Operation.Flatten()).reading(settings);
			case "Reshape" -> Recipe.of(new Operation.Reshape(shape(settings)));
			case "Permute" -> Recipe.of(new Operation.Permute(permutation(settings)));
			case "RepeatVector" -> Recipe.of(new Operation.RepeatVector(settings.count("n")));
			case "Embedding" -> embedding(settings);
			case "Rescaling" -> rescaling(settings);
			default -> null;
		};
	}

	private static Recipe input(Settings settings) {
		int[] shape = settings.shape("batch_input_shape");
		if (shape == null) shape = settings.shape("batch_shape");
		if (shape == null) throw settings.bad("batch_shape");
		return Recipe.of(new Operation.Input(shape));
	}

	private static int[] shape(Settings settings) {
		int[] shape = settings.wholes("target_shape");
		long open = Arrays.stream(shape).filter(edge -> edge == -1).count();
		if (open > 1 || Arrays.stream(shape).anyMatch(edge -> edge < -1)) throw settings.bad("target_shape");
		return shape;
	}

	private static int[] permutation(Settings settings) {
		int[] axes = settings.wholes("dims"), sorted = axes.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < sorted.length; i++)
			if (sorted[i] != i + 1) throw settings.bad("dims");
		return axes;
	}

	private static Recipe embedding(Settings settings) {
		int words = settings.count("input_dim"), units = settings.count("output_dim");
		return Recipe.of(new Operation.Embedding(words, units)).with(List.of(Slot.of("embeddings", words, units)));
	}

	private static Recipe rescaling(Settings settings) {
		boolean each = settings.get("scale").isArray() || settings.get("offset").isArray();
		if (each) return Recipe.unknown(settings.layer(), "rescales every channel by a number of its own");
		return Recipe.ofEach(new Operation.Rescaling(settings.number("scale", 1), settings.number("offset", 0)));
	}

	private static Recipe joined(String type, Settings settings) {
		return switch (type) {
			case "Add" -> merge(Joined.ADD);
			case "Subtract" -> merge(Joined.SUBTRACT);
			case "Multiply" -> merge(Joined.MULTIPLY);
			case "Average" -> merge(Joined.AVERAGE);
			case "Maximum" -> merge(Joined.MAXIMUM);
			case "Minimum" -> merge(Joined.MINIMUM);
			case "Concatenate" -> Recipe.ofEach(new Operation.Merge(Joined.CONCATENATE, settings.whole("axis", -1)));
			default -> null;
		};
	}

	private static Recipe merge(Joined joined) {
		return Recipe.ofEach(new Operation.Merge(joined, -1));
	}

	private static Recipe disturbed(String type, Settings settings) {
		return switch (type) {
			case "Dropout" -> dropout(settings);
			case "SpatialDropout1D" -> noise(settings, Noise.SPATIAL_DROPOUT, "rate").reading(Recipe.Order.STORED);
			case "SpatialDropout2D" -> noise(settings, Noise.SPATIAL_DROPOUT, "rate").reading(settings);
			case "AlphaDropout" -> noise(settings, Noise.ALPHA_DROPOUT, "rate");
			case "GaussianDropout" -> noise(settings, Noise.GAUSSIAN_DROPOUT, "rate");
			case "GaussianNoise" -> noise(settings, Noise.GAUSSIAN_NOISE, "stddev");
			case "Masking" -> Recipe.ofEach(new Operation.Identity()).noting("The mask that it makes is left out.");
			case "ActivityRegularization" -> Recipe.ofEach(new Operation.Identity());
			case "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness", "RandomShear", "RandomHue", //
				"RandomSaturation", "RandomColorJitter", "RandomGrayscale", "RandomSharpness", "RandomPosterization", "RandomGaussianBlur", "RandomInvert", //
				"RandomPerspective", "RandomElasticTransform", "RandomErasing", "RandomColorDegeneration" -> Recipe.ofEach(new Operation.Identity()).noting(ONLY_IN_TRAINING);
			default -> null;
		};
	}

	private static Recipe dropout(Settings settings) {
		Recipe recipe = noise(settings, Noise.DROPOUT, "rate");
		if (!settings.has("noise_shape")) return recipe;
		int[] shape = settings.shape("noise_shape");
		boolean maps = shape != null && shape.length > 1;
		for (int i = 0; maps && i < shape.length; i++)
			maps = i == shape.length - 1 ? shape[i] != 1 : shape[i] == 1;
		return maps ? noise(settings, Noise.SPATIAL_DROPOUT, "rate").reading(Recipe.Order.STORED) //
			: recipe.noting("In training it draws once for several values; here once for each.");
	}

	private static Recipe noise(Settings settings, Noise noise, String key) {
		double rate = settings.number(key, 0);
		if (!(rate >= 0) || noise != Noise.GAUSSIAN_NOISE && rate > 1) throw settings.bad(key);
		if (noise != Noise.GAUSSIAN_NOISE && rate == 1) return Recipe.unsupported("Layer " + settings.layer() + " drops everything in training.");
		return Recipe.ofEach(new Operation.Dropout(noise, rate));
	}
}
