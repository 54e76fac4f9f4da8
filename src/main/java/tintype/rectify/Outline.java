package tintype.rectify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import tintype.TintypeException;

/**
 * The best quadrilateral of an outline that was drawn by hand or traced along an edge. First
 * the convex hull is reduced to four sides: as long as there are more, the one whose removal,
 * by prolonging its two neighbours until they meet, adds the least area. These sides lie
 * outside of every wobble; so each is then replaced by the line that fits the outline along its
 * middle part, away from rounded corners, and the lines are intersected. The fit gives a point
 * the weight 1 / (1 + (r / s)²), r its distance and s their median absolute value (Cauchy's
 * robust regression), so that a dent or a bulge of a lesser part of a side has no say.
 */
final class Outline {

	private static final int SIDES = 4;

	/** Steps into which an outline is cut, so that every piece of its length counts the same. */
	private static final int STEPS = 2000;

	/** Left out at both ends of a side, as a part of its length. */
	private static final double ROUND_CORNER = 0.1;

	/** As a part of the shortest side's length; what lies further off belongs to no side. */
	private static final double OFF = 0.1;

	/** Of the outline beside a side, to be fitted. */
	private static final int LEAST_STEPS = 20;

	private static final int ROUNDS = 30;

	/** Of the extent or of a side; less is no distance. */
	private static final double ROUNDING = 1e-9;

	private Outline() {}

	/**
	 * @param outline closed polygon {x, y} of at least four corners, which may be concave; not changed
	 * @return its best quadrilateral, in upright order
	 * @throws TintypeException if it has no area or too few corners
	 */
	static Quad quad(double[][] outline) {
		List<double[]> hull = hull(PointPairs.finite("Outline", outline));
		if (hull.size() < SIDES) throw new TintypeException("The outline has " + hull.size()
			+ " corners that stick out, and a quadrilateral needs 4: draw round the whole rectangle.");
		while (hull.size() > SIDES)
			removeSide(hull);
		double[][] around = hull.toArray(double[][]::new), fitted = fitted(around, steps(outline));
		return Quad.ordered(fitted == null || !Quad.isConvexAndClockwise(fitted) ? around : fitted);
	}

	/** Clockwise, without corners on a side (Andrew's monotone chain). */
	private static List<double[]> hull(double[][] points) {
		double[][] sorted = points.clone();
		Arrays.sort(sorted, Comparator.<double[]> comparingDouble(each -> each[0]).thenComparingDouble(each -> each[1]));
		List<double[]> hull = half(sorted);
		if (hull.size() < 2) return hull;
		hull.remove(hull.size() - 1);
		List<double[]> reversed = new ArrayList<>(List.of(sorted));
		Collections.reverse(reversed);
		List<double[]> back = half(reversed.toArray(double[][]::new));
		hull.addAll(back.subList(0, back.size() - 1));
		return hull;
	}

	private static List<double[]> half(double[][] sorted) {
		List<double[]> chain = new ArrayList<>();
		for (double[] point : sorted) {
			while (chain.size() > 1 && !isCorner(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point))
				chain.remove(chain.size() - 1);
			chain.add(point);
		}
		return chain;
	}

	private static boolean isCorner(double[] a, double[] b, double[] c) {
		return Folding.turn(a, b, c) > ROUNDING * distance(a, b) * distance(b, c);
	}

	/** There always is one: of the outer angles of five or more corners, which sum to 360 degrees, two neighbours make less than 180. */
	private static void removeSide(List<double[]> hull) {
		int n = hull.size(), best = -1;
		double least = Double.POSITIVE_INFINITY;
		double[] corner = null;
		for (int i = 0; i < n; i++) {
			double[] a = hull.get(i), b = hull.get((i + 1) % n);
			double[] meeting = meeting(hull.get((i + n - 1) % n), a, hull.get((i + 2) % n), b);
			if (meeting == null || Folding.turn(b, a, meeting) <= 0) continue;
			double added = Folding.turn(b, a, meeting);
			if (added < least) {
				least = added;
				best = i;
				corner = meeting;
			}
		}
		hull.set(best, corner);
		hull.remove((best + 1) % n);
	}

	/** Of the lines through a and b, and through c and d; null where they are parallel. */
	private static double[] meeting(double[] a, double[] b, double[] c, double[] d) {
		double px = b[0] - a[0], py = b[1] - a[1], qx = d[0] - c[0], qy = d[1] - c[1];
		double cross = px * qy - py * qx;
		if (Math.abs(cross) <= 1e-12 * Math.hypot(px, py) * Math.hypot(qx, qy)) return null;
		double along = ((c[0] - a[0]) * qy - (c[1] - a[1]) * qx) / cross;
		return new double[] { a[0] + along * px, a[1] + along * py };
	}

	private static List<double[]> steps(double[][] outline) {
		double length = 0;
		for (int i = 0; i < outline.length; i++)
			length += distance(outline[i], outline[(i + 1) % outline.length]);
		List<double[]> steps = new ArrayList<>();
		for (int i = 0; i < outline.length; i++) {
			double[] a = outline[i], b = outline[(i + 1) % outline.length];
			int count = (int) Math.ceil(distance(a, b) / length * STEPS);
			for (int k = 0; k < count; k++) {
				double t = (k + 0.5) / count;
				steps.add(new double[] { a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]) });
			}
		}
		return steps;
	}

	private static double distance(double[] a, double[] b) {
		return Math.hypot(b[0] - a[0], b[1] - a[1]);
	}

	/** Null if a side has too little of the outline beside it. */
	private static double[][] fitted(double[][] around, List<double[]> steps) {
		double shortest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < SIDES; i++)
			shortest = Math.min(shortest, distance(around[i], around[(i + 1) % SIDES]));
		double[][][] lines = new double[SIDES][][];
		for (int i = 0; i < SIDES; i++) {
			lines[i] = line(around[i], around[(i + 1) % SIDES], steps, OFF * shortest);
			if (lines[i] == null) return null;
		}
		double[][] corners = new double[SIDES][];
		for (int i = 0; i < SIDES; i++) {
			double[][] before = lines[(i + SIDES - 1) % SIDES];
			corners[i] = meeting(before[0], before[1], lines[i][0], lines[i][1]);
			if (corners[i] == null) return null;
		}
		return corners;
	}

	/** Two points of the line that fits the outline beside the middle of side ab; null if there is too little of it. */
	private static double[][] line(double[] a, double[] b, List<double[]> steps, double off) {
		double length = distance(a, b), ux = (b[0] - a[0]) / length, uy = (b[1] - a[1]) / length;
		List<double[]> near = new ArrayList<>();
		for (double[] step : steps) {
			double along = (step[0] - a[0]) * ux + (step[1] - a[1]) * uy, beside = Folding.turn(a, b, step) / length;
			if (along > ROUND_CORNER * length && along < (1 - ROUND_CORNER) * length && Math.abs(beside) < off) near.add(new double[] { along, beside });
		}
		if (near.size() < LEAST_STEPS) return null;
		double[] line = { 0, 0 };
		for (int i = 0; i < ROUNDS; i++)
			line = weighted(near, line, Math.max(median(near, line), ROUNDING * length));
		double start = line[0], end = line[0] + line[1] * length;
		return new double[][] { { a[0] - start * uy, a[1] + start * ux }, { b[0] - end * uy, b[1] + end * ux } };
	}

	private static double residual(double[] point, double[] line) {
		return point[1] - line[0] - line[1] * point[0];
	}

	private static double median(List<double[]> points, double[] line) {
		double[] residuals = points.stream().mapToDouble(each -> Math.abs(residual(each, line))).sorted().toArray();
		return residuals[residuals.length / 2];
	}

	/** {offset, slope} of the weighted least squares, the weights from the residuals of the line before. */
	private static double[] weighted(List<double[]> points, double[] before, double scale) {
		double n = 0, x = 0, y = 0, xx = 0, xy = 0;
		for (double[] point : points) {
			double r = residual(point, before) / scale, weight = 1 / (1 + r * r);
			n += weight;
			x += weight * point[0];
			y += weight * point[1];
			xx += weight * point[0] * point[0];
			xy += weight * point[0] * point[1];
		}
		double slope = (n * xy - x * y) / (n * xx - x * x);
		return new double[] { (y - slope * x) / n, slope };
	}
}
