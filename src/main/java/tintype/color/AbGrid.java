package tintype.color;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * An immutable list of bin centres in the ab plane: the classes among which a
 * network chooses. Decoding uses these centres, never corners of cells.
 */
public final class AbGrid {

	/** The rows of Zhang's table: a, lowest b, highest b, all in steps of 10. */
	private static final int[][] ZHANG_ROWS = {
		{ -90, 50, 90 }, { -80, 20, 90 }, { -70, 0, 90 }, { -60, -20, 90 }, { -50, -30, 100 },
		{ -40, -40, 100 }, { -30, -50, 100 }, { -20, -50, 100 }, { -10, -60, 100 }, { 0, -70, 100 },
		{ 10, -80, 90 }, { 20, -80, 90 }, { 30, -90, 90 }, { 40, -100, 90 }, { 50, -100, 80 },
		{ 60, -110, 80 }, { 70, -110, 80 }, { 80, -110, 70 }, { 90, -110, 70 }, { 100, -90, 0 } };

	private static final AbGrid ZHANG = fromRows(ZHANG_ROWS, 10);

	private record Centre(double a, double b) {}

	private final double[] a;
	private final double[] b;

	/** Made when first asked for: a million distances, which decoding never needs. */
	private volatile NearestBins nearest;

	private AbGrid(double[] a, double[] b) {
		this.a = a;
		this.b = b;
	}

	/**
	 * The 313 bins of Zhang, Isola and Efros, "Colorful Image Colorization",
	 * ECCV 2016, in their stored order: a ascending, then b ascending.
	 */
	public static AbGrid zhang313() {
		return ZHANG;
	}

	/**
	 * A grid of these centres in this order; both arrays are copied.
	 *
	 * @throws IllegalArgumentException if the arrays differ in length or are
	 *                                  empty, or if a centre is not finite or
	 *                                  occurs twice
	 */
	public static AbGrid of(double[] a, double[] b) {
		if (a.length != b.length)
			throw new IllegalArgumentException("A grid needs as many a as b, but has " + a.length + " and " + b.length + ".");
		if (a.length == 0)
			throw new IllegalArgumentException("A grid needs at least one bin.");
		double[] ownA = new double[a.length];
		double[] ownB = new double[b.length];
		Set<Centre> seen = new HashSet<>();
		for (int bin = 0; bin < a.length; bin++) {
			// + 0.0 turns -0.0 into 0.0, so that equal centres are equal bits
			ownA[bin] = a[bin] + 0.0;
			ownB[bin] = b[bin] + 0.0;
			if (!Double.isFinite(ownA[bin]) || !Double.isFinite(ownB[bin]))
				throw new IllegalArgumentException("Bin " + bin + " is not finite: (" + a[bin] + ", " + b[bin] + ").");
			if (!seen.add(new Centre(ownA[bin], ownB[bin])))
				throw new IllegalArgumentException("Bin " + bin + " occurs twice: (" + a[bin] + ", " + b[bin] + ").");
		}
		return new AbGrid(ownA, ownB);
	}

	/** Number of bins, at least 1. */
	public int size() {
		return a.length;
	}

	/** Centre of a bin on the a axis; bins count from 0. */
	public double a(int bin) {
		return a[bin];
	}

	/** Centre of a bin on the b axis; bins count from 0. */
	public double b(int bin) {
		return b[bin];
	}

	/**
	 * The bin whose centre is nearest by Euclidean distance; of bins equally
	 * near, the one with the lowest index.
	 *
	 * @throws IllegalArgumentException if a or b is not finite
	 */
	public int nearest(double a, double b) {
		requireFinite(a, b);
		int best = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int bin : nearest(1).candidates(a, b)) {
			double d = squaredDistance(bin, a, b);
			if (d < least || best < 0) {
				least = d;
				best = bin;
			}
		}
		return best;
	}

	/** The finder of the k nearest bins of this grid. */
	NearestBins nearest(int k) {
		if (k != 1) return new NearestBins(a, b, k);
		NearestBins known = nearest;
		if (known == null) nearest = known = new NearestBins(a, b, 1);
		return known;
	}

	/** Squared Euclidean distance of a bin's centre from a colour. */
	public double squaredDistance(int bin, double toA, double toB) {
		double da = a[bin] - toA;
		double db = b[bin] - toB;
		return da * da + db * db;
	}

	static void requireFinite(double a, double b) {
		if (!Double.isFinite(a) || !Double.isFinite(b))
			throw new IllegalArgumentException("A colour must be finite, but is (" + a + ", " + b + ").");
	}

	/** True for grids with the same centres in the same order. */
	@Override
	public boolean equals(Object other) {
		return other instanceof AbGrid grid && Arrays.equals(a, grid.a) && Arrays.equals(b, grid.b);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(a) + Arrays.hashCode(b);
	}

	@Override
	public String toString() {
		return "AbGrid of " + size() + " bins";
	}

	private static AbGrid fromRows(int[][] rows, int step) {
		int size = 0;
		for (int[] row : rows)
			size += (row[2] - row[1]) / step + 1;
		double[] a = new double[size];
		double[] b = new double[size];
		int bin = 0;
		for (int[] row : rows)
			for (int centre = row[1]; centre <= row[2]; centre += step) {
				a[bin] = row[0];
				b[bin++] = centre;
			}
		return of(a, b);
	}
}
