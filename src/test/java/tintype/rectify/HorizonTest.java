package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A road that runs to a horizon at y = 100, seen from below it: w = (y - 100) / 100. */
class HorizonTest {

	private static final Homography ROAD = Homography.of(1, 0.5, -100, 0.1, 2, 0, 0, 0.01, -1);
	private static final int SIZE = 500;
	private static final Horizon HORIZON = new Horizon(ROAD, SIZE, SIZE);

	@Test
	void pointsBeforeItShow() {
		assertTrue(HORIZON.shows(0, 101));
		assertFalse(HORIZON.shows(0, 100));
		assertFalse(HORIZON.shows(0, 99));
		assertFalse(HORIZON.shows(0, 100 + 1e-6), "its image is farther than a million pixels");
	}

	@Test
	void whatLiesBeforeItIsWhole() {
		List<double[]> ring = List.of(point(0, 150), point(300, 160), point(250, 400));
		Horizon.Part part = HORIZON.area(ring);
		assertTrue(part.whole());
		for (int i = 0; i < 3; i++)
			assertArrayEquals(ROAD.map(ring.get(i)[0], ring.get(i)[1]), part.points().get(i), 1e-9);
		assertEquals(3, HORIZON.line(ring).points().size());
	}

	@Test
	void whatLiesBeyondItIsGone() {
		List<double[]> beyond = List.of(point(0, 50), point(300, 60), point(250, 90));
		assertTrue(HORIZON.area(beyond).points().isEmpty());
		assertTrue(HORIZON.line(beyond).points().isEmpty());
		assertFalse(HORIZON.line(beyond).whole());
	}

	/** Asked point by point: in the window, inside after the cut is inside before the map. */
	@Test
	void anAreaIsCutToTheWindow() {
		double[][] outline = { { -50, 300 }, { 20, 40 }, { 120, 60 }, { 90, 130 }, { 150, 120 }, { 200, 20 }, { 400, 350 } };
		Horizon.Part part = HORIZON.area(List.of(outline));
		assertFalse(part.whole());
		Path2D before = path(List.of(outline)), after = path(part.points());
		Homography back = ROAD.inverse();
		Random random = new Random(3);
		int inside = 0;
		for (int i = 0; i < 20000; i++) {
			double u = -SIZE - 0.5 + 3 * SIZE * random.nextDouble(), v = -SIZE - 0.5 + 3 * SIZE * random.nextDouble();
			double[] source = back.map(u, v);
			boolean expected = back.denominator(u, v) > 0 && before.contains(source[0], source[1]);
			assertEquals(expected, after.contains(u, v), "at " + u + ", " + v);
			if (expected) inside++;
		}
		assertTrue(inside > 2000 && inside < 18000, inside + " inside");
		for (double[] each : part.points())
			assertTrue(Math.abs(each[0] - (SIZE - 1) / 2.0) < 1.5 * SIZE + 1e-6 && Math.abs(each[1] - (SIZE - 1) / 2.0) < 1.5 * SIZE + 1e-6);
	}

	@Test
	void aLineEndsAtTheWindow() {
		Horizon.Part part = HORIZON.line(List.of(point(100, 300), point(100, 40)));
		assertFalse(part.whole());
		assertEquals(2, part.points().size());
		assertArrayEquals(ROAD.map(100, 300), part.points().get(0), 1e-9);
		double[] end = part.points().get(1);
		double side = Math.max(Math.abs(end[0] - (SIZE - 1) / 2.0), Math.abs(end[1] - (SIZE - 1) / 2.0));
		assertEquals(1.5 * SIZE, side, 1e-6);
		double[] source = ROAD.inverse().map(end[0], end[1]);
		assertEquals(100, source[0], 1e-9);
	}

	/** A line that comes back from beyond would be two, and no selection holds two. */
	@Test
	void aLineInTwoPartsIsDropped() {
		assertTrue(HORIZON.line(List.of(point(100, 300), point(150, 40), point(200, 300))).points().isEmpty());
		assertEquals(3, HORIZON.line(List.of(point(100, 40), point(150, 300), point(200, 40))).points().size());
		assertEquals(4, HORIZON.line(List.of(point(100, 40), point(150, 300), point(160, 290), point(200, 40))).points().size());
	}

	private static double[] point(double x, double y) {
		return new double[] { x, y };
	}

	private static Path2D path(List<double[]> ring) {
		Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		path.moveTo(ring.get(0)[0], ring.get(0)[1]);
		for (double[] each : ring.subList(1, ring.size()))
			path.lineTo(each[0], each[1]);
		path.closePath();
		return path;
	}
}
