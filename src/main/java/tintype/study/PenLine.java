package tintype.study;

/**
 * A smooth line through points: a uniform Catmull-Rom spline (Catmull and Rom
 * 1974), which meets every point. Two equal points in a row make a corner.
 */
final class PenLine {

	/** Straight pieces between two points; at 28 pixels a curve of 6 looks round. */
	private static final int PIECES = 6;

	private PenLine() {}

	/**
	 * @param points [point, x or y], at least 2; not changed
	 * @return as {@code points}, closer together, from the first to the last of them; new
	 */
	static double[][] through(double[][] points) {
		double[][] line = new double[(points.length - 1) * PIECES + 1][2];
		for (int i = 0; i < line.length; i++) {
			int from = Math.min(i / PIECES, points.length - 2);
			double t = (i - from * PIECES) / (double) PIECES;
			for (int axis = 0; axis < 2; axis++)
				line[i][axis] = between(at(points, from - 1, axis), points[from][axis], points[from + 1][axis], at(points, from + 2, axis), t);
		}
		return line;
	}

	/** The ends count twice, so that the line ends in its direction. */
	private static double at(double[][] points, int point, int axis) {
		return points[Math.max(0, Math.min(points.length - 1, point))][axis];
	}

	private static double between(double before, double from, double to, double after, double t) {
		double slopeFrom = (to - before) / 2, slopeTo = (after - from) / 2;
		double square = t * t, cube = square * t;
		return (2 * cube - 3 * square + 1) * from + (cube - 2 * square + t) * slopeFrom //
			+ (3 * square - 2 * cube) * to + (cube - square) * slopeTo;
	}
}
