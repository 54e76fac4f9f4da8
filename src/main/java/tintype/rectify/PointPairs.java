package tintype.rectify;

import java.util.Arrays;

import tintype.TintypeException;

/**
 * Points of one plane and where each belongs in another: what a homography is fitted to.
 * The source is what the user clicked, mostly pixels of a photograph; the target is what is
 * known of it, mostly positions on the flat object. Users count points from 1, this class
 * from 0. Immutable.
 */
public final class PointPairs {

	/** A homography has eight degrees of freedom, and a pair settles two. */
	static final int LEAST = 4;

	private final double[][] source, target;

	/**
	 * @param source positions {x, y}, at least four; copied
	 * @param target of each source point its position {u, v}; copied
	 * @throws TintypeException if there are too few, if one has no partner, or if a coordinate
	 *                          is not finite
	 */
	public PointPairs(double[][] source, double[][] target) {
		if (source.length != target.length) throw new TintypeException("There are " + source.length + " source points but " + target.length
			+ " target points: give every source point its target point.");
		if (source.length < LEAST) throw new TintypeException("A homography needs at least 4 pairs of points, and there are only " + source.length
			+ ": add " + (LEAST - source.length) + " more.");
		this.source = finite("Source", source);
		this.target = finite("Target", target);
	}

	/** The points, copied, unless one of them is no position; then a sentence begins with what they are called. */
	static double[][] finite(String side, double[][] points) {
		for (int i = 0; i < points.length; i++)
			if (points[i].length != 2 || !Double.isFinite(points[i][0]) || !Double.isFinite(points[i][1]))
				throw new TintypeException(side + " point " + (i + 1) + " is not a position: it has the coordinates "
					+ Arrays.toString(points[i]) + ", where two finite numbers are needed.");
		return copy(points);
	}

	private static double[][] copy(double[][] points) {
		return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
	}

	/** Number of pairs, at least 4. */
	public int count() {
		return source.length;
	}

	/** Positions {x, y}, new. */
	public double[][] source() {
		return copy(source);
	}

	/** Positions {u, v}, new. */
	public double[][] target() {
		return copy(target);
	}

	/** The source position of a pair, not to be changed. */
	double[] source(int pair) {
		return source[pair];
	}

	/** The target position of a pair, not to be changed. */
	double[] target(int pair) {
		return target[pair];
	}

	/** Those pairs alone that are marked, in their order. */
	PointPairs where(boolean[] marked) {
		return new PointPairs(marked(source, marked), marked(target, marked));
	}

	private static double[][] marked(double[][] points, boolean[] marked) {
		double[][] chosen = new double[points.length][];
		int count = 0;
		for (int i = 0; i < points.length; i++)
			if (marked[i]) chosen[count++] = points[i];
		return Arrays.copyOf(chosen, count);
	}

	/** Those pairs alone that have these numbers, counted from 0. */
	PointPairs only(int[] numbers) {
		return new PointPairs(Arrays.stream(numbers).mapToObj(i -> source[i]).toArray(double[][]::new),
			Arrays.stream(numbers).mapToObj(i -> target[i]).toArray(double[][]::new));
	}
}
