package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;

/** Every kind of selection there and back, within what float32 holds. */
class MappedRoisTest {

	private static final Homography TILT = Homography.of(1.4, 0.2, -100, -0.1, 1.7, 20, 1e-4, 4e-4, 1);
	private static final Mapping MAPPING = new Mapping(TILT, 1000, 800, 1100, 900, 1, Mapping.NO_UNIT, 0, 0);
	private static final double TOLERANCE = 1e-3;

	private static final float[] X = { 210.25f, 540, 600, 300.5f };
	private static final float[] Y = { 120, 160.75f, 480, 400 };
	private static final int[] STEPS_X = { 200, 260, 260, 262, 262, 250, 250, 200 };
	private static final int[] STEPS_Y = { 200, 200, 240, 240, 290, 290, 270, 270 };

	private static Roi mapped(Roi roi) {
		MappedRois rois = MappedRois.toFlat(List.of(roi), MAPPING);
		assertEquals("", rois.remark());
		assertEquals(1, rois.rois().size());
		return rois.rois().get(0);
	}

	private static Roi back(Roi roi) {
		return MappedRois.toSource(List.of(roi), MAPPING).rois().get(0);
	}

	/** In the coordinates of a homography, of which an area's are half a pixel off. */
	private static double[][] points(Roi roi) {
		FloatPolygon polygon = roi instanceof Line line ? line.getFloatPoints() : roi.getFloatPolygon();
		double shift = roi.isArea() ? 0.5 : 0;
		double[][] points = new double[polygon.npoints][];
		for (int i = 0; i < points.length; i++)
			points[i] = new double[] { polygon.xpoints[i] - shift, polygon.ypoints[i] - shift };
		return points;
	}

	private static void assertPoints(double[][] expected, double[][] points) {
		assertEquals(expected.length, points.length);
		for (int i = 0; i < expected.length; i++)
			assertArrayEquals(expected[i], points[i], TOLERANCE, "point " + i);
	}

	private static Stream<Roi> ofVertices() {
		PolygonRoi spline = new PolygonRoi(X, Y, Roi.POLYGON);
		spline.fitSpline(150);
		Line wide = new Line(10.5, 20, 300, 200.25);
		wide.setStrokeWidth(9);
		return Stream.of(new PointRoi(33.5, 44), new PointRoi(X, Y), new Line(10.5, 20, 300, 200.25), wide, new Arrow(10, 20, 300.5, 200),
			new PolygonRoi(X, Y, Roi.POLYLINE), new PolygonRoi(X, Y, Roi.FREELINE), new PolygonRoi(X, Y, 3, Roi.ANGLE), new PolygonRoi(X, Y, Roi.POLYGON),
			new PolygonRoi(X, Y, Roi.FREEROI), new PolygonRoi(STEPS_X, STEPS_Y, 8, Roi.TRACED_ROI), new Roi(100, 200, 300, 50),
			new Roi(100.25, 200.5, 300.5, 50), new RotatedRectRoi(300, 100, 500, 400, 80), spline);
	}

	@ParameterizedTest
	@MethodSource("ofVertices")
	void verticesGoWhereTheMapSays(Roi roi) {
		double[][] before = points(roi);
		double[][] expected = Stream.of(before).map(each -> TILT.map(each[0], each[1])).toArray(double[][]::new);
		Roi flat = mapped(roi);
		assertPoints(expected, points(flat));
		assertPoints(before, points(back(flat)));
		assertPoints(before, points(roi));
	}

	@ParameterizedTest
	@MethodSource("ofVertices")
	void kindsStayWhereTheyCan(Roi roi) {
		boolean polygon = roi.getType() == Roi.RECTANGLE || roi.getType() == Roi.TRACED_ROI;
		assertEquals(polygon ? Roi.POLYGON : roi.getType(), mapped(roi).getType());
		if (!(roi instanceof RotatedRectRoi) && !polygon) assertEquals(roi.getClass(), mapped(roi).getClass());
	}

	/** Points of the polygon, asked in the photograph, lie on the curve. */
	@Test
	void ovalsAndEllipsesKeepToTheirCurve() {
		Roi oval = new OvalRoi(300, 200, 301, 152);
		for (double[] each : points(back(mapped(oval))))
			assertEquals(1, Math.hypot((each[0] + 0.5 - 450.5) / 150.5, (each[1] + 0.5 - 276) / 76), 1e-5);
		double tilted = Math.atan2(100, 200), half = Math.hypot(200, 100) / 2;
		for (double[] each : points(back(mapped(new EllipseRoi(300, 200, 500, 300, 0.4))))) {
			double x = each[0] + 0.5 - 400, y = each[1] + 0.5 - 250;
			double along = x * Math.cos(tilted) + y * Math.sin(tilted), across = y * Math.cos(tilted) - x * Math.sin(tilted);
			assertEquals(1, Math.hypot(along / half, across / (0.4 * half)), 1e-4);
		}
		assertEquals(Roi.FREEROI, mapped(oval).getType());
	}

	/** Of a small part the area grows as the determinant of how the map moves points. */
	@Test
	void areasGrowAsTheMapSays() {
		double[] j = TILT.jacobian(500, 400);
		double growth = j[0] * j[3] - j[1] * j[2];
		Roi square = new Roi(450, 350, 101, 101), circle = new OvalRoi(490, 390, 21, 21);
		double[] corners = points(mapped(square))[0];
		assertArrayEquals(TILT.map(449.5, 349.5), corners, TOLERANCE);
		assertEquals(growth * 101 * 101, area(mapped(square)), 0.01 * growth * 101 * 101);
		assertEquals(growth * Math.PI * 21 * 21 / 4, area(mapped(circle)), 0.002 * growth * 21 * 21);
	}

	/** The shoelace formula. */
	private static double area(Roi roi) {
		double[][] p = points(roi);
		double twice = 0;
		for (int i = 0; i < p.length; i++) {
			double[] next = p[(i + 1) % p.length];
			twice += p[i][0] * next[1] - next[0] * p[i][1];
		}
		return Math.abs(twice) / 2;
	}

	/** ImageJ's own count of pixels: twice the size has four times as many, and starts at the pixel's corner. */
	@Test
	void imageJCountsWhatTheMapSays() {
		Homography twice = Homography.of(2, 0, 0.5, 0, 2, 0.5, 0, 0, 1);
		for (Roi roi : new Roi[] { new Roi(10, 20, 30, 40), new PolygonRoi(new int[] { 10, 40, 40, 10 }, new int[] { 20, 20, 60, 60 }, 4, Roi.POLYGON) }) {
			Roi flat = MappedRois.of(List.of(roi), twice, 200, 200).rois().get(0);
			assertEquals(new Rectangle(20, 40, 60, 80), flat.getBounds());
			ByteProcessor picture = new ByteProcessor(200, 200);
			picture.setRoi(flat);
			assertEquals(60 * 80, picture.getStatistics().pixelCount);
		}
	}

	/** A ring, in quarters curved: outside, in the ring and in the hole every pixel stays what it is. */
	@Test
	void holesStayHoles() {
		ShapeRoi ring = new ShapeRoi(new Roi(300, 200, 200, 200)).not(new ShapeRoi(new OvalRoi(350, 250, 100, 100)));
		Path2D curved = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		curved.append(new Ellipse2D.Double(300, 200, 200, 200), false);
		curved.append(new Ellipse2D.Double(350.5, 250.5, 99, 99), false);
		for (ShapeRoi shape : new ShapeRoi[] { ring, new ShapeRoi(curved) }) {
			Roi flat = mapped(shape);
			assertInstanceOf(ShapeRoi.class, flat);
			int inside = 0, off = 0;
			for (int y = 0; y < 900; y += 3)
				for (int x = 0; x < 1100; x += 3) {
					double[] source = TILT.inverse().map(x, y);
					boolean expected = shape.containsPoint(source[0] + 0.5, source[1] + 0.5);
					if (expected) inside++;
					if (!agrees(flat, x + 0.5, y + 0.5, expected)) off++;
				}
			assertTrue(inside > 2000, inside + " inside");
			assertEquals(0, off);
			ShapeRoi again = (ShapeRoi) back(flat);
			assertEquals(2, again.getRois().length);
			Rectangle2D expected = shape.getFloatPolygon().getFloatBounds(), box = again.getFloatPolygon().getFloatBounds();
			assertEquals(expected.getX(), box.getX(), 0.01);
			assertEquals(expected.getMaxY(), box.getMaxY(), 0.01);
		}
	}

	/** Somewhere within the tolerance of a curve. */
	private static boolean agrees(Roi roi, double x, double y, boolean inside) {
		return roi.containsPoint(x, y) == inside || roi.containsPoint(x - 0.01, y) == inside || roi.containsPoint(x + 0.01, y) == inside ||
			roi.containsPoint(x, y - 0.01) == inside || roi.containsPoint(x, y + 0.01) == inside;
	}

	@Test
	void textAndPicturesAreMoved() {
		TextRoi text = new TextRoi(100.5, 200, "A1\nB2");
		text.setAngle(30);
		ImageRoi picture = new ImageRoi(100, 200, new ByteProcessor(31, 21));
		picture.setOpacity(0.5);
		for (Roi roi : new Roi[] { text, picture }) {
			double x = roi.getFloatBounds().getCenterX(), y = roi.getFloatBounds().getCenterY();
			Roi flat = mapped(roi);
			double[] middle = TILT.map(x - 0.5, y - 0.5);
			assertEquals(middle[0] + 0.5, flat.getFloatBounds().getCenterX(), TOLERANCE);
			assertEquals(middle[1] + 0.5, flat.getFloatBounds().getCenterY(), TOLERANCE);
			assertEquals(roi.getFloatBounds().width, flat.getFloatBounds().width);
			assertEquals(roi.getFloatBounds().x, back(flat).getFloatBounds().x, TOLERANCE);
			assertEquals(roi.getClass(), flat.getClass());
		}
		assertEquals("A1\nB2\n", ((TextRoi) mapped(text)).getText());
		assertEquals(30, ((TextRoi) mapped(text)).getAngle());
		assertEquals(0.5, ((ImageRoi) mapped(picture)).getOpacity());
	}

	@Test
	void roundedCornersStayRound() {
		Roi rounded = new Roi(300, 200, 200, 100, 40);
		Roi flat = mapped(rounded);
		assertTrue(flat.getFloatPolygon().npoints > 16);
		assertTrue(!flat.containsPoint(TILT.map(301, 201)[0], TILT.map(301, 201)[1]), "the corner is outside");
		Rectangle box = new PolygonRoi(back(flat).getFloatPolygon(), Roi.FREEROI).getBounds();
		assertTrue(Math.abs(box.x - 300) <= 1 && Math.abs(box.width - 200) <= 2, box.toString());
	}

	/** A fine outline along pixels would have a handle at each step. */
	@Test
	void aFineTracedOutlineIsFreehand() {
		Polygon stairs = new Polygon();
		for (int i = 0; i < 30; i++) {
			stairs.addPoint(200 + i, 200 + i);
			stairs.addPoint(201 + i, 200 + i);
		}
		stairs.addPoint(200, 230);
		assertEquals(Roi.FREEROI, mapped(new PolygonRoi(stairs, Roi.TRACED_ROI)).getType());
	}
}
