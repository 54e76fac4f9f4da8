package tintype.rectify;

/**
 * A straight line with a bright side, and where along it edge pixels support it.
 * <p>
 * Its points have x cos a + y sin a = c, where a is the direction towards the brighter side.
 * Positions along it are t = -x sin a + y cos a, in pixels.
 */
final class EdgeLine {

	/** Farthest that an edge pixel on the line may be from it, pixels. */
	private static final double OFFSET = 1.6;

	/** Most that the direction of the gradient there may differ from the line's, as a cosine: 20 degrees. */
	private static final double ALIGNED = 0.94;

	/** Widest gap between supporting pixels that counts as closed, pixels. */
	private static final int GAP = 3;

	final double angle, cos, sin, c;

	/** Position along the line of the first entry of {@link #supported}. */
	private final int first;

	/** Supported length before each position, pixels. */
	private final float[] supported;

	/** Mean position of the supporting pixels. */
	final double middleX, middleY;

	private EdgeLine(double angle, double c, EdgePixels edges, double size) {
		this.angle = angle;
		this.c = c;
		cos = Math.cos(angle);
		sin = Math.sin(angle);
		first = (int) -Math.ceil(size) - 1;
		boolean[] marks = new boolean[-2 * first + 1];
		double sumX = 0, sumY = 0;
		int count = 0;
		for (int e = 0; e < edges.count(); e++) {
			float x = edges.x()[e], y = edges.y()[e];
			if (Math.abs(x * cos + y * sin - c) > OFFSET || Math.cos(edges.angle()[e] - angle) < ALIGNED) continue;
			marks[(int) Math.round(y * cos - x * sin) - first] = true;
			sumX += x;
			sumY += y;
			count++;
		}
		middleX = sumX / Math.max(1, count);
		middleY = sumY / Math.max(1, count);
		supported = cumulated(marks);
	}

	private static float[] cumulated(boolean[] marks) {
		float[] sums = new float[marks.length + 1];
		int last = Integer.MIN_VALUE / 2;
		for (int i = 0; i < marks.length; i++) {
			if (marks[i]) {
				for (int gap = i - last <= GAP + 1 ? last + 1 : i; gap < i; gap++)
					sums[gap + 1] = 1;
				sums[i + 1] = 1;
				last = i;
			}
		}
		for (int i = 0; i < marks.length; i++)
			sums[i + 1] += sums[i];
		return sums;
	}

	/**
	 * The line through the edge pixels about a first guess, by least squares of their
	 * distances.
	 *
	 * @param angle towards the brighter side, radians
	 * @param c     signed distance of the line from the origin, pixels
	 * @param size  diagonal of the picture, pixels
	 */
	static EdgeLine fitted(double angle, double c, EdgePixels edges, double size) {
		for (double within : new double[] { 3, 2 }) {
			double cos = Math.cos(angle), sin = Math.sin(angle), n = 0, t1 = 0, d1 = 0, tt = 0, td = 0;
			for (int e = 0; e < edges.count(); e++) {
				double x = edges.x()[e], y = edges.y()[e], d = x * cos + y * sin - c;
				if (Math.abs(d) > within || Math.cos(edges.angle()[e] - angle) < ALIGNED) continue;
				double t = y * cos - x * sin;
				n++;
				t1 += t;
				d1 += d;
				tt += t * t;
				td += t * d;
			}
			double spread = n * tt - t1 * t1;
			if (!(spread > 0)) break;
			double slope = (n * td - t1 * d1) / spread, offset = (d1 - slope * t1) / n;
			angle -= Math.atan(slope);
			c = (c + offset) * Math.cos(Math.atan(slope));
		}
		return new EdgeLine(angle, c, edges, size);
	}

	/** Position along the line of the point nearest to (x, y). */
	double along(double x, double y) {
		return y * cos - x * sin;
	}

	/** Column of the point at a position along the line. */
	double x(double position) {
		return c * cos - position * sin;
	}

	/** Row of the point at a position along the line. */
	double y(double position) {
		return c * sin + position * cos;
	}

	/** Signed distance of (x, y) from the line, positive on the bright side, pixels. */
	double distance(double x, double y) {
		return x * cos + y * sin - c;
	}

	/** All the supported length, pixels. */
	double support() {
		return supported[supported.length - 1];
	}

	/** The supported part of the line between two positions, 0 to 1. */
	double support(double from, double to) {
		return (cumulated(Math.max(from, to)) - cumulated(Math.min(from, to))) / Math.max(1e-9, Math.abs(to - from));
	}

	private double cumulated(double position) {
		double at = Math.max(0, Math.min(supported.length - 1.001, position - first + 0.5));
		int i = (int) at;
		return supported[i] + (at - i) * (supported[i + 1] - supported[i]);
	}

	/** Where this line meets another, {x, y}; not finite for parallel lines. */
	double[] meet(EdgeLine other) {
		double across = cos * other.sin - sin * other.cos;
		return new double[] { (c * other.sin - other.c * sin) / across, (cos * other.c - other.cos * c) / across };
	}

	/** True if the two lie within one degree and two pixels, on the same bright side, where this one is supported. */
	boolean isSameAs(EdgeLine other) {
		return Math.cos(angle - other.angle) > Math.cos(Math.toRadians(1.2)) && Math.abs(other.distance(middleX, middleY)) < 2;
	}
}
