package tintype.rectify;

/**
 * Takes a homography in whole numbers where there is one that does the same. Shifts by whole
 * pixels, quarter turns, mirror images and whole magnifications then have no rounding error
 * left, so that pixels can be copied unchanged.
 */
final class WholeNumbers {

	/** Far more than the rounding errors of a solver, far less than a wanted fraction of a pixel. */
	private static final double NEAR = 1e-6;

	private WholeNumbers() {}

	/** The map itself, or its like in whole numbers if that takes every source point exactly to its target. */
	static Homography where(Homography solved, PointPairs pairs) {
		double[] h = solved.matrix();
		double[] whole = new double[9];
		double sign = Math.signum(h[8]);
		for (int i = 0; i < 9; i++) {
			whole[i] = Math.rint(h[i] / h[8]) + 0.0;
			if (!(Math.abs(h[i] / h[8] - whole[i]) < NEAR)) return solved;
			whole[i] *= sign;
		}
		return isExact(whole, pairs) ? Homography.of(whole) : solved;
	}

	private static boolean isExact(double[] h, PointPairs pairs) {
		double[][] source = pairs.source(), target = pairs.target();
		for (int i = 0; i < source.length; i++) {
			double[] image = FramedPairs.transfer(h, source[i][0], source[i][1]);
			if (image[0] != target[i][0] || image[1] != target[i][1]) return false;
		}
		return true;
	}
}
