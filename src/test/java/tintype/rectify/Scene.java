package tintype.rectify;

import java.util.Random;

/** A flat object before a pinhole camera whose axis points at its middle, and clicks on its photograph. */
final class Scene {

	private Scene() {}

	/**
	 * The corners of a rectangle in a photograph of 4000 x 3000 pixels.
	 *
	 * @param width    in pixels of the photograph if it were seen squarely
	 * @param height   likewise
	 * @param focal    length in pixels, and distance of the camera
	 * @param tilt     of the rectangle, in degrees
	 * @param azimuth  of the axis about which it is tilted, in degrees
	 * @param rotation in its own plane, in degrees
	 */
	static double[][] rectangle(double width, double height, double focal, double tilt, double azimuth, double rotation) {
		double[][] corners = { { -width / 2, -height / 2 }, { width / 2, -height / 2 }, { width / 2, height / 2 }, { -width / 2, height / 2 } };
		double t = Math.toRadians(tilt);
		for (double[] corner : corners) {
			double[] inPlane = rotated(corner, rotation), alongAxis = rotated(inPlane, -azimuth);
			double depth = focal + alongAxis[1] * Math.sin(t);
			double[] seen = rotated(new double[] { alongAxis[0], alongAxis[1] * Math.cos(t) }, azimuth);
			corner[0] = 2000 + focal * seen[0] / depth;
			corner[1] = 1500 + focal * seen[1] / depth;
		}
		return corners;
	}

	private static double[] rotated(double[] point, double degrees) {
		double c = Math.cos(Math.toRadians(degrees)), s = Math.sin(Math.toRadians(degrees));
		return new double[] { c * point[0] - s * point[1], s * point[0] + c * point[1] };
	}

	/** The points with an error of this standard deviation along each axis, new. */
	static double[][] clicked(double[][] points, double sigma, Random random) {
		double[][] clicked = new double[points.length][];
		for (int i = 0; i < points.length; i++)
			clicked[i] = new double[] { points[i][0] + sigma * random.nextGaussian(), points[i][1] + sigma * random.nextGaussian() };
		return clicked;
	}

	/** Positions all over a photograph of 4000 x 3000 pixels. */
	static double[][] scattered(int count, Random random) {
		double[][] points = new double[count][];
		for (int i = 0; i < count; i++)
			points[i] = new double[] { 300 + 3400 * random.nextDouble(), 300 + 2400 * random.nextDouble() };
		return points;
	}

	/** From a photograph in pixels to a plate in millimetres. */
	static Homography plate() {
		return Homography.of(0.03, 0.001, -3, 0.0005, 0.031, -2, 2e-5, 5e-5, 1);
	}

	static double[][] mapped(Homography homography, double[][] points) {
		double[][] images = new double[points.length][];
		for (int i = 0; i < points.length; i++)
			images[i] = homography.map(points[i][0], points[i][1]);
		return images;
	}
}
