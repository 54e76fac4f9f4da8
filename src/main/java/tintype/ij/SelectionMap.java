package tintype.ij;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;
import tintype.rectify.CurveSamples;
import tintype.rectify.Homography;
import tintype.rectify.Horizon;

/**
 * ImageJ's selections through a homography, each as exactly as ImageJ can hold it.
 * <p>
 * In a homography the centre of pixel (i, j) is the point (i, j). In ImageJ that is so for
 * points and lines, but areas count from the pixel's top left corner, half a pixel less.
 */
final class SelectionMap {

	/** As many vertices as ImageJ gives an ellipse, so that these are among the new ones. */
	private static final int ELLIPSE = 72;

	/** ImageJ's own rule of what is a polygon with handles: few vertices, or far apart for their number. */
	private static final int FEW = 10;

	private final Horizon horizon;

	/**
	 * @param map    from the image of the selections to another
	 * @param width  of the other image, in pixels
	 * @param height of the other image, in pixels
	 */
	SelectionMap(Homography map, int width, int height) {
		horizon = new Horizon(map, width, height);
	}

	/**
	 * A selection after the map.
	 *
	 * @param roi   new; null if nothing is left of it
	 * @param whole whether nothing was cut off
	 */
	record Mapped(Roi roi, boolean whole) {}

	/** @param roi of any kind; stays as it is */
	Mapped map(Roi roi) {
		if (roi instanceof TextRoi || roi instanceof ImageRoi) return moved(roi);
		Mapped mapped = reshaped(roi);
		if (mapped.roi() != null) RoiAttributes.copy(roi, mapped.roi());
		return mapped;
	}

	private Mapped reshaped(Roi roi) {
		if (roi instanceof Line line) return straight(line);
		if (roi.getType() == Roi.POINT) return points(roi);
		if (roi instanceof ShapeRoi shape) return composite(shape);
		if (roi.isLine()) return line(roi);
		if (roi instanceof OvalRoi) return area(oval(roi.getFloatBounds()), Roi.FREEROI);
		if (roi instanceof EllipseRoi && roi.size() == ELLIPSE) return area(ellipse(vertices(roi.getFloatPolygon(), 0.5)), Roi.FREEROI);
		if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() > 0) return area(rounded(roi), Roi.FREEROI);
		return polygon(roi);
	}

	/** Keeps its size, and its middle stays on the same spot of the object. */
	private Mapped moved(Roi roi) {
		Rectangle2D.Double box = roi.getFloatBounds();
		double x = box.getCenterX() - 0.5, y = box.getCenterY() - 0.5;
		if (!horizon.shows(x, y)) return new Mapped(null, false);
		double[] middle = horizon.image(x, y);
		Roi moved = (Roi) roi.clone();
		moved.setLocation(box.x + middle[0] - x, box.y + middle[1] - y);
		return new Mapped(moved, true);
	}

	private Mapped straight(Line line) {
		Horizon.Part part = horizon.line(List.of(new double[] { line.x1d, line.y1d }, new double[] { line.x2d, line.y2d }));
		if (part.points().isEmpty()) return new Mapped(null, false);
		double[] from = part.points().get(0), to = part.points().get(1);
		Roi mapped = line instanceof Arrow ? new Arrow(from[0], from[1], to[0], to[1]) : new Line(from[0], from[1], to[0], to[1]);
		return new Mapped(mapped, part.whole());
	}

	private Mapped points(Roi roi) {
		List<double[]> points = vertices(roi.getFloatPolygon(), 0);
		int[] kept = IntStream.range(0, points.size()).filter(i -> horizon.shows(points.get(i)[0], points.get(i)[1])).toArray();
		if (kept.length == 0) return new Mapped(null, false);
		FloatPolygon images = new FloatPolygon();
		for (int i : kept) {
			double[] image = horizon.image(points.get(i)[0], points.get(i)[1]);
			images.addPoint(image[0], image[1]);
		}
		PointRoi mapped = new PointRoi(images);
		if (roi instanceof PointRoi from) RoiAttributes.copyCounters(from, mapped, kept);
		return new Mapped(mapped, kept.length == points.size());
	}

	private Mapped line(Roi roi) {
		List<double[]> line = vertices(roi.getFloatPolygon(), 0);
		Horizon.Part part = horizon.line(line);
		boolean kept = part.points().size() > 1 && (roi.getType() != Roi.ANGLE || part.points().size() == line.size());
		return new Mapped(kept ? new PolygonRoi(polygon(part.points(), 0), roi.getType()) : null, part.whole());
	}

	private Mapped polygon(Roi roi) {
		List<double[]> outline = vertices(roi.getFloatPolygon(), 0.5);
		boolean byHand = roi.getType() == Roi.FREEROI && !(roi instanceof RotatedRectRoi);
		int type = byHand ? Roi.FREEROI : Roi.POLYGON;
		if (roi.getType() == Roi.TRACED_ROI && outline.size() > FEW && !isCoarse(roi)) type = Roi.FREEROI;
		return area(outline, type);
	}

	/** A traced outline along pixels can't stay one; coarse ones are polygons, fine ones are drawn by hand. */
	private static boolean isCoarse(Roi roi) {
		FloatPolygon outline = roi.getFloatPolygon();
		return outline.getLength(false) >= 2 * Math.pow(outline.npoints, 1.5);
	}

	private Mapped area(List<double[]> outline, int type) {
		Horizon.Part part = horizon.area(outline);
		return new Mapped(part.points().isEmpty() ? null : new PolygonRoi(polygon(part.points(), 0.5), type), part.whole());
	}

	private List<double[]> oval(Rectangle2D.Double box) {
		double[] middle = { box.getCenterX() - 0.5, box.getCenterY() - 0.5 };
		return ellipse(middle, new double[] { box.width / 2, 0 }, new double[] { 0, box.height / 2 });
	}

	/** From ImageJ's polygon, in which the ends of the axes are a quarter of the vertices apart. */
	private List<double[]> ellipse(List<double[]> polygon) {
		double[] right = polygon.get(0), left = polygon.get(ELLIPSE / 2), down = polygon.get(ELLIPSE / 4), up = polygon.get(3 * ELLIPSE / 4);
		double[] middle = { (right[0] + left[0]) / 2, (right[1] + left[1]) / 2 };
		return ellipse(middle, new double[] { (right[0] - left[0]) / 2, (right[1] - left[1]) / 2 },
			new double[] { (down[0] - up[0]) / 2, (down[1] - up[1]) / 2 });
	}

	/** A homography makes of an ellipse another conic, which ImageJ has no selection for. */
	private List<double[]> ellipse(double[] middle, double[] axis, double[] other) {
		return CurveSamples.of(turn -> {
			double cos = Math.cos(2 * Math.PI * turn), sin = Math.sin(2 * Math.PI * turn);
			return new double[] { middle[0] + cos * axis[0] + sin * other[0], middle[1] + cos * axis[1] + sin * other[1] };
		}, ELLIPSE, horizon);
	}

	private List<double[]> rounded(Roi roi) {
		Rectangle2D.Double box = roi.getFloatBounds();
		double corner = roi.getCornerDiameter();
		Shape shape = new RoundRectangle2D.Double(box.x - 0.5, box.y - 0.5, box.width, box.height, corner, corner);
		return new ShapePaths(horizon).rings(shape.getPathIterator(null)).get(0);
	}

	/** Each path for itself, so that holes stay holes. */
	private Mapped composite(ShapeRoi roi) {
		Path2D.Double mapped = new Path2D.Double(roi.getShape().getPathIterator(null).getWindingRule());
		boolean whole = true, empty = true;
		for (List<double[]> ring : new ShapePaths(horizon).rings(ShapePaths.centred(roi))) {
			Horizon.Part part = horizon.area(ring);
			whole &= part.whole();
			if (part.points().size() < 3) continue;
			empty = false;
			ShapePaths.append(mapped, part.points(), 0.5);
		}
		return new Mapped(empty ? null : new ShapeRoi(mapped), whole);
	}

	private static List<double[]> vertices(FloatPolygon polygon, double shift) {
		List<double[]> points = new ArrayList<>();
		for (int i = 0; i < polygon.npoints; i++)
			points.add(new double[] { polygon.xpoints[i] - shift, polygon.ypoints[i] - shift });
		return points;
	}

	private static FloatPolygon polygon(List<double[]> points, double shift) {
		FloatPolygon polygon = new FloatPolygon();
		for (double[] point : points)
			polygon.addPoint(point[0] + shift, point[1] + shift);
		return polygon;
	}
}
