package tintype.rectify;

import tintype.TintypeException;

/**
 * The true size of a rectangle.
 *
 * @param width  in units, more than 0
 * @param height in units, more than 0
 * @param unit   such as {@code mm}; {@link Mapping#NO_UNIT} if only the proportions are meant
 */
public record RectangleSize(double width, double height, String unit) {

	/** @throws TintypeException if a side is not a length, or the unit is missing */
	public RectangleSize {
		if (!(width > 0 && height > 0 && width < Double.POSITIVE_INFINITY && height < Double.POSITIVE_INFINITY)) throw new TintypeException( //
			"Width and height of the rectangle are " + width + " and " + height + ": give lengths above 0.");
		if (unit.isBlank()) throw new TintypeException("Width and height have no unit: name one, such as mm.");
	}

	/**
	 * Where no length is known: the proportions of the estimate, in as many pixels as
	 * {@link TargetSize} says.
	 */
	public static RectangleSize unknown(Quad quad, AspectRatio estimate) {
		TargetSize size = TargetSize.of(quad, estimate.value());
		return new RectangleSize(size.width(), size.height(), Mapping.NO_UNIT);
	}

	/**
	 * From what a user knows.
	 *
	 * @param width  in units; 0 if only the height is known
	 * @param height in units; 0 if only the width is known
	 * @throws TintypeException if neither is known, or a number is no length
	 */
	public static RectangleSize of(double width, double height, String unit, AspectRatio estimate) {
		if (width == 0 && height == 0) throw new TintypeException("The size is to be width and height, and both are 0: give at least one of them.");
		return new RectangleSize(width == 0 ? height * estimate.value() : width, height == 0 ? width / estimate.value() : height, unit);
	}

	/** The corners, from the top left one clockwise, which is where a quad's corners belong. */
	double[][] corners() {
		return new double[][] { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } };
	}
}
