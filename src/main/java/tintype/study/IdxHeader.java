package tintype.study;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import tintype.TintypeException;

/**
 * What an IDX file says of itself.
 *
 * @param shape  the dimensions, each at least 1
 * @param values their product, at most {@link #MOST_VALUES}
 */
record IdxHeader(int[] shape, long values) {

	/** A gigabyte; the largest set of this format, all of EMNIST, has half of it. */
	static final long MOST_VALUES = 1 << 30;

	private static final int UNSIGNED_BYTE = 0x08;

	private static final Map<Integer, String> OTHER_KINDS = Map.of(0x09, "signed bytes", 0x0b, "16-bit integers", 0x0c, "32-bit integers", //
		0x0d, "32-bit floats", 0x0e, "64-bit floats");

	/**
	 * @param file       for the message
	 * @param stream     at the start of the file, unpacked
	 * @param dimensions as expected
	 * @throws TintypeException if the file holds something else
	 * @throws IOException      if it ends too early or can't be unpacked
	 */
	static IdxHeader read(Path file, DataInputStream stream, int dimensions) throws IOException {
		int magic = stream.readInt();
		requireKind(file, magic, dimensions);
		int[] shape = new int[dimensions];
		long values = 1;
		for (int i = 0; i < dimensions; i++) {
			shape[i] = stream.readInt();
			if (shape[i] == 0) throw new TintypeException( //
				file + (i == 0 ? " is empty, it holds no " + things(dimensions) : " holds pictures without pixels") + ": choose another file.");
			// negative numbers stand for more than 2^31
			if (shape[i] < 0 || (values *= shape[i]) > MOST_VALUES) throw new TintypeException( //
				file + " claims " + unsigned(Arrays.copyOf(shape, i + 1)) + " values, more than can be meant: download it again.");
		}
		return new IdxHeader(shape, values);
	}

	private static void requireKind(Path file, int magic, int dimensions) {
		int wanted = UNSIGNED_BYTE << 8 | dimensions;
		if (magic == wanted) return;
		int kind = magic >> 8;
		if (kind == UNSIGNED_BYTE && dimensions + (magic & 255) == 4) throw new TintypeException( //
			file + " holds " + things(magic & 255) + " where " + things(dimensions) + " are expected: check that the names are not exchanged.");
		if (OTHER_KINDS.containsKey(kind)) throw new TintypeException( //
			file + " holds " + OTHER_KINDS.get(kind) + " where unsigned bytes are expected: choose a set in the format of MNIST.");
		throw new TintypeException(String.format("%s is not an IDX file of %s: it begins with %08x, not with %08x; download it again.", //
			file, things(dimensions), magic, wanted));
	}

	private static String things(int dimensions) {
		return dimensions == 1 ? "labels" : "pictures";
	}

	private static String unsigned(int[] shape) {
		return Arrays.stream(shape).mapToObj(Integer::toUnsignedString).collect(Collectors.joining(" x "));
	}

	/** Length of the header. */
	int bytes() {
		return Integer.BYTES * (1 + shape.length);
	}
}
