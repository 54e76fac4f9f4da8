package tintype.inspect.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * A model as a file of Keras describes it.
 *
 * @param layers  in the file's order
 * @param inputs  the layers where values come in
 * @param outputs what it gives
 */
record KerasModel(List<KerasLayer> layers, List<KerasCall.Source> inputs, List<KerasCall.Source> outputs) {

	/** Its layers and those of models used as layers, in order. */
	List<KerasLayer> leaves() {
		return layers.stream().flatMap(layer -> layer.model() == null ? Stream.of(layer) : layer.model().leaves().stream()).toList();
	}
}
