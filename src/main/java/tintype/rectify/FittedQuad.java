package tintype.rectify;

import java.util.Optional;

/**
 * A quad of the search with its sides fitted in the original picture.
 *
 * @param proposal what to tell the user
 * @param rank     for comparison with other quads of the same picture
 */
record FittedQuad(CornerProposal proposal, double rank) {

	/** How far off a side of the search may be, in pixels of the searched copy. */
	private static final double OFF = 2.5;

	/** How far a corner may move in the fit, in pixels of the searched copy. */
	private static final double MOVE = 8;

	/**
	 * Empty if a corner is not in the picture or far from where the search saw it.
	 *
	 * @param picture samples row by row; not changed
	 * @param found   in pixels of the copy
	 */
	static Optional<FittedQuad> of(float[] picture, int width, int height, QuadSearch.Found found, ReducedPicture copy) {
		double[][] rough = new double[4][];
		for (int i = 0; i < 4; i++)
			rough[i] = new double[] { copy.original(found.corners()[i][0]), copy.original(found.corners()[i][1]) };
		rough = ordered(rough);
		SideFit[] sides = new SideFit[4];
		double support = 1;
		for (int i = 0; i < 4; i++) {
			sides[i] = SideFit.of(picture, width, height, rough[i], rough[(i + 1) % 4], found.bright(), OFF * copy.block() + 1);
			support = Math.min(support, sides[i].support());
		}
		double[][] corners = new double[4][];
		double squares = 0;
		for (int i = 0; i < 4; i++) {
			SideFit before = sides[(i + 3) % 4], after = sides[i];
			corners[i] = before.meet(after);
			double moved = Math.hypot(corners[i][0] - rough[i][0], corners[i][1] - rough[i][1]);
			boolean inside = corners[i][0] >= -0.5 && corners[i][1] >= -0.5 && corners[i][0] <= width - 0.5 && corners[i][1] <= height - 0.5;
			if (!inside || !(moved < MOVE * copy.block())) return Optional.empty();
			squares += before.varianceWith(after);
		}
		CornerProposal proposal = new CornerProposal(corners, Math.min(support, found.weakest()), found.bright(), Math.sqrt(squares / 4));
		return Optional.of(new FittedQuad(proposal, found.score() * support * support));
	}

	/** Clockwise as seen in the picture, beginning where the side most nearly to the right, with the inside below, begins. */
	private static double[][] ordered(double[][] corners) {
		double twice = 0;
		for (int i = 0; i < 4; i++)
			twice += corners[i][0] * corners[(i + 1) % 4][1] - corners[i][1] * corners[(i + 1) % 4][0];
		int step = twice > 0 ? 1 : 3, first = 0;
		double most = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < 4; i++) {
			double[] a = corners[i], b = corners[(i + step) % 4], c = corners[(i + 2 * step) % 4], d = corners[(i + 3 * step) % 4];
			double dx = b[0] - a[0] + c[0] - d[0], right = dx / Math.hypot(dx, b[1] - a[1] + c[1] - d[1]);
			if (right > most) {
				most = right;
				first = i;
			}
		}
		double[][] ordered = new double[4][];
		for (int i = 0; i < 4; i++)
			ordered[i] = corners[(first + i * step) % 4];
		return ordered;
	}
}
