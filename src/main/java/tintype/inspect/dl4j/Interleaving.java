package tintype.inspect.dl4j;

/** Rows of some channels, to be written so that the values of a place lie together. */
final class Interleaving {

	/** Channels at a time: their values of a place are half a line of the cache. */
	static final int MOST = 8;

	/** So that equal places of all rows do not fall into the same lines of the cache. */
	private static final int GAP = 16;

	/** One row after the other, each from its {@link #start} on. */
	final float[] values;

	private final int count;

	/** @param count places of a row */
	Interleaving(int count) {
		this.count = count;
		values = new float[MOST * (count + GAP)];
	}

	/** Where the values of a row begin. */
	int start(int row) {
		return row * (count + GAP);
	}

	/**
	 * Writes the rows.
	 *
	 * @param rows  how many, up to {@link #MOST}
	 * @param first where the first value of the first row goes
	 * @param step  from one place to the next
	 */
	void write(int rows, float[] target, int first, int step) {
		if (rows == MOST) writeAll(target, first, step);
		else for (int row = 0; row < rows; row++)
			for (int place = 0; place < count; place++)
				target[first + place * step + row] = values[start(row) + place];
	}

	/** Twice as fast as a loop over rows: eight neighbours at once. */
	private void writeAll(float[] target, int first, int step) {
		int b = start(1), c = start(2), d = start(3), e = start(4), f = start(5), g = start(6), h = start(7);
		for (int place = 0; place < count; place++) {
			int to = first + place * step;
			target[to] = values[place];
			target[to + 1] = values[b + place];
			target[to + 2] = values[c + place];
			target[to + 3] = values[d + place];
			target[to + 4] = values[e + place];
			target[to + 5] = values[f + place];
			target[to + 6] = values[g + place];
			target[to + 7] = values[h + place];
		}
	}
}
