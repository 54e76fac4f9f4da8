package tintype.ij;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

import ij.gui.ShapeRoi;
import tintype.rectify.CurveSamples;
import tintype.rectify.Horizon;

/** The paths of a shape of Java's as polygons, dense enough where they are curved. */
final class ShapePaths {

	/** Pieces of a curved segment to begin with. */
	private static final int PIECES = 4;

	private final Horizon horizon;
	private final List<List<double[]>> rings = new ArrayList<>();

	/** @param horizon of the map that the polygons will go through */
	ShapePaths(Horizon horizon) {
		this.horizon = horizon;
	}

	/** The paths of a composite selection, where the centre of pixel (i, j) is the point (i, j). */
	static PathIterator centred(ShapeRoi roi) {
		return roi.getShape().getPathIterator(AffineTransform.getTranslateInstance(roi.getXBase() - 0.5, roi.getYBase() - 0.5));
	}

	/** Adds a closed path through points {x, y}, moved by {@code shift} to the right and down. */
	static void append(Path2D.Double path, List<double[]> points, double shift) {
		path.moveTo(points.get(0)[0] + shift, points.get(0)[1] + shift);
		for (double[] point : points.subList(1, points.size()))
			path.lineTo(point[0] + shift, point[1] + shift);
		path.closePath();
	}

	/** The vertices of each path, {x, y}; paths that enclose nothing are left out. */
	List<List<double[]>> rings(PathIterator path) {
		for (double[] to = new double[6]; !path.isDone(); path.next(), to = new double[6]) {
			int segment = path.currentSegment(to);
			if (segment == PathIterator.SEG_MOVETO) rings.add(new ArrayList<>());
			if (segment == PathIterator.SEG_MOVETO || segment == PathIterator.SEG_LINETO) last().add(new double[] { to[0], to[1] });
			if (segment == PathIterator.SEG_QUADTO) curve(new double[] { 1, 2, 1 }, to);
			if (segment == PathIterator.SEG_CUBICTO) curve(new double[] { 1, 3, 3, 1 }, to);
		}
		rings.removeIf(ring -> ring.size() < 3);
		return rings;
	}

	private List<double[]> last() {
		return rings.get(rings.size() - 1);
	}

	/** A Bezier curve from where the path is; the binomials say of which degree. */
	private void curve(double[] binomials, double[] to) {
		int degree = binomials.length - 1;
		double[] from = last().get(last().size() - 1);
		List<double[]> points = CurveSamples.of(t -> {
			double[] point = new double[2];
			for (int k = 0; k <= degree; k++) {
				double weight = binomials[k] * Math.pow(t, k) * Math.pow(1 - t, degree - k);
				for (int axis = 0; axis < 2; axis++)
					point[axis] += weight * (k == 0 ? from[axis] : to[2 * k - 2 + axis]);
			}
			return point;
		}, PIECES, horizon);
		last().addAll(points.subList(1, points.size()));
		last().add(new double[] { to[2 * degree - 2], to[2 * degree - 1] });
	}
}
