package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import tintype.rectify.Homography;

/** What selections keep besides their shape, and what is told of those that reach the horizon. */
class RoiAttributesTest {

	private static final Homography TILT = Homography.of(1.4, 0.2, 10, -0.1, 1.7, 20, 1e-4, 4e-4, 1);

	/** The horizon is at y = 100, and what is farther down has an image. */
	private static final Homography ROAD = Homography.of(1, 0.5, -100, 0.1, 2, 0, 0, 0.01, -1);

	private static Roi mapped(Roi roi) {
		return MappedRois.of(List.of(roi), TILT, 500, 500).rois().get(0);
	}

	private static Roi marked(Roi roi) {
		roi.setName("well A1");
		Silence.during(() -> group(roi));
		roi.setStrokeColor(new Color(10, 200, 30, 128));
		roi.setFillColor(new Color(1, 2, 3, 4));
		roi.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] { 4, 2 }, 0));
		roi.setPosition(2, 3, 4);
		roi.setProperty("sample", "µ: 5\nline two\\");
		roi.setProperty("a: b", "c");
		return roi;
	}

	/** ImageJ prints that it has no colours for groups without its folder of lookup tables. */
	private static Roi group(Roi roi) {
		roi.setGroup(3);
		return roi;
	}

	@Test
	void everythingButTheShapeStays() {
		float[] x = { 10, 90, 50 }, y = { 10, 20, 90 };
		Roi[] rois = { new Roi(10, 20, 30, 40), new PolygonRoi(x, y, Roi.POLYGON), new PolygonRoi(x, y, Roi.POLYLINE), new PointRoi(x, y),
			new Line(10, 20, 30, 40), new Arrow(10, 20, 30, 40), new ShapeRoi(new Roi(10, 20, 30, 40)).xor(new ShapeRoi(new Roi(20, 30, 30, 40))) };
		for (Roi roi : rois) {
			Roi flat = mapped(marked(roi));
			assertEquals("well A1", flat.getName());
			assertEquals(3, flat.getGroup());
			assertEquals(roi.getStrokeColor(), flat.getStrokeColor());
			assertEquals(roi.getFillColor(), flat.getFillColor());
			assertEquals(roi.getStroke(), flat.getStroke());
			assertTrue(flat.hasHyperStackPosition());
			assertArrayEquals(new int[] { 2, 3, 4 }, new int[] { flat.getCPosition(), flat.getZPosition(), flat.getTPosition() });
			assertEquals(2, flat.getPropertyCount());
			assertEquals("µ: 5\nline two\\", flat.getProperty("sample"));
			assertEquals("c", flat.getProperty("a: b"));
		}
	}

	@Test
	void slicesStay() {
		Roi roi = new Roi(1, 2, 3, 4), points = new PointRoi(10, 20);
		roi.setPosition(7);
		points.setPosition(7);
		assertEquals(7, mapped(roi).getPosition());
		assertEquals(7, mapped(points).getPosition());
		assertFalse(mapped(roi).hasHyperStackPosition());
		assertEquals(0, mapped(new PointRoi(10, 20)).getPosition());
	}

	@Test
	void aThinLineOnTheScreenStaysThin() {
		Roi roi = new Roi(1, 2, 3, 4);
		roi.setUnscalableStrokeWidth(2);
		assertFalse(mapped(roi).getScaleStrokeWidth());
		assertEquals(2, mapped(roi).getStrokeWidth());
	}

	@Test
	void arrowsKeepTheirStyle() {
		Arrow arrow = new Arrow(10, 20, 100, 200);
		arrow.setStyle("open outline double large");
		arrow.setStrokeWidth(5);
		Arrow flat = (Arrow) mapped(arrow);
		assertEquals(Arrow.OPEN, flat.getStyle());
		assertTrue(flat.getOutline() && flat.getDoubleHeaded());
		assertEquals(15, flat.getHeadSize());
		assertEquals(5, flat.getStrokeWidth());
	}

	@Test
	void pointsKeepTheirCountersAndSlices() {
		PointRoi points = new PointRoi();
		for (int i = 0; i < 5; i++) {
			points.setCounter(i % 3);
			points.addPoint(100 + 10 * i, i == 2 ? 50 : 200, i + 1);
		}
		points.setPointType(PointRoi.CIRCLE);
		points.setSize(4);
		points.setShowLabels(true);
		MappedRois mapped = MappedRois.of(List.of(points), ROAD, 500, 500);
		PointRoi flat = (PointRoi) mapped.rois().get(0);
		assertEquals(1, mapped.cut());
		assertEquals(4, flat.size());
		int[] kept = { 0, 1, 3, 4 };
		for (int i = 0; i < 4; i++) {
			assertEquals(points.getCounter(kept[i]), flat.getCounter(i));
			assertEquals(points.getPointPosition(kept[i]), flat.getPointPosition(i));
		}
		assertEquals(PointRoi.CIRCLE, flat.getPointType());
		assertEquals(points.getSize(), flat.getSize());
		assertTrue(flat.getShowLabels());
	}

	@Test
	void theHorizonIsTold() {
		Roi before = new Roi(10, 150, 20, 20), across = new Roi(10, 50, 200, 200), beyond = new Roi(10, 20, 30, 30);
		Roi point = new PointRoi(10, 99), line = new Line(10, 20, 200, 200), angle = new PolygonRoi(new float[] { 10, 20, 300 }, new float[] { 200, 50, 200 },
			Roi.ANGLE);
		Overlay overlay = new Overlay();
		for (Roi each : new Roi[] { before, across, beyond, point, line, angle })
			overlay.add(each);
		overlay.drawLabels(true);
		overlay.setLabelColor(Color.RED);
		MappedRois mapped = MappedRois.of(overlay, ROAD, 500, 500);
		assertEquals(3, mapped.rois().size());
		assertEquals(2, mapped.cut());
		assertEquals(3, mapped.lost());
		assertEquals("Beyond the horizon: 3 of 6 selections left out, 2 cut.", mapped.remark());
		assertTrue(mapped.rois().get(1).getBounds().height <= 1501);
		Overlay flat = mapped.overlay(overlay);
		assertEquals(3, flat.size());
		assertTrue(flat.getDrawLabels());
		assertEquals(Color.RED, flat.getLabelColor());
		assertEquals(6, overlay.size());
	}

	@Test
	void anImageGetsTheOverlay() {
		ImagePlus photo = new ImagePlus("photo", new ByteProcessor(300, 300)), flat = new ImagePlus("flat", new ByteProcessor(500, 500));
		assertEquals("", MappedRois.mapOverlay(photo, flat, ROAD).remark());
		assertNull(flat.getOverlay());
		photo.setOverlay(new Overlay(new Roi(10, 150, 20, 20)));
		MappedRois.mapOverlay(photo, flat, ROAD);
		assertEquals(1, flat.getOverlay().size());
		assertEquals(1, photo.getOverlay().size());
	}
}
