package tintype.bench;

/** The network of the posts as an ONNX model. Field numbers are those of onnx.proto. */
final class OnnxNetwork {

	/** Of the file format, and of the set of operators: old enough for any runtime, and later ones changed neither Conv nor Relu. */
	private static final int FORMAT = 8, OPERATORS = 13;

	/** ONNX's numbers for the type of a tensor and the type of an attribute. */
	private static final int FLOAT = 1, INTEGERS = 7;

	private static final String INPUT = "lightness", OUTPUT = "logits";

	private OnnxNetwork() {}

	/**
	 * @param parameters of each convolution its weights [out, in, 3, 3], then its biases [out]
	 * @param edge       of the input [1, 1, edge, edge]
	 */
	static byte[] of(float[][] parameters, int edge) {
		Protobuf graph = new Protobuf();
		String last = INPUT;
		for (int i = 0; i < parameters.length; i += 2) {
			boolean ends = i + 2 == parameters.length;
			String weights = "weights" + i, biases = "biases" + i, sums = ends ? OUTPUT : "sums" + i;
			graph.message(1, node("Conv", sums, last, weights, biases).message(5, integers("kernel_shape", 3, 3)));
			last = sums;
			if (!ends) graph.message(1, node("Relu", last = "positive" + i, sums));
			int maps = parameters[i + 1].length;
			graph.message(5, tensor(weights, parameters[i], maps, TrainingTask.inputs(parameters[i], parameters[i + 1]), 3, 3));
			graph.message(5, tensor(biases, parameters[i + 1], maps));
		}
		int bins = parameters[parameters.length - 1].length, inner = edge - parameters.length;
		graph.text(2, "ColorNet").message(11, value(INPUT, 1, 1, edge, edge)).message(12, value(OUTPUT, 1, bins, inner, inner));
		return new Protobuf().number(1, FORMAT).message(7, graph).message(8, new Protobuf().text(1, "").number(2, OPERATORS)).toByteArray();
	}

	private static Protobuf node(String operator, String output, String... inputs) {
		Protobuf node = new Protobuf();
		for (String input : inputs)
			node.text(1, input);
		return node.text(2, output).text(4, operator);
	}

	private static Protobuf integers(String name, int... values) {
		Protobuf attribute = new Protobuf().text(1, name);
		for (int value : values)
			attribute.number(8, value);
		return attribute.number(20, INTEGERS);
	}

	private static Protobuf tensor(String name, float[] values, int... shape) {
		Protobuf tensor = new Protobuf();
		for (int size : shape)
			tensor.number(1, size);
		return tensor.number(2, FLOAT).text(8, name).floats(9, values);
	}

	private static Protobuf value(String name, int... shape) {
		Protobuf dimensions = new Protobuf();
		for (int size : shape)
			dimensions.message(1, new Protobuf().number(1, size));
		return new Protobuf().text(1, name).message(2, new Protobuf().message(1, new Protobuf().number(1, FLOAT).message(2, dimensions)));
	}
}
