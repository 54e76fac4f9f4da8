package tintype.inspect.read;

import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * What wrote a file of Keras.
 *
 * @param source what to call the file in messages
 * @param keras  the major version: 1, 2 or 3
 * @param theano whether its convolutions turn their kernels round, as Theano's do
 */
record Origin(String source, int keras, boolean theano) {

	/** @param version as the file says, e.g. "2.2.4-tf"; null in the oldest files */
	static Origin of(String source, String version, String backend) {
		char first = version == null || version.isEmpty() ? '1' : version.charAt(0);
		return new Origin(source, Character.isDigit(first) ? Math.min(3, Math.max(1, first - '0')) : 2, "theano".equals(backend));
	}

	/** The settings of a layer of this file. */
	Settings settings(String layer, JsonNode node) {
		return new Settings(node, layer, this);
	}
}
