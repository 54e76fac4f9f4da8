package tintype.nn.winograd;

/**
 * Arrays that one thread transforms in, of the longest row of any layer.
 *
 * @param lines  rows after the transform along x: [row, point, tile and channel]
 * @param carry  two more
 * @param column the six points along y
 * @param ahead  the first two pixels of each next tile
 * @param row    a row of pixels
 */
record Scratch(float[][][] lines, float[][][] carry, float[][] column, float[][] ahead, float[][] row) {

	Scratch(int length) {
		this(new float[Transforms.POINTS][Transforms.POINTS][length], new float[2][Transforms.POINTS][length],
			new float[Transforms.POINTS][length], new float[2][length], new float[Transforms.TILE][length]);
	}

	/** The same point of six lines, the first of which is that of row {@code first} of a picture. */
	float[][] point(int first, int point) {
		float[][] values = new float[Transforms.POINTS][];
		for (int i = 0; i < values.length; i++)
			values[i] = lines[(first + i) % Transforms.POINTS][point];
		return values;
	}
}
