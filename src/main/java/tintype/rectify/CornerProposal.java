package tintype.rectify;

/**
 * A quad that may be the outline the user means, for the user to accept, to drag, or to
 * discard.
 *
 * @param corners    {x, y} of top left, top right, bottom right, bottom left, pixels; the
 *                   centre of pixel (i, j) is (i, j). The top is the side that, with the
 *                   inside below it, is most nearly horizontal; not copied
 * @param confidence the part of the weakest side that has a step of brightness of the right
 *                   direction, less if its neighbours go on past it; 0 to 1, and at least
 *                   {@link CornerFinder#SURE}. It says that there is a quad, not that it is
 *                   the one that is meant
 * @param bright     true if the inside is brighter than its surroundings
 * @param error      standard error of the corners from the scatter of the edges about their
 *                   straight lines, pixels. A wrong outline, a bent edge, or a second edge
 *                   close by within the blur is not in it
 */
public record CornerProposal(double[][] corners, double confidence, boolean bright, double error) {}
