package tintype.inspect.read;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;

/** Graphs in words, so that tests can compare them. */
final class Rows {

	private Rows() {}

	/** A record with its values, arrays too, without the names of its parts. */
	static String text(Object record) {
		if (record instanceof int[] values) return Arrays.toString(values);
		if (!(record instanceof Record)) return String.valueOf(record);
		String parts = Arrays.stream(record.getClass().getRecordComponents()).map(part -> text(part, record)).collect(Collectors.joining(", "));
		return record.getClass().getSimpleName() + "(" + parts + ")";
	}

	private static String text(RecordComponent part, Object record) {
		try {
			return text(part.getAccessor().invoke(record));
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Every row as "name < inputs: operation". */
	static List<String> of(LayerGraph graph) {
		return graph.layers().stream().map(layer -> layer.name() + " < " + String.join(" + ", layer.inputs()) + ": " + text(layer.operation())).toList();
	}

	/** The shapes of a layer's weights as "name[edges]". */
	static String weights(Layer layer) {
		return layer.weights().entrySet().stream().map(weight -> weight.getKey() + Arrays.toString(weight.getValue().tensor().shape())).collect(Collectors.joining(" "));
	}
}
