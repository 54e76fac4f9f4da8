package tintype.train;

import tintype.nn.Architecture;

/**
 * What a network learns from at a time.
 *
 * @param edge  of a patch in pixels
 * @param halo  pixels around it of which only the lightness is used
 * @param cell  edge in pixels of a cell, which has one true colour, the mean of its
 *              pixels; divides the edge
 * @param scene whether a patch is most of a picture, made as large as a patch;
 *              otherwise it is a part, its pixels as they are
 */
record PatchShape(int edge, int halo, int cell, boolean scene) {

	/** Pictures are enlarged at most so many times to make a scene of them. */
	private static final int MOST_ENLARGED = 2;

	/** Patches for a network. */
	static PatchShape of(Architecture network, int edge) {
		return new PatchShape(edge, network.halo(), network.cell(), network.seesScene());
	}

	/** Edge with halo, in pixels. */
	int outer() {
		return edge + 2 * halo;
	}

	/** Edge in cells. */
	int cells() {
		return edge / cell;
	}

	/** Shorter edge in pixels of the smallest picture that can be used. */
	int smallestPicture() {
		return scene ? (edge + MOST_ENLARGED - 1) / MOST_ENLARGED : outer();
	}
}
