package tintype.rectify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;

/**
 * Proposes the four corners of one rectangle that was photographed at a slant: a document, a
 * plate, a gel, the page of a notebook. It only proposes; what it finds is for a person to
 * accept, to drag, or to discard.
 * <p>
 * It needs the whole outline in the picture, straight, with a step of brightness on all four
 * sides, and the inside brighter all round or darker all round. Gaps, objects across a side,
 * writing inside, noise and shading do little harm. Corners may be round; those proposed are
 * where the straight sides would meet. It does not find outlines that the border of the
 * picture cuts, that are brighter than their surroundings on one side and darker on another,
 * or whose opposite sides are closer than a tenth of the picture. A lens that bends straight
 * lines bends the result. Where a strong texture covers more than half of the picture, edges
 * weaker than it are lost. The rim inside a plate, or a printed frame, may be proposed instead
 * of the outline, and in a photograph of anything else a door, a window, or a shadow.
 * <p>
 * The search is done in a copy of at most 500 pixels by a Hough transform with places for
 * lines of every direction ({@link LineSlots}, {@link QuadSearch}); the sides are then fitted
 * in the original ({@link SideFit}). The same picture always gives the same corners.
 */
public final class CornerFinder {

	/** Least confidence of a proposal, 0 to 1. */
	public static final double SURE = 0.7;

	/** Longer side of the copy that is searched, pixels. */
	private static final int LONGEST = 500;

	/** Least distance between opposite sides, as a part of the shorter side of the picture. */
	private static final double LEAST_SIZE = 0.1;

	private final float[] picture;
	private final int width, height;

	private CornerFinder(float[] picture, int width, int height) {
		this.picture = picture;
		this.width = width;
		this.height = height;
	}

	/**
	 * Looks for the outline of a rectangle.
	 * <p>
	 * Reads the picture once, searches for a few tenths of a second, and needs some megabytes
	 * besides the picture, whatever its size.
	 *
	 * @param lightness samples row by row, in any unit; not changed. Samples that are not
	 *                  finite count as missing
	 * @param width     pixels, at least 1
	 * @param height    pixels, at least 1
	 * @param progress  asked several times whether to go on
	 * @return nothing if there is no outline that is sure enough
	 * @throws TintypeException      if the number of samples is not width x height
	 * @throws CancellationException if the caller wants no more
	 */
	public static Optional<CornerProposal> propose(float[] lightness, int width, int height, Progress progress) {
		if (width < 1 || height < 1 || lightness.length != (long) width * height)
			throw new TintypeException("A picture of " + width + " x " + height + " pixels cannot have " + lightness.length
				+ " samples; pass one sample per pixel.");
		return new CornerFinder(lightness, width, height).best(progress);
	}

	private Optional<CornerProposal> best(Progress progress) {
		ReducedPicture reduced = ReducedPicture.of(picture, width, height, LONGEST, progress);
		double shortest = Math.max(12, LEAST_SIZE * Math.min(reduced.width(), reduced.height()));
		EdgePixels edges = EdgePixels.of(reduced);
		List<EdgeLine> lines = LineSlots.of(edges, reduced.width(), reduced.height(), shortest / 2, progress);
		List<QuadSearch.Found> quads = QuadSearch.of(lines, reduced.width(), reduced.height(), shortest, progress);
		return quads.stream().map(quad -> FittedQuad.of(picture, width, height, quad, reduced)).flatMap(Optional::stream) //
			.max(Comparator.comparingDouble(FittedQuad::rank)).map(FittedQuad::proposal).filter(each -> each.confidence() >= SURE);
	}
}
