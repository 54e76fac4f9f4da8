package tintype.rectify;

import java.util.stream.IntStream;

import tintype.TintypeException;

/**
 * Refuses pairs whose map would send some of the points through the horizon, w = 0, and so fold
 * the plane between them. Of four pairs this is seen before solving: the four triangles that
 * three of the points make must all keep their sense of rotation, or all change it. (Of the
 * pair left out, w has the sign of the ratio of the two areas.) A crossing or concave source is
 * therefore well where the target crosses or bends alike.
 */
final class Folding {

	private Folding() {}

	/** Looks at the points of four pairs; of more it says nothing. */
	static void refuse(PointPairs pairs) {
		double[][] source = pairs.source(), target = pairs.target();
		if (pairs.count() != PointPairs.LEAST || keepsSides(source, target)) return;
		int bentSource = inner(source), bentTarget = inner(target);
		if (bentSource >= 0 && bentTarget < 0) throw new TintypeException(bent("Source", bentSource));
		if (bentTarget >= 0 && bentSource < 0) throw new TintypeException(bent("Target", bentTarget));
		if (bentSource >= 0) throw new TintypeException("Source point " + (bentSource + 1)
			+ " lies inside the triangle of the other three, but in the target point " + (bentTarget + 1) + " does: check which point belongs to which.");
		if (crossing(target).isEmpty()) throw new TintypeException(crossed("source", source));
		if (crossing(source).isEmpty()) throw new TintypeException(crossed("target", target));
		throw new TintypeException("The four points go round the source and the target in different orders: give both in the same order.");
	}

	/** Looks at the map between frames that the pairs gave. */
	static void refuse(FramedPairs framed, double[] h) {
		int[] behind = IntStream.range(0, framed.source().length).filter(i -> !isInFront(framed, h, i)).toArray();
		if (behind.length > 0) throw new TintypeException("The map that fits best sends its horizon between the points, with "
			+ (behind.length == 1 ? "pair " : "pairs ") + Collinearity.list(behind)
			+ " beyond it: check that the source and target points have the same order.");
	}

	private static boolean isInFront(FramedPairs framed, double[] h, int i) {
		return FramedPairs.transfer(h, framed.source()[i][0], framed.source()[i][1])[2] > 0;
	}

	/** True if no pair of four lies beyond the horizon of the map that they settle. */
	static boolean keepsSides(double[][] source, double[][] target) {
		double sense = 0;
		for (int i = 0; i < PointPairs.LEAST; i++) {
			int a = i == 0 ? 1 : 0, b = i <= 1 ? 2 : 1, c = i <= 2 ? 3 : 2;
			double here = Math.signum(turn(source[a], source[b], source[c])) * Math.signum(turn(target[a], target[b], target[c]));
			if (here == 0 || here == -sense) return false;
			sense = here;
		}
		return true;
	}

	/** Twice the area of a triangle, positive if its corners go clockwise, y running down. */
	static double turn(double[] a, double[] b, double[] c) {
		return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
	}

	/** Number, from 0, of the one of four points that lies inside the triangle of the others; -1 if none does. */
	static int inner(double[][] points) {
		for (int i = 0; i < PointPairs.LEAST; i++) {
			double[] a = points[(i + 1) % 4], b = points[(i + 2) % 4], c = points[(i + 3) % 4];
			double whole = Math.signum(turn(a, b, c));
			if (whole * turn(a, b, points[i]) > 0 && whole * turn(b, c, points[i]) > 0 && whole * turn(c, a, points[i]) > 0) return i;
		}
		return -1;
	}

	/** The sides of a quad that cross, and what undoes it; empty if they do not. */
	static String crossing(double[][] points) {
		if (cross(points[0], points[1], points[2], points[3])) return "1-2 and 3-4 of the %s cross: swap points 2 and 3";
		if (cross(points[1], points[2], points[3], points[0])) return "2-3 and 4-1 of the %s cross: swap points 3 and 4";
		return "";
	}

	private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
		return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
	}

	static String bent(String side, int point) {
		return side + " point " + (point + 1) + " lies inside the triangle of the other three: move it outward, as a rectangle never looks like that.";
	}

	static String crossed(String side, double[][] points) {
		return "The sides " + crossing(points).formatted(side) + ", or let the corners be ordered automatically.";
	}
}
