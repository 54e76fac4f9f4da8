package tintype.rectify;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** Curves as polygons whose images can't be told from the curves' own. */
public final class CurveSamples {

	/** How far the straight lines between two points may be from the curve, in pixels of the image. */
	private static final double TOLERANCE = 0.01;

	/** Times that the first pieces are divided at most; enough for a circle of radius 40000 from 72. */
	private static final int MOST = 64;

	private CurveSamples() {}

	/**
	 * Points at equal steps along a curve, so close that the straight lines between their
	 * images keep within 0.01 pixels of the curve's image; beyond the horizon that is not
	 * asked, nor from more than 64 points for each piece.
	 *
	 * @param curve   {x, y} for 0 to 1
	 * @param pieces  to begin with
	 * @param horizon of the map that the points will go through
	 * @return {x, y} each, the first at 0, without the one at 1
	 */
	public static List<double[]> of(DoubleFunction<double[]> curve, int pieces, Horizon horizon) {
		int steps = pieces;
		while (steps < MOST * pieces && error(curve, steps, horizon) > TOLERANCE)
			steps *= 2;
		int most = steps;
		return IntStream.range(0, most).mapToObj(i -> curve.apply((double) i / most)).toList();
	}

	private static double error(DoubleFunction<double[]> curve, int steps, Horizon horizon) {
		double worst = 0;
		for (int i = 0; i < steps; i++)
			worst = Math.max(worst, error(curve.apply((double) i / steps), curve.apply((i + 0.5) / steps), curve.apply((i + 1.0) / steps), horizon));
		return worst;
	}

	/** The distance of the middle from the straight line, after the map. */
	private static double error(double[] from, double[] middle, double[] to, Horizon horizon) {
		if (!horizon.shows(from[0], from[1]) || !horizon.shows(middle[0], middle[1]) || !horizon.shows(to[0], to[1])) return 0;
		double[] a = horizon.image(from[0], from[1]), b = horizon.image(to[0], to[1]), m = horizon.image(middle[0], middle[1]);
		double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		if (length == 0) return Math.hypot(m[0] - a[0], m[1] - a[1]);
		return Math.abs((b[0] - a[0]) * (m[1] - a[1]) - (b[1] - a[1]) * (m[0] - a[0])) / length;
	}
}
