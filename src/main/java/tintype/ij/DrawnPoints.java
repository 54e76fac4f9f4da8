package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import tintype.rectify.Quad;

/**
 * The points that a user has drawn on an image, where the centre of pixel (i, j) is
 * the point (i, j).
 * <p>
 * ImageJ's own coordinates differ: of a point or a line an integer is the centre of a
 * pixel, but of an area (rectangle, polygon, freehand outline) it is a pixel's top left
 * corner, so half a pixel is taken off those.
 *
 * @param points  {x, y} each, in the order drawn
 * @param outline whether they trace a shape by hand, or by more corners than it has, so
 *                that its corners have to be found first
 */
record DrawnPoints(List<double[]> points, boolean outline) {

	private static final int CORNERS = 4;

	/**
	 * The selection of an image, or else the points in its overlay.
	 *
	 * @return none if neither is there
	 */
	static DrawnPoints of(ImagePlus imp) {
		Roi roi = imp.getRoi();
		if (roi != null) return of(roi);
		List<double[]> points = new ArrayList<>();
		Overlay overlay = imp.getOverlay();
		if (overlay != null) for (Roi each : overlay)
			if (each instanceof PointRoi) points.addAll(of(each).points());
		return new DrawnPoints(points, false);
	}

	/** The vertices of a selection; of a selection in several parts, those of its convex hull. */
	static DrawnPoints of(Roi roi) {
		if (roi instanceof Line line) return new DrawnPoints(List.of(new double[] { line.x1d, line.y1d }, new double[] { line.x2d, line.y2d }), false);
		boolean parts = roi.getType() == Roi.COMPOSITE;
		FloatPolygon polygon = parts ? roi.getFloatConvexHull() : roi.getFloatPolygon();
		double shift = roi.isArea() ? 0.5 : 0;
		List<double[]> points = IntStream.range(0, polygon.npoints) //
			.mapToObj(i -> new double[] { polygon.xpoints[i] - shift, polygon.ypoints[i] - shift }).toList();
		return new DrawnPoints(points, roi.isArea() && points.size() > CORNERS);
	}

	/**
	 * The points as text for a macro; of an outline, the corners of the quad that fits it
	 * best. Every way to use a selection goes through this text, so that a macro with it
	 * makes the same pixels.
	 *
	 * @throws tintype.TintypeException if no quad can be made of an outline
	 */
	String text() {
		return PointText.of(outline ? List.of(Quad.ofOutline(points.toArray(double[][]::new)).corners()) : points);
	}
}
