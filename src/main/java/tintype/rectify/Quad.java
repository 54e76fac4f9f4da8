package tintype.rectify;

import java.util.Arrays;
import java.util.Comparator;

import tintype.TintypeException;

/**
 * A convex quadrilateral, the image of a rectangle in perspective. Its corners stand in the
 * order top left, top right, bottom right, bottom left of the rectangle that is meant, which
 * is clockwise, as y runs down. Immutable.
 */
public final class Quad {

	/** Rounding must not decide between a turn by 45 and one by -45 degrees. */
	private static final double ROUNDING = 1e-9;

	private final double[][] corners;

	private Quad(double[][] corners) {
		this.corners = corners;
	}

	/**
	 * The quad that four points mean. A convex one that goes clockwise is kept as it was drawn,
	 * its first point top left, as a user may mean a turned page; any other order is replaced
	 * by that of {@link #ordered}.
	 *
	 * @param points four {x, y}; copied
	 * @throws TintypeException if they are the corners of no convex quad; the sentence names
	 *                          the point at fault
	 */
	public static Quad of(double[][] points) {
		refuse(points);
		return isConvexAndClockwise(points) ? new Quad(copy(points)) : ordered(points);
	}

	/**
	 * The quad with these corners, whatever their order: clockwise by their angle about the
	 * centroid, and starting so that the rectangle is turned least, by more than -45 up to 45
	 * degrees. The turn is measured half way between the two lines that join the midpoints of
	 * opposite sides, so that a long side has no more say than a short one.
	 *
	 * @param points four {x, y}; copied
	 * @throws TintypeException if they are the corners of no convex quad; the sentence names
	 *                          the point at fault
	 */
	public static Quad ordered(double[][] points) {
		refuse(points);
		double x = Arrays.stream(points).mapToDouble(each -> each[0]).sum() / 4, y = Arrays.stream(points).mapToDouble(each -> each[1]).sum() / 4;
		double[][] clockwise = copy(points);
		Arrays.sort(clockwise, Comparator.comparingDouble(each -> Math.atan2(each[1] - y, each[0] - x)));
		Quad quad = new Quad(clockwise);
		for (int start = 0; start < 3 && !quad.isUpright(); start++)
			quad = quad.startingAt(1);
		return quad;
	}

	/**
	 * The best quad of a freehand or traced outline, in upright order; see {@link Outline}.
	 *
	 * @param outline closed polygon {x, y} of four or more corners; not changed
	 * @throws TintypeException if no quad can be made of it
	 */
	public static Quad ofOutline(double[][] outline) {
		return Outline.quad(outline);
	}

	/** The outer edges of a picture: half a pixel beyond the centres of its outermost pixels. */
	public static Quad ofPicture(int width, int height) {
		double right = width - 0.5, bottom = height - 0.5;
		return new Quad(new double[][] { { -0.5, -0.5 }, { right, -0.5 }, { right, bottom }, { -0.5, bottom } });
	}

	private static void refuse(double[][] points) {
		if (points.length != 4) throw new TintypeException(
			"A quadrilateral has 4 corners, not " + points.length + ": mark the 4 corners of the rectangle.");
		Collinearity.refuse("Corner", PointPairs.finite("Corner", points));
		int inner = Folding.inner(points);
		if (inner >= 0) throw new TintypeException(Folding.bent("Corner", inner));
	}

	/** Of four points: a side that turns back or a crossing shows in one of the four turns. */
	static boolean isConvexAndClockwise(double[][] points) {
		for (int i = 0; i < 4; i++)
			if (Folding.turn(points[i], points[(i + 1) % 4], points[(i + 2) % 4]) <= 0) return false;
		return true;
	}

	private static double[][] copy(double[][] points) {
		return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
	}

	private boolean isUpright() {
		double turn = turn();
		return turn > -Math.PI / 4 + ROUNDING && turn <= Math.PI / 4 + ROUNDING;
	}

	/** How far the rectangle is turned clockwise, in radians from -pi to pi; see {@link #ordered}. */
	public double turn() {
		double[] right = joining(1, 2, 0, 3), down = joining(2, 3, 0, 1);
		return Math.atan2(right[1] - down[0], right[0] + down[1]);
	}

	/** Cosine of the angle between the two lines that join the midpoints of opposite sides: 0 for a rectangle seen squarely. */
	double skew() {
		double[] right = joining(1, 2, 0, 3), down = joining(2, 3, 0, 1);
		return right[0] * down[0] + right[1] * down[1];
	}

	/** Unit vector from the midpoint of corners c and d to that of a and b. */
	private double[] joining(int a, int b, int c, int d) {
		double x = corners[a][0] + corners[b][0] - corners[c][0] - corners[d][0], y = corners[a][1] + corners[b][1] - corners[c][1] - corners[d][1];
		return new double[] { x / Math.hypot(x, y), y / Math.hypot(x, y) };
	}

	/** The corners {x, y}: top left, top right, bottom right, bottom left; new. */
	public double[][] corners() {
		return copy(corners);
	}

	/**
	 * The same quad with another corner first, which turns the rectangle that is meant.
	 *
	 * @param corner 0 to 3, the one that becomes top left
	 */
	public Quad startingAt(int corner) {
		return new Quad(new double[][] { corners[corner], corners[(corner + 1) % 4], corners[(corner + 2) % 4], corners[(corner + 3) % 4] });
	}

	/** Lengths of the sides: top, right, bottom, left; new. */
	public double[] sides() {
		double[] sides = new double[4];
		for (int i = 0; i < 4; i++)
			sides[i] = Math.hypot(corners[(i + 1) % 4][0] - corners[i][0], corners[(i + 1) % 4][1] - corners[i][1]);
		return sides;
	}

	/** Area in squared pixels. */
	public double area() {
		return (Folding.turn(corners[0], corners[1], corners[2]) + Folding.turn(corners[0], corners[2], corners[3])) / 2;
	}

	/** The map that lays this quad onto another, corner by corner. */
	public Homography onto(Quad other) {
		return DirectLinearTransform.of(new PointPairs(corners, other.corners));
	}
}
