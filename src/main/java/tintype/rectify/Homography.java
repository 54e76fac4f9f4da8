package tintype.rectify;

import java.util.Arrays;

/**
 * A projective map of the plane: the point (x, y) goes to (u, v) with
 *
 * <pre>
 * u = (h0 x + h1 y + h2) / w,  v = (h3 x + h4 y + h5) / w,  w = h6 x + h7 y + h8
 * </pre>
 *
 * It has eight degrees of freedom; the ninth number is a scale without meaning, here
 * chosen so that the squares of all nine sum to 1. The sign is kept: the side of the
 * plane with w &gt; 0 is the one in front of the camera, and on the line w = 0, the
 * horizon, a point has no image. Immutable. Hartley and Zisserman, Multiple View
 * Geometry, 2nd edition, section 2.3.
 */
public final class Homography {

	/** Every point stays where it is. */
	public static final Homography IDENTITY = of(1, 0, 0, 0, 1, 0, 0, 0, 1);

	/** By how much the sum of nine squares may miss 1 once they were divided by its root. */
	private static final double ROUNDING = 4e-15;

	private final double[] h;

	private Homography(double[] h) {
		this.h = h;
	}

	/**
	 * A map from its numbers. Those of {@link #matrix()} give the same map to the last
	 * bit.
	 *
	 * @param h the nine numbers row by row, in any scale, with w &gt; 0 on the side of the
	 *          plane that is meant; copied
	 * @throws IllegalArgumentException if they are not nine, not finite, or make a map
	 *                                  that cannot be inverted
	 */
	public static Homography of(double... h) {
		if (h.length != 9) throw new IllegalArgumentException("A homography has 9 numbers, not " + h.length + ".");
		double largest = Arrays.stream(h).map(Math::abs).max().getAsDouble();
		if (!(largest > 0 && largest < Double.POSITIVE_INFINITY) || Arrays.stream(h).anyMatch(Double::isNaN))
			throw new IllegalArgumentException("The numbers of a homography must be finite and not all 0.");
		Homography homography = new Homography(isUnit(h) ? h.clone() : unit(Arrays.stream(h).map(each -> each / largest).toArray()));
		if (homography.determinant() == 0) throw new IllegalArgumentException("These numbers map the plane onto a line: no homography.");
		return homography;
	}

	private static boolean isUnit(double[] h) {
		return Math.abs(squares(h) - 1) < ROUNDING;
	}

	private static double[] unit(double[] h) {
		double norm = Math.sqrt(squares(h));
		return Arrays.stream(h).map(each -> each / norm).toArray();
	}

	private static double squares(double[] h) {
		return Arrays.stream(h).map(each -> each * each).sum();
	}

	/** The nine numbers row by row, new. */
	public double[] matrix() {
		return h.clone();
	}

	/** Positive where the map keeps the sense of rotation, negative where it mirrors. */
	public double determinant() {
		return h[0] * (h[4] * h[8] - h[5] * h[7]) - h[1] * (h[3] * h[8] - h[5] * h[6]) + h[2] * (h[3] * h[7] - h[4] * h[6]);
	}

	/** w at (x, y): positive in front of the camera, 0 on the horizon. */
	public double denominator(double x, double y) {
		return h[6] * x + h[7] * y + h[8];
	}

	/** The image of (x, y) as {u, v}, new; not finite on the horizon. */
	public double[] map(double x, double y) {
		double w = denominator(x, y);
		return new double[] { (h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w };
	}

	/** How (u, v) moves with (x, y): {du/dx, du/dy, dv/dx, dv/dy}, new. */
	public double[] jacobian(double x, double y) {
		double w = denominator(x, y);
		double[] image = map(x, y);
		return new double[] { (h[0] - image[0] * h[6]) / w, (h[1] - image[0] * h[7]) / w, //
			(h[3] - image[1] * h[6]) / w, (h[4] - image[1] * h[7]) / w };
	}

	/** The way back: what maps (u, v) to (x, y), positive in front of the camera as well. */
	public Homography inverse() {
		double sign = Math.signum(determinant());
		double[] adjugate = { h[4] * h[8] - h[5] * h[7], h[2] * h[7] - h[1] * h[8], h[1] * h[5] - h[2] * h[4], //
			h[5] * h[6] - h[3] * h[8], h[0] * h[8] - h[2] * h[6], h[2] * h[3] - h[0] * h[5], //
			h[3] * h[7] - h[4] * h[6], h[1] * h[6] - h[0] * h[7], h[0] * h[4] - h[1] * h[3] };
		return of(Arrays.stream(adjugate).map(each -> each * sign).toArray());
	}

	/** The map that does {@code first} and then this one. */
	public Homography after(Homography first) {
		double[] product = new double[9];
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < 3; column++)
				for (int k = 0; k < 3; k++)
					product[3 * row + column] += h[3 * row + k] * first.h[3 * k + column];
		return of(product);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Homography homography && Arrays.equals(h, homography.h);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(h);
	}

	/** The nine numbers, row by row. */
	@Override
	public String toString() {
		return "Homography" + Arrays.toString(h);
	}
}
