package tintype.rectify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tintype.TintypeException;

/**
 * Refuses points that settle no map because they coincide or lie on a line, and names them. A
 * homography is settled by its pairs unless all of the points but at most one lie on a line,
 * in the source or in the target.
 */
final class Collinearity {

	/** Of the extent of the points; less is taken for none. Well below what {@link #WORST_CONDITION} means. */
	private static final double NONE = 1e-9;

	/** Above this, a map between frames squeezes the plane onto a line. Ordinary ones have 1 to 2000. */
	private static final double WORST_CONDITION = 1e8;

	private Collinearity() {}

	/** Looks at the points alone. */
	static void refuse(PointPairs pairs) {
		refuse("Source", pairs.source());
		refuse("Target", pairs.target());
	}

	static void refuse(String side, double[][] points) {
		int[] line = onOneLine(points);
		if (line.length == 0) return;
		List<int[]> places = places(points);
		if (places.size() < PointPairs.LEAST) throw new TintypeException(
			side + " points " + list(places.get(0)) + " are the same: move each to a place of its own.");
		if (points.length == PointPairs.LEAST)
			throw new TintypeException(side + " points " + list(line) + " lie on one line: move them so that no three do.");
		throw new TintypeException(side + " points " + list(line) + " lie on one line, and at most one position is left beside it: "
			+ "add points away from that line.");
	}

	/** Looks at the map that they gave. */
	static void refuse(PointPairs pairs, double[] h) {
		if (DirectLinearTransform.condition(h) <= WORST_CONDITION) return;
		int[] flattest = flattest(pairs.source()), other = flattest(pairs.target());
		boolean inSource = flatness(pairs.source(), flattest) <= flatness(pairs.target(), other);
		throw new TintypeException((inSource ? "Source points " + list(flattest) : "Target points " + list(other))
			+ " are so nearly on one line that the map cannot be used: move one of them away from it.");
	}

	/** Numbers, from 0, of the points on a line beside which there is at most one position; empty if there is no such line. */
	private static int[] onOneLine(double[][] points) {
		double[] p = points[0], q = farthest(points, p, null), r = farthest(points, p, q);
		double near = NONE * distance(q, p, null);
		if (distance(r, p, q) <= near) return IntStream.range(0, points.length).toArray();
		for (double[][] line : new double[][][] { { p, q }, { p, r }, { q, r } }) {
			double[] beside = farthest(points, line[0], line[1]);
			int[] on = IntStream.range(0, points.length).filter(i -> distance(points[i], line[0], line[1]) <= near).toArray();
			if (on.length + at(beside, points).length >= points.length) return on;
		}
		return new int[0];
	}

	/** Numbers, from 0, of the points at each position, the most crowded first. */
	private static List<int[]> places(double[][] points) {
		return IntStream.range(0, points.length).filter(i -> at(points[i], points)[0] == i).mapToObj(i -> at(points[i], points))
			.sorted(Comparator.comparing(each -> -each.length)).toList();
	}

	private static int[] at(double[] position, double[][] points) {
		double near = NONE * distance(farthest(points, position, null), position, null);
		return IntStream.range(0, points.length).filter(i -> distance(points[i], position, null) <= near).toArray();
	}

	private static double[] farthest(double[][] points, double[] a, double[] b) {
		double[] farthest = points[0];
		for (double[] point : points)
			if (distance(point, a, b) > distance(farthest, a, b)) farthest = point;
		return farthest;
	}

	/** From the line through a and b, or from a where that is no line. */
	private static double distance(double[] point, double[] a, double[] b) {
		double length = b == null ? 0 : Math.hypot(b[0] - a[0], b[1] - a[1]);
		return length == 0 ? Math.hypot(point[0] - a[0], point[1] - a[1]) : Math.abs(Folding.turn(a, b, point)) / length;
	}

	/** Of all triples the one most nearly on a line; of many points only neighbours in their order are tried. */
	private static int[] flattest(double[][] points) {
		int[] flattest = { 0, 1, 2 };
		for (int i = 0; i < points.length; i++)
			for (int j = i + 1; j < Math.min(points.length, i + 20); j++)
				for (int k = j + 1; k < Math.min(points.length, i + 20); k++)
					if (flatness(points, i, j, k) < flatness(points, flattest)) flattest = new int[] { i, j, k };
		return flattest;
	}

	/** Height over longest side of a triangle, 0 on a line. */
	private static double flatness(double[][] points, int... corners) {
		double[] a = points[corners[0]], b = points[corners[1]], c = points[corners[2]];
		double longest = Math.max(distance(a, b, null), Math.max(distance(b, c, null), distance(c, a, null)));
		return longest == 0 ? 0 : Math.abs(Folding.turn(a, b, c)) / (longest * longest);
	}

	/** The numbers as users count them: "1, 2 and 4". */
	static String list(int... points) {
		String all = Arrays.stream(points).mapToObj(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
		return all.replaceFirst(", (\\d+)$", " and $1");
	}
}
