package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.DoubleFunction;

import org.junit.jupiter.api.Test;

class CurveSamplesTest {

	private static final Homography TILT = Homography.of(1.4, 0.2, 10, -0.1, 1.7, 20, 1e-4, 4e-4, 1);
	private static final Horizon HORIZON = new Horizon(TILT, 3000, 3000);

	private static DoubleFunction<double[]> circle(double radius) {
		return turn -> new double[] { 1000 + radius * Math.cos(2 * Math.PI * turn), 1000 + radius * Math.sin(2 * Math.PI * turn) };
	}

	/** The image of the true circle, asked at 50000 points, keeps within the tolerance of the polygon. */
	@Test
	void thePolygonKeepsToTheCurve() {
		for (double radius : new double[] { 2, 30, 900 }) {
			List<double[]> points = CurveSamples.of(circle(radius), 72, HORIZON).stream().map(each -> TILT.map(each[0], each[1])).toList();
			assertEquals(0, points.size() % 72);
			double worst = 0;
			for (int i = 0; i < 50000; i++) {
				double turn = i / 50000.0;
				double[] on = circle(radius).apply(turn), image = TILT.map(on[0], on[1]);
				int piece = (int) (turn * points.size());
				double[] from = points.get(piece), to = points.get((piece + 1) % points.size());
				worst = Math.max(worst, Line2D.ptSegDist(from[0], from[1], to[0], to[1], image[0], image[1]));
			}
			assertTrue(worst < 0.0101, "radius " + radius + ": " + worst);
		}
	}

	@Test
	void aSmallCircleNeedsNoMore() {
		assertEquals(72, CurveSamples.of(circle(2), 72, HORIZON).size());
	}

	@Test
	void theEndIsLeftOut() {
		List<double[]> points = CurveSamples.of(t -> new double[] { t, 0 }, 4, HORIZON);
		assertArrayEquals(new double[][] { { 0, 0 }, { 0.25, 0 }, { 0.5, 0 }, { 0.75, 0 } }, points.toArray(double[][]::new));
	}
}
