package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;

/** Each kind of selection, drawn around or upon the same four pixel centres. */
class DrawnPointsTest {

	private static final float[] X = { 10, 40, 40, 10 };
	private static final float[] Y = { 20, 20, 60, 60 };
	private static final double[][] CENTRES = { { 10, 20 }, { 40, 20 }, { 40, 60 }, { 10, 60 } };

	@Test
	void pointsAndLinesAreCentresAlready() {
		assertPoints(CENTRES, false, new PointRoi(X, Y));
		assertPoints(CENTRES, false, new PolygonRoi(X, Y, Roi.POLYLINE));
		assertPoints(new double[][] { { 1.25, 2 }, { 3, 4.5 } }, false, new Line(1.25, 2, 3, 4.5));
	}

	@Test
	void areasAreDrawnBetweenPixels() {
		double[][] shifted = Arrays.stream(CENTRES).map(each -> new double[] { each[0] - 0.5, each[1] - 0.5 }).toArray(double[][]::new);
		assertPoints(shifted, false, new PolygonRoi(X, Y, Roi.POLYGON));
		assertPoints(shifted, false, new Roi(10, 20, 30, 40));
	}

	/** A rotated rectangle, around its axis from (10, 10) to (50, 40), 20 wide. */
	@Test
	void aRotatedRectangleHasItsFourCorners() {
		assertPoints(new double[][] { { 15.5, 1.5 }, { 55.5, 31.5 }, { 43.5, 47.5 }, { 3.5, 17.5 } }, false, new RotatedRectRoi(10, 10, 50, 40, 20));
	}

	@Test
	void aShapeTracedByHandIsAnOutline() {
		assertTrue(DrawnPoints.of(new PolygonRoi(new float[] { 1, 5, 10, 11, 2 }, new float[] { 1, 1, 2, 12, 13 }, Roi.FREEROI)).outline());
		assertTrue(DrawnPoints.of(new EllipseRoi(0, 0, 20, 10, 0.5)).outline());
	}

	@Test
	void severalPartsAreTheirHull() {
		DrawnPoints points = DrawnPoints.of(new ShapeRoi(new Roi(0, 0, 5, 5)).or(new ShapeRoi(new Roi(20, 20, 5, 5))));
		assertTrue(points.outline());
		assertEquals(6, points.points().size());
	}

	@Test
	void withoutASelectionThePointsOfTheOverlayCount() {
		ImagePlus imp = new ImagePlus("plate", new ByteProcessor(100, 100));
		assertEquals(0, DrawnPoints.of(imp).points().size());
		Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
		for (int i = 0; i < X.length; i++)
			overlay.add(new PointRoi(X[i], Y[i]));
		imp.setOverlay(overlay);
		assertArrayEquals(CENTRES, DrawnPoints.of(imp).points().toArray(double[][]::new));
		imp.setRoi(new PointRoi(7, 8));
		assertArrayEquals(new double[][] { { 7, 8 } }, DrawnPoints.of(imp).points().toArray(double[][]::new));
	}

	private static void assertPoints(double[][] expected, boolean outline, Roi roi) {
		DrawnPoints drawn = DrawnPoints.of(roi);
		assertEquals(expected.length, drawn.points().size());
		for (int i = 0; i < expected.length; i++)
			assertArrayEquals(expected[i], drawn.points().get(i), 1e-6);
		assertEquals(outline, drawn.outline());
	}
}
