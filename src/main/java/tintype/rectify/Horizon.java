package tintype.rectify;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes what is drawn on a plane through a homography, and cuts off what has no image.
 * <p>
 * Straight lines stay straight, so that vertices say all, as long as none lies on or
 * beyond the horizon (w = 0). What does reach there has an image without end; of that,
 * only what falls into a window is kept: the picture and as much again on every side. It
 * is cut by the planes w u &gt;= w left and so on, which are linear in x and y (Sutherland
 * and Hodgman 1974), before anything is divided by w. Immutable.
 */
public final class Horizon {

	/** An image farther from the origin, in pixels, is as good as none: float32, in which selections are kept, is no finer than 1/16 there. */
	private static final double FAR = 1e6;

	private final Homography map;
	private final double farthest;

	/** The sides of the window, {a, b, c} each: inside where a x + b y + c is at least 0. */
	private final double[][] sides;

	/**
	 * @param map    of the plane
	 * @param width  of the picture that the images of points lie in, in pixels
	 * @param height of that picture, in pixels
	 */
	public Horizon(Homography map, int width, int height) {
		this.map = map;
		farthest = Math.max(FAR, 2.0 * Math.max(width, height));
		double[] h = map.matrix();
		sides = new double[][] { side(h, 0, 1, width + 0.5), side(h, 0, -1, 2.0 * width - 0.5), side(h, 3, 1, height + 0.5),
			side(h, 3, -1, 2.0 * height - 0.5) };
	}

	private static double[] side(double[] h, int row, int sign, double distance) {
		double[] side = new double[3];
		for (int i = 0; i < 3; i++)
			side[i] = sign * h[row + i] + distance * h[6 + i];
		return side;
	}

	/**
	 * What is left of a drawing.
	 *
	 * @param points {u, v} each, new; none if nothing is left
	 * @param whole  whether nothing was cut off
	 */
	public record Part(List<double[]> points, boolean whole) {}

	/** Whether a point has an image, and within a million pixels or twice the picture. */
	public boolean shows(double x, double y) {
		if (!(map.denominator(x, y) > 0)) return false;
		double[] image = map.map(x, y);
		return Math.abs(image[0]) <= farthest && Math.abs(image[1]) <= farthest;
	}

	/** The image of a point that {@link #shows}, {u, v}, new. */
	public double[] image(double x, double y) {
		return map.map(x, y);
	}

	/**
	 * The image of a polygon. What is cut may hang together by lines along the window, as a
	 * polygon has one outline; they enclose nothing.
	 *
	 * @param ring {x, y} each, of at least three vertices, closed without repeating the first
	 */
	public Part area(List<double[]> ring) {
		if (isWhole(ring)) return new Part(images(ring), true);
		List<double[]> rest = ring;
		for (double[] side : sides)
			rest = cut(rest, side);
		return new Part(images(rest.size() < 3 ? List.of() : rest), false);
	}

	/**
	 * The image of a line of one or more straight pieces.
	 *
	 * @param line {x, y} each, of at least two vertices
	 * @return none if cutting it leaves nothing, or more than one line
	 */
	public Part line(List<double[]> line) {
		if (isWhole(line)) return new Part(images(line), true);
		List<List<double[]>> runs = new ArrayList<>();
		boolean goesOn = false;
		for (int i = 1; i < line.size(); i++) {
			double[] from = line.get(i - 1), to = line.get(i);
			double[] part = inside(from, to);
			boolean joined = goesOn && part != null && part[0] == 0;
			goesOn = part != null && part[1] == 1;
			if (part == null) continue;
			if (!joined) runs.add(new ArrayList<>(List.of(between(from, to, part[0]))));
			runs.get(runs.size() - 1).add(between(from, to, part[1]));
		}
		return new Part(images(runs.size() == 1 ? runs.get(0) : List.of()), false);
	}

	private boolean isWhole(List<double[]> points) {
		return points.stream().allMatch(each -> shows(each[0], each[1]));
	}

	private List<double[]> images(List<double[]> points) {
		return points.stream().map(each -> map.map(each[0], each[1])).toList();
	}

	private static double over(double[] side, double[] point) {
		return side[0] * point[0] + side[1] * point[1] + side[2];
	}

	private static double[] between(double[] from, double[] to, double share) {
		return new double[] { from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]) };
	}

	private static List<double[]> cut(List<double[]> ring, double[] side) {
		List<double[]> kept = new ArrayList<>();
		for (int i = 0; i < ring.size(); i++) {
			double[] from = ring.get(i), to = ring.get((i + 1) % ring.size());
			double start = over(side, from), end = over(side, to);
			if (start >= 0) kept.add(from);
			if (start >= 0 != end >= 0) kept.add(between(from, to, start / (start - end)));
		}
		return kept;
	}

	/** The shares of a straight piece between which it is in the window, or null (Liang and Barsky 1984). */
	private double[] inside(double[] from, double[] to) {
		double first = 0, last = 1;
		for (double[] side : sides) {
			double start = over(side, from), end = over(side, to);
			if (start < 0 && end < 0) return null;
			if (start < 0) first = Math.max(first, start / (start - end));
			if (end < 0) last = Math.min(last, start / (start - end));
		}
		return first < last ? new double[] { first, last } : null;
	}
}
