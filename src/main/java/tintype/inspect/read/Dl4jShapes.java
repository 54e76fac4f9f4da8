package tintype.inspect.read;

import tintype.inspect.Operation;
import tintype.inspect.Padding;

/** Layers that only move values. Those over sequences work on the last axis of the file, whatever it holds. */
final class Dl4jShapes {

	private Dl4jShapes() {}

	static Part padding(Fields layer) {
		return Part.of(new Operation.ZeroPadding(2, edges(layer.wholes("padding", 0, 4))), Layout.image(layer.word("dataFormat", "")));
	}

	static Part cropping(Fields layer) {
		return Part.of(new Operation.Cropping(2, edges(layer.wholes("cropping", 0, 4))), Layout.image(layer.word("dataFormat", "")));
	}

	static Part upsampling(Fields layer) {
		return Part.of(new Operation.Upsampling(2, layer.wholes("size", 1, 2), false), Layout.image(layer.word("format", "")));
	}

	static Part paddingInTime(Fields layer, Layout in) {
		int[] padding = layer.wholes("padding", 0, 2);
		return inTime(layer, in, new Operation.ZeroPadding(1, new Padding.Edges(padding[0], padding[1], 0, 0)));
	}

	static Part croppingInTime(Fields layer, Layout in) {
		int[] cropping = layer.wholes("cropping", 0, 2);
		return inTime(layer, in, new Operation.Cropping(1, new Padding.Edges(cropping[0], cropping[1], 0, 0)));
	}

	static Part upsamplingInTime(Fields layer, Layout in) {
		return inTime(layer, in, new Operation.Upsampling(1, new int[] { layer.wholes("size", 1)[0], 1 }, false));
	}

	private static Part inTime(Fields layer, Layout in, Operation operation) {
		return in == Layout.NWC ? Part.unsupported(layer, "works along the channels of data in this order", in, 0) : Part.of(operation, Layout.NCW);
	}

	static Part repetition(Fields layer) {
		return Part.of(new Operation.RepeatVector(layer.whole("n", 1)), Layout.sequence(layer.word("dataFormat", "")));
	}

	/** {top, bottom, left, right}. */
	private static Padding.Edges edges(int[] four) {
		return new Padding.Edges(four[0], four[1], four[2], four[3]);
	}
}
