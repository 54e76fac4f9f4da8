package tintype.ij;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import tintype.Labelled;
import tintype.TintypeException;
import tintype.rectify.Quad;

/** Which corner of the flat picture the first point is that a user drew. */
public enum FirstCorner implements Labelled {

	/** Whichever turns the picture least; the order of drawing does not count. */
	AUTOMATIC("automatic"), TOP_LEFT("top left"), TOP_RIGHT("top right"), BOTTOM_RIGHT("bottom right"), BOTTOM_LEFT("bottom left");

	private static final int CORNERS = 4;

	private final String label;

	FirstCorner(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static FirstCorner of(String label) {
		return Labelled.of(FirstCorner.class, "first corner", label);
	}

	/**
	 * The quad of four points.
	 *
	 * @param drawn four {x, y}, the first of which has a meaning
	 * @throws TintypeException if the points are the corners of no convex quad
	 */
	Quad quad(List<double[]> drawn) {
		Quad upright = Quad.ordered(drawn.toArray(double[][]::new));
		if (this == AUTOMATIC) return upright;
		int meant = ordinal() - TOP_LEFT.ordinal();
		return upright.startingAt((indexOf(drawn.get(0), upright.corners()) - meant + CORNERS) % CORNERS);
	}

	private static int indexOf(double[] point, double[][] corners) {
		return IntStream.range(0, CORNERS).filter(i -> Arrays.equals(corners[i], point)).findFirst().orElseThrow();
	}
}
