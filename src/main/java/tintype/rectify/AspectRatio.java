package tintype.rectify;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The proportions of a rectangle, estimated from its photograph.
 *
 * @param value       width over height, more than 0
 * @param sigma       its standard uncertainty, from the clicks and from what had to be assumed
 * @param evidence    what it rests on
 * @param focalLength of the camera in pixels, measured, known or assumed; NaN where it has no part
 * @param reason      why it rests on that, for the user: a sentence
 */
public record AspectRatio(double value, double sigma, Evidence evidence, double focalLength, String reason) {

	/** What an estimate rests on, the best first. */
	public enum Evidence {
		/** Both vanishing points, which settle the focal length as well. */
		PERSPECTIVE,
		/** The perspective and a focal length that is known. */
		KNOWN_LENS,
		/** The perspective and a focal length that is usual for cameras. */
		USUAL_LENS,
		/** The mean lengths of opposite sides. */
		SIDES
	}

	/** In units of the picture's long side, from fisheye to long telephoto lenses. */
	private static final double SHORTEST_LENS = 0.4, LONGEST_LENS = 6;

	/** That of a telephone's main camera, in units of the picture's long side, and how far a lens is usually off, as a factor. */
	private static final double USUAL_LENS = 0.75, USUAL_FACTOR = 1.5;

	/** Perspective of less than this many standard deviations is none. */
	private static final double SIGNIFICANT = 2;

	/** Of a side, for differences in place of derivatives. */
	private static final double STEP = 1e-5;

	/**
	 * From an uncropped photograph. The focal length is measured where both pairs of opposite
	 * sides converge clearly, and taken as usual where they do not or where it comes out as
	 * that of no camera; without any convergence the sides are compared.
	 *
	 * @param quad   the rectangle in the photograph
	 * @param camera of the photograph
	 * @param clicks standard deviation of the corners along each axis, in pixels, such as
	 *               {@link HomographyFit#USUAL_SIGMA}
	 */
	public static AspectRatio of(Quad quad, Camera camera, double clicks) {
		Perspective seen = Perspective.of(quad.corners(), camera);
		if (isNone(seen.n2()[2], sigma(quad, camera, clicks, each -> each.n2()[2]))
			&& isNone(seen.n3()[2], sigma(quad, camera, clicks, each -> each.n3()[2])))
			return ofSides(quad, clicks, "opposite sides are parallel, so there is no perspective to measure");
		double known = camera.focalLength() / camera.longSide();
		if (known > 0) return ofLens(quad, camera, clicks, known, Evidence.KNOWN_LENS, "the focal length is known");
		double most = 2 * Math.log(USUAL_FACTOR), squared = seen.inverseSquaredFocalLength();
		if (!(sigma(quad, camera, clicks, Perspective::convergence) < most * Math.abs(seen.convergence())
			&& sigma(quad, camera, clicks, Perspective::skew) < most * Math.abs(seen.skew())))
			return ofLens(quad, camera, clicks, USUAL_LENS, Evidence.USUAL_LENS,
				"only one pair of opposite sides converges clearly, so the focal length is taken as usual");
		double focal = 1 / Math.sqrt(squared);
		if (!(focal >= SHORTEST_LENS && focal <= LONGEST_LENS)) return ofLens(quad, camera, clicks, USUAL_LENS, Evidence.USUAL_LENS,
			"no camera sees a rectangle like this, as if it were none or the picture were cropped, so the focal length is taken as usual");
		double sigma = sigma(quad, camera, clicks, each -> each.ratio(each.inverseSquaredFocalLength()));
		return new AspectRatio(seen.ratio(squared), sigma, Evidence.PERSPECTIVE, focal * camera.longSide(),
			"both pairs of opposite sides converge clearly");
	}

	/**
	 * From the mean lengths of opposite sides, which is right for a photograph taken squarely
	 * and all that a picture with an unknown optical centre offers. The uncertainty counts by
	 * how much opposite sides differ and how far the angles are from right ones.
	 *
	 * @param quad   the rectangle in the photograph
	 * @param clicks standard deviation of the corners along each axis, in pixels
	 */
	public static AspectRatio ofSides(Quad quad, double clicks) {
		return ofSides(quad, clicks, "the optical centre of the picture is not known");
	}

	private static AspectRatio ofSides(Quad quad, double clicks, String reason) {
		double[] sides = quad.sides();
		double width = sides[0] + sides[2], height = sides[1] + sides[3], value = width / height;
		double ofWidth = (sides[0] - sides[2]) / width, ofHeight = (sides[1] - sides[3]) / height, skew = quad.skew();
		double byClicks = clicks * Math.hypot(2 / width, 2 / height);
		double relative = Math.sqrt(byClicks * byClicks + ofWidth * ofWidth + ofHeight * ofHeight + skew * skew);
		return new AspectRatio(value, value * relative, Evidence.SIDES, Double.NaN, reason);
	}

	private static AspectRatio ofLens(Quad quad, Camera camera, double clicks, double focal, Evidence evidence, String reason) {
		Perspective seen = Perspective.of(quad.corners(), camera);
		double byClicks = sigma(quad, camera, clicks, each -> each.ratio(1 / (focal * focal)));
		double byLens = 0;
		if (evidence == Evidence.USUAL_LENS) {
			double shorter = focal / USUAL_FACTOR, longer = focal * USUAL_FACTOR;
			byLens = Math.abs(seen.ratio(1 / (shorter * shorter)) - seen.ratio(1 / (longer * longer))) / 2;
		}
		return new AspectRatio(seen.ratio(1 / (focal * focal)), Math.hypot(byClicks, byLens), evidence, focal * camera.longSide(), reason);
	}

	private static boolean isNone(double convergence, double sigma) {
		return Math.abs(convergence) <= SIGNIFICANT * sigma;
	}

	/** Standard deviation of a figure through those of the eight corner coordinates, to first order. */
	private static double sigma(Quad quad, Camera camera, double clicks, ToDoubleFunction<Perspective> figure) {
		double step = STEP * quad.sides()[0], sum = 0;
		for (int i = 0; i < 8; i++) {
			double[][] more = quad.corners(), less = quad.corners();
			more[i / 2][i % 2] += step;
			less[i / 2][i % 2] -= step;
			double slope = (figure.applyAsDouble(Perspective.of(more, camera)) - figure.applyAsDouble(Perspective.of(less, camera))) / (2 * step);
			sum += slope * slope;
		}
		return clicks * Math.sqrt(sum);
	}

	/** The estimate in a sentence for the user. */
	public String sentence() {
		String from = switch (evidence) {
			case PERSPECTIVE -> "from the perspective, with a measured focal length of %.0f pixels";
			case KNOWN_LENS -> "from the perspective, with the known focal length of %.0f pixels";
			case USUAL_LENS -> "from the perspective, with an assumed focal length of %.0f pixels";
			case SIDES -> "from the lengths of the sides";
		};
		return String.format(Locale.ROOT, "Width to height is %.4f \u00B1 %.4f, " + from + ": %s.", focalLength > 0
			? new Object[] { value, sigma, focalLength, reason } : new Object[] { value, sigma, reason });
	}
}
