package tintype.rectify;

/**
 * What is to be done with a photograph, and how well that is known.
 *
 * @param mapping from the photograph to the flat picture
 * @param fit     the pairs of points that it rests on, in pixels of the photograph and in
 *                units of the flat object
 */
public record FlatPlan(Mapping mapping, HomographyFit fit) {

	/**
	 * From four corners.
	 *
	 * @param quad       the corners in the photograph
	 * @param size       of the rectangle that they are the corners of
	 * @param margin     shown around the rectangle, in units
	 * @param resolution pixels per unit; 0 for as many as the photograph has
	 * @param width      of the photograph, in pixels
	 * @param height     likewise
	 * @throws tintype.TintypeException if the corners settle no usable map, or a number is out of range
	 */
	public static FlatPlan of(Quad quad, RectangleSize size, double margin, double resolution, int width, int height) {
		return of(HomographyFit.of(new PointPairs(quad.corners(), size.corners())), size.unit(), margin, resolution, width, height);
	}

	/**
	 * From points whose places on the flat object are known. From five on, wrong pairs are
	 * found and left out, and the picture shows the part around all the targets.
	 *
	 * @param pairs in pixels of the photograph and in units
	 * @param unit  of the targets
	 */
	public static FlatPlan of(PointPairs pairs, String unit, double margin, double resolution, int width, int height) {
		HomographyFit fit = pairs.count() == PointPairs.LEAST ? HomographyFit.of(pairs) : HomographyFit.robust(pairs);
		return of(fit, unit, margin, resolution, width, height);
	}

	private static FlatPlan of(HomographyFit fit, String unit, double margin, double resolution, int width, int height) {
		FlatLayout part = FlatLayout.around(fit.pairs().target(), unit);
		FlatLayout shown = part.with(margin);
		double pixelSize = resolution != 0 ? 1 / resolution : unit.equals(Mapping.NO_UNIT) ? 1 : shown.dividing(part.finest(fit.homography()));
		return new FlatPlan(shown.ofPixels(pixelSize).mapping(fit.homography(), width, height), fit);
	}
}
