package tintype.ij;

import java.util.List;

import ij.ImagePlus;
import tintype.TintypeException;
import tintype.rectify.AspectRatio;
import tintype.rectify.Camera;
import tintype.rectify.FlatPlan;
import tintype.rectify.HomographyFit;
import tintype.rectify.KnownSize;
import tintype.rectify.Mapping;
import tintype.rectify.PointPairs;
import tintype.rectify.Quad;
import tintype.rectify.RectangleSize;

/**
 * What a user says of a plane that was photographed at a slant.
 *
 * @param corners    {@code x,y x,y x,y x,y} in pixels, of which the centre of the first is
 *                   0,0; empty for the selection, or the points in the overlay
 * @param first      which corner of the flat picture the first of them is
 * @param size       {@link #AUTOMATIC}, {@link #MEASURED} or a {@link KnownSize}'s label
 * @param width      of the rectangle in units, if measured; 0 if not known
 * @param height     likewise
 * @param unit       of width and height, margin and targets
 * @param margin     shown around the rectangle, in units; without a known size in pixels
 * @param resolution pixels per unit; 0 for as many as the photograph has
 * @param targets    where each of the points belongs, in units, as text like the corners;
 *                   empty for a rectangle
 */
public record PlaneRequest(String corners, FirstCorner first, String size, double width, double height, String unit, double margin, double resolution,
	String targets) {

	/** Proportions from the perspective, no unit. */
	public static final String AUTOMATIC = "automatic";

	/** Width and height are given. */
	public static final String MEASURED = "width and height";

	private static final int CORNERS = 4;

	/** A plan, and in a sentence what its proportions rest on; empty where they are known. */
	record Planned(FlatPlan plan, String remark) {}

	/** @throws TintypeException if a number is out of range */
	public PlaneRequest {
		if (!(resolution >= 0 && resolution < Double.POSITIVE_INFINITY)) throw new TintypeException("Resolution is " + resolution +
			" pixels per unit: give a number above 0, or 0 for as many as the photograph has.");
	}

	/** A rectangle, as selected, with the proportions that the perspective tells. */
	public static PlaneRequest automatic() {
		return new PlaneRequest("", FirstCorner.AUTOMATIC, AUTOMATIC, 0, 0, KnownSize.UNIT, 0, 0, "");
	}

	/**
	 * The selection of an image, or the points in its overlay, as corners for a dialog and
	 * for a macro; empty if there are none, or if no quad can be made of them.
	 */
	public static String selection(ImagePlus imp) {
		try {
			return DrawnPoints.of(imp).text();
		}
		catch (TintypeException e) {
			return "";
		}
	}

	/**
	 * What to do with a photograph.
	 *
	 * @throws TintypeException if no points are drawn, or they settle no usable map
	 */
	Planned plan(ImagePlus imp) {
		List<double[]> points = PointText.parse(corners.isBlank() ? DrawnPoints.of(imp).text() : corners, "corners");
		if (!targets.isBlank()) return new Planned(planOfPairs(points, imp), "");
		if (points.size() != CORNERS) throw wrongNumber(points.size(), imp);
		Quad quad = first.quad(points);
		AspectRatio estimate = AspectRatio.of(quad, Camera.of(imp.getWidth(), imp.getHeight()), HomographyFit.USUAL_SIGMA);
		FlatPlan plan = FlatPlan.of(quad, size(quad, estimate), margin, resolution, imp.getWidth(), imp.getHeight());
		return new Planned(plan, remark(estimate));
	}

	private static TintypeException wrongNumber(int count, ImagePlus imp) {
		return new TintypeException("A rectangle has 4 corners and " + count + (count == 1 ? " point is" : " points are") + " marked on \"" +
			imp.getTitle() + "\": " + (count < CORNERS ? "mark the 4 corners with the polygon or the multi-point tool."
				: "mark 4 only, or give the target of each point."));
	}

	private FlatPlan planOfPairs(List<double[]> points, ImagePlus imp) {
		PointPairs pairs = new PointPairs(points.toArray(double[][]::new), PointText.parse(targets, "targets").toArray(double[][]::new));
		return FlatPlan.of(pairs, unit.isBlank() ? Mapping.NO_UNIT : unit, margin, resolution, imp.getWidth(), imp.getHeight());
	}

	private RectangleSize size(Quad quad, AspectRatio estimate) {
		if (size.equals(AUTOMATIC)) return RectangleSize.unknown(quad, estimate);
		if (size.equals(MEASURED)) return RectangleSize.of(width, height, unit, estimate);
		return KnownSize.of(size).like(estimate);
	}

	private String remark(AspectRatio estimate) {
		boolean estimated = size.equals(AUTOMATIC) || size.equals(MEASURED) && (width == 0 || height == 0);
		if (!estimated) return "";
		return estimate.sentence() + KnownSize.near(estimate).map(each -> " It could be " + each.label() + ".").orElse("");
	}
}
