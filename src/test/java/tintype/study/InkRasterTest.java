package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class InkRasterTest {

	/** A dot, and a line with two round ends. */
	@Test
	void inkHasTheAreaOfTheLine() {
		InkRaster dot = new InkRaster(28);
		dot.draw(new double[] { 13.7, 14.2 }, new double[] { 13.7, 14.2 }, 6, 6, 1);
		assertEquals(Math.PI * 36, Arrays.stream(dot.ink()).sum(), 0.5);
		InkRaster line = new InkRaster(28);
		line.draw(new double[] { 6, 8 }, new double[] { 18, 17 }, 2.5, 2.5, 1);
		assertEquals(15 * 5 + Math.PI * 6.25, Arrays.stream(line.ink()).sum(), 0.5);
	}

	@Test
	void whatLiesBesideTheSheetIsCutOff() {
		InkRaster sheet = new InkRaster(10);
		sheet.draw(new double[] { -50, 5 }, new double[] { 60, 5 }, 1, 1, 1);
		assertEquals(20, Arrays.stream(sheet.ink()).sum(), 1e-9);
		sheet.draw(new double[] { 30, 30 }, new double[] { 40, 40 }, 1, 1, 1);
		assertEquals(20, Arrays.stream(sheet.ink()).sum(), 1e-9);
	}

	@Test
	void lineMeetsItsPoints() {
		double[][] points = { { 0, 0 }, { 1, 2 }, { 3, 1 } };
		double[][] line = PenLine.through(points);
		assertEquals(13, line.length);
		for (int i = 0; i < points.length; i++)
			assertArrayEquals(points[i], line[6 * i], 1e-12);
	}

	/** Between evenly spaced points of a straight line the spline is that line. */
	@Test
	void straightStaysStraight() {
		for (double[] point : PenLine.through(new double[][] { { 0, 1 }, { 1, 3 }, { 2, 5 }, { 3, 7 } }))
			assertEquals(1 + 2 * point[0], point[1], 1e-12);
	}
}
