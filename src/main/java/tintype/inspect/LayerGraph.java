package tintype.inspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tintype.TintypeException;

/**
 * A network as layers that read one another, whichever file it came from.
 *
 * @param title         name of the model or file
 * @param format        what wrote it, e.g. "Keras 2.3.1 (HDF5)"
 * @param layers        each after those that it reads; inputs are layers too
 * @param outputs       names of the layers whose values the network gives
 * @param channelsFirst whether the file's own tensors are [image, channel, y, x]; the
 *                      graph's are channels last in any case
 */
public record LayerGraph(String title, String format, List<Layer> layers, List<String> outputs, boolean channelsFirst) {

	/** @throws IllegalArgumentException if a name comes twice, or a layer reads what is not before it */
	public LayerGraph {
		layers = List.copyOf(layers);
		Set<String> before = new HashSet<>();
		for (Layer layer : layers) {
			if (!before.containsAll(layer.inputs())) throw new IllegalArgumentException("layer " + layer.name() + " reads what does not come before it");
			if (!before.add(layer.name())) throw new IllegalArgumentException("there are two layers " + layer.name());
		}
		if (!before.containsAll(outputs)) throw new IllegalArgumentException("an output is not among the layers");
	}

	/**
	 * The layer of this name.
	 *
	 * @throws TintypeException if there is none
	 */
	public Layer layer(String name) {
		return layers.get(position(name));
	}

	/**
	 * Place of the layer of this name, from 0.
	 *
	 * @throws TintypeException if there is none
	 */
	public int position(String name) {
		for (int i = 0; i < layers.size(); i++)
			if (layers.get(i).name().equals(name)) return i;
		throw new TintypeException("There is no layer " + name + " in " + title + ": take a name from its summary.");
	}

	/** The layers where values come in. */
	public List<Layer> inputs() {
		return layers.stream().filter(Layer::isInput).toList();
	}
}
