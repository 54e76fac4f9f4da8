package tintype.nn.winograd;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * 36 matrices of one size in memory of their own, one for each pair of points of a
 * tile's transform, row by row. Holds up to the size it was made for.
 */
final class Spectrum implements AutoCloseable {

	/** Pairs of points, that down the picture first. */
	static final int PAIRS = Transforms.POINTS * Transforms.POINTS;

	private final FloatPointer memory;
	private final FloatBuffer values;
	private final FloatPointer[] matrices = new FloatPointer[PAIRS];
	private final int size;

	/**
	 * @param size of a matrix, most elements
	 * @throws OutOfMemoryError if there is no such memory
	 */
	Spectrum(long size) {
		memory = new FloatPointer(Math.multiplyExact(size, (long) PAIRS));
		this.size = Math.toIntExact(size);
		values = memory.asBuffer();
		for (int pair = 0; pair < PAIRS; pair++)
			matrices[pair] = new FloatPointer(memory).position(pair * size);
	}

	/** One matrix, for a product, or the rest of it from an element on. */
	FloatPointer matrix(int pair, int from) {
		return from == 0 ? matrices[pair] : matrices[pair].getPointer(from);
	}

	/** Copies a part of an array to where it lies in a matrix when the array begins at an offset. */
	void put(int pair, int offset, float[] source, int from, int to) {
		values.put(pair * size + offset + from, source, from, to - from);
	}

	/** Copies the other way. */
	void get(int pair, int offset, float[] target, int from, int to) {
		values.get(pair * size + offset + from, target, from, to - from);
	}

	@Override
	public void close() {
		memory.close();
	}
}
