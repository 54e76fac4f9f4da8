package tintype.rectify;

/**
 * The part of each row of a target whose places lie, with both neighbours, well inside
 * the source and in front of the horizon. Each of these demands is linear in the column,
 * so what meets all is one run of pixels.
 */
final class Interior {

	/** Pixels of the source by which a place keeps off the edge: far more than its rounding error. */
	private static final double MARGIN = 1e-6;

	private final PixelMap map;
	private final double right;
	private final double bottom;
	private final int columns;
	private final double nearest;

	/** Of the run that was found last: its first column, and the one after its last. */
	private int from, to;

	/** @param rows of the target */
	Interior(PixelMap map, Taps source, int columns, int rows) {
		this.map = map;
		this.columns = columns;
		right = source.width() - 1 - MARGIN;
		bottom = source.height() - 1 - MARGIN;
		nearest = nearest(rows);
	}

	/**
	 * The denominator from which on rounding moves a place by less than the margin: terms
	 * of a numerator cancel each other near the horizon.
	 */
	private double nearest(int rows) {
		double largest = 0;
		for (int i = 0; i <= 1; i++)
			for (int j = 0; j <= 1; j++) {
				double column = i * columns, row = j * rows, size = Math.max(right, bottom) + 1;
				largest = Math.max(largest, Math.abs(map.numeratorX(column, row)));
				largest = Math.max(largest, Math.abs(map.numeratorY(column, row)));
				largest = Math.max(largest, size * Math.abs(map.denominator(column, row)));
			}
		return 64 * Math.ulp(largest) / MARGIN;
	}

	/** Finds the run of row {@code j} of the target. */
	void find(int j) {
		double x0 = map.numeratorX(0, j), y0 = map.numeratorY(0, j), w0 = map.denominator(0, j);
		double x1 = map.numeratorX(1, j) - x0, y1 = map.numeratorY(1, j) - y0, w1 = map.denominator(1, j) - w0;
		from = 0;
		to = columns;
		demand(w0 - nearest, w1);
		demand(x0 - MARGIN * w0, x1 - MARGIN * w1);
		demand(y0 - MARGIN * w0, y1 - MARGIN * w1);
		demand(right * w0 - x0, right * w1 - x1);
		demand(bottom * w0 - y0, bottom * w1 - y1);
		while (from < to && !holds(from, j)) from++;
		while (from < to && !holds(to - 1, j)) to--;
	}

	/** Keeps the columns i with constant + slope i >= 0, give or take one. */
	private void demand(double constant, double slope) {
		double root = -constant / slope;
		if (slope == 0 && constant < 0) to = from;
		if (slope > 0) from = (int) Math.max(from, Math.min(to, Math.ceil(root)));
		if (slope < 0) to = (int) Math.min(to, Math.max(from, Math.floor(root) + 1));
	}

	private boolean holds(int i, int j) {
		double w = map.denominator(i, j), x = map.numeratorX(i, j) / w, y = map.numeratorY(i, j) / w;
		return w >= nearest && x >= MARGIN / 2 && y >= MARGIN / 2 && x <= right + MARGIN / 2 && y <= bottom + MARGIN / 2;
	}

	int from() {
		return from;
	}

	int to() {
		return to;
	}
}
