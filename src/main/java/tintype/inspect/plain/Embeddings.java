package tintype.inspect.plain;

import java.util.Arrays;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;

/** Rows of a table, chosen by number. */
final class Embeddings {

	private Embeddings() {}

	static DoubleTensor chosen(Demands demands, Operation.Embedding operation) {
		DoubleTensor x = demands.only();
		int units = operation.units(), axes = x.shape().length;
		float[] table = demands.large("embeddings", operation.words(), units);
		int[] shape = Arrays.copyOf(x.shape(), axes + 1);
		shape[axes] = units;
		DoubleTensor chosen = demands.zeros(shape);
		for (int i = 0; i < x.values().length; i++) {
			int word = (int) x.values()[i];
			if (word != x.values()[i] || word < 0 || word >= operation.words()) throw demands.refused( //
				"whole numbers from 0 to " + (operation.words() - 1) + " (not " + x.values()[i] + ")");
			for (int unit = 0; unit < units; unit++)
				chosen.values()[i * units + unit] = table[word * units + unit];
		}
		return chosen;
	}
}
