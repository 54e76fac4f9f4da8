package tintype.inspect.read;

/**
 * Where a layer's values can be read while a graph is made.
 *
 * @param row    the row of the graph that gives them
 * @param rank   number of their axes with the batch; -1 if unknown
 * @param turned whether the file has them channels first: [image, channel, y, x], while
 *               the graph has them channels last
 */
record Port(String row, int rank, boolean turned) {

	/** An axis of the file's values, as the graph counts it. From the end it is counted only if it is the last. */
	int axis(int inFile) {
		if (!turned) return inFile;
		int axis = inFile < 0 ? inFile + rank : inFile;
		if (axis == 0) return 0;
		return axis == 1 ? -1 : axis - 1;
	}
}
