package tintype.rectify;

/**
 * Coordinates in which a set of points has its centroid at 0 and a mean distance of sqrt(2)
 * from it. Pixels and metres, near the origin or far from it, become numbers of about 1,
 * without which the linear system of a homography cannot be solved in float64 (Hartley, In
 * Defense of the Eight-Point Algorithm, IEEE PAMI 19, 1997).
 *
 * @param x     of the centroid
 * @param y     of the centroid
 * @param scale by which distances are multiplied, more than 0
 */
record Frame(double x, double y, double scale) {

	/** @param points {x, y}, not all at one position */
	static Frame of(double[][] points) {
		double x = 0, y = 0;
		for (double[] point : points) {
			x += point[0] / points.length;
			y += point[1] / points.length;
		}
		double distance = 0;
		for (double[] point : points)
			distance += Math.hypot(point[0] - x, point[1] - y) / points.length;
		return new Frame(x, y, Math.sqrt(2) / distance);
	}

	/** A position in this frame, new. */
	double[] to(double[] point) {
		return new double[] { scale * (point[0] - x), scale * (point[1] - y) };
	}

	/** The way into this frame. */
	Homography in() {
		return Homography.of(scale, 0, -scale * x, 0, scale, -scale * y, 0, 0, 1);
	}

	/** The way out of this frame. */
	Homography out() {
		return Homography.of(1 / scale, 0, x, 0, 1 / scale, y, 0, 0, 1);
	}
}
