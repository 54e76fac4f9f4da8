package tintype.rectify;

/**
 * What the perspective of a rectangle tells of its proportions and of the camera's focal
 * length (Zhang and He, Whiteboard scanning and image enhancement, Digital Signal Processing
 * 17, 2007, section 3.2, with square pixels). n2 and n3 are the images of the directions of the
 * rectangle's width and height; these are at right angles, which settles the focal length f,
 * and with it their lengths compare. Coordinates are counted from the principal point in units
 * of the picture's long side, and so is f.
 *
 * @param n2 {x, y, w}; w is 0 where left and right side are parallel and equal
 * @param n3 {x, y, w}; w is 0 where top and bottom are parallel and equal
 */
record Perspective(double[] n2, double[] n3) {

	/** @param corners {x, y}: top left, top right, bottom right, bottom left, in pixels */
	static Perspective of(double[][] corners, Camera camera) {
		double[] m1 = seen(corners[0], camera), m2 = seen(corners[1], camera), m4 = seen(corners[2], camera), m3 = seen(corners[3], camera);
		double[] diagonal = cross(m1, m4);
		double k2 = dot(diagonal, m3) / dot(cross(m2, m4), m3), k3 = dot(diagonal, m2) / dot(cross(m3, m4), m2);
		return new Perspective(difference(k2, m2, m1), difference(k3, m3, m1));
	}

	private static double[] seen(double[] corner, Camera camera) {
		return new double[] { (corner[0] - camera.x()) / camera.longSide(), (corner[1] - camera.y()) / camera.longSide(), 1 };
	}

	private static double[] cross(double[] a, double[] b) {
		return new double[] { a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0] };
	}

	private static double dot(double[] a, double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	}

	private static double[] difference(double k, double[] a, double[] b) {
		return new double[] { k * a[0] - b[0], k * a[1] - b[1], k * a[2] - b[2] };
	}

	/** 1 / f², 0 or less where no camera sees a rectangle like this; noise where {@link #convergence} or {@link #skew} is. */
	double inverseSquaredFocalLength() {
		return -convergence() / skew();
	}

	/** 0 where one pair of opposite sides is parallel. */
	double convergence() {
		return n2[2] * n3[2];
	}

	/** 0 where the images of width and height are at right angles about the principal point. */
	double skew() {
		return n2[0] * n3[0] + n2[1] * n3[1];
	}

	/** Width over height of the rectangle as a camera with this 1 / f² sees it. */
	double ratio(double inverseSquared) {
		return Math.sqrt(squaredLength(n2, inverseSquared) / squaredLength(n3, inverseSquared));
	}

	private static double squaredLength(double[] n, double inverseSquared) {
		return (n[0] * n[0] + n[1] * n[1]) * inverseSquared + n[2] * n[2];
	}
}
