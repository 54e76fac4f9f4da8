package tintype.inspect.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tintype.inspect.Operation;
import tintype.inspect.Shapes;
import tintype.inspect.Weight;

/** A layer of a file of Keras: what it is, where it is used, and its weights once they are read. */
final class KerasLayer {

	private final String source;
	private final String name;
	private final String type;
	private final boolean trainable;
	private final Recipe recipe;
	private final KerasModel model;
	private final List<KerasCall> calls = new ArrayList<>();
	private final Map<String, Weight> weights = new LinkedHashMap<>();
	private String note = "";

	/**
	 * @param source what to call the file in messages
	 * @param recipe what it computes; null for a model used as a layer
	 * @param model  a model used as a layer, or null
	 */
	KerasLayer(String source, String name, String type, boolean trainable, Recipe recipe, KerasModel model) {
		this.source = source;
		this.name = name;
		this.type = type;
		this.trainable = trainable;
		this.recipe = recipe;
		this.model = model;
	}

	String name() {
		return name;
	}

	/** Its class in the file. */
	String type() {
		return type;
	}

	boolean trainable() {
		return trainable;
	}

	Recipe recipe() {
		return recipe;
	}

	/** The model that it is, or null. */
	KerasModel model() {
		return model;
	}

	/** Its uses, which may grow while a file is read. */
	List<KerasCall> calls() {
		return calls;
	}

	/** By the names that its operation states. Its uses share them. */
	Map<String, Weight> weights() {
		return weights;
	}

	/** What a user should know of its weights, or "". */
	String note() {
		return note;
	}

	/**
	 * Reads its weights.
	 *
	 * @param inFile in the order of its slots, or for each gate of a recurrent layer apart
	 * @throws tintype.TintypeException if they are not what its settings ask for
	 */
	void take(List<UnreadWeight> inFile) {
		List<Slot> slots = recipe.slots();
		List<UnreadWeight> stored = recipe.operation() instanceof Operation.Recurrent layer ? JoinedWeight.ofGates(layer.cell(), inFile) : inFile;
		if (recipe.isUnsupported()) {
			for (UnreadWeight weight : stored)
				weights.put(weight.name(), new Weight(weight.read(), trainable));
			return;
		}
		if (slots.isEmpty() && !stored.isEmpty()) note = "The file has " + stored.size() + " weights for it that have no use here.";
		else if (slots.size() != stored.size()) throw Damage.of("Layer " + name + " of " + source + " needs " + slots.size() + " weights (" + //
			String.join(", ", slots.stream().map(Slot::key).toList()) + "), and the file has " + stored.size());
		for (int i = 0; i < slots.size(); i++)
			take(slots.get(i), stored.get(i));
		if (!isEven()) throw Damage.of("The weights of layer " + name + " of " + source + " are of different sizes");
	}

	private void take(Slot slot, UnreadWeight stored) {
		int[] shape = stored.shape();
		if (!slot.fits(shape)) throw Damage.of("The " + slot.key() + " of layer " + name + " of " + source + " is [" + Shapes.text(shape) + //
			"] in the file, but its settings ask for [" + Shapes.text(slot.shape() == null ? new int[0] : slot.shape()) + "]");
		weights.put(slot.key(), new Weight(slot.turn().apply(stored.read()), trainable && slot.trainable()));
	}

	/** Whether weights whose sizes the settings do not say have those of one another. */
	private boolean isEven() {
		if (recipe.operation() instanceof Operation.BatchNormalization || recipe.operation() instanceof Operation.LayerNormalization)
			return weights.values().stream().mapToInt(Weight::count).distinct().count() <= 1;
		if (!(recipe.operation() instanceof Operation.DepthwiseConvolution) || !weights.containsKey("bias")) return true;
		int[] kernel = weights.get("depthwise_kernel").tensor().shape();
		return weights.get("bias").count() == kernel[2] * kernel[3];
	}
}
