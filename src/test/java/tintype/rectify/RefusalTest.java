package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tintype.TintypeException;

/** What no map can be made of is refused, in a sentence that names the points as the user counts them. */
class RefusalTest {

	private static final double[][] SHEET = { { 0, 0 }, { 297, 0 }, { 297, 210 }, { 0, 210 } };

	private static final double[][] QUAD = { { 31, 20 }, { 178, 32 }, { 169, 150 }, { 19, 138 } };

	static Stream<Arguments> cases() {
		return Stream.of( //
			Arguments.of(points(1, 2, 3, 4), points(1, 2, 3, 4), "needs at least 4 pairs of points, and there are only 2: add 2 more"), //
			Arguments.of(QUAD, points(0, 0, 1, 0, 1, 1, 0, 1, 2, 2), "4 source points but 5 target points"), //
			Arguments.of(points(0, 0, 9, Double.NaN, 9, 9, 0, 9), SHEET, "Source point 2 is not a position: it has the coordinates [9.0, NaN]"), //
			Arguments.of(QUAD, points(0, 0, 9, 0, Double.POSITIVE_INFINITY, 9, 0, 9), "Target point 3 is not a position"), //
			Arguments.of(points(5, 5, 90, 7, 5, 5, 8, 80), SHEET, "Source points 1 and 3 are the same"), //
			Arguments.of(QUAD, points(7, 7, 7, 7, 7, 7, 7, 7), "Target points 1, 2, 3 and 4 are the same"), //
			Arguments.of(points(0, 0, 50, 50, 100, 100, 0, 100), SHEET, "Source points 1, 2 and 3 lie on one line"), //
			Arguments.of(points(0, 0, 50, 0, 60, 80, 100, 0), SHEET, "Source points 1, 2 and 4 lie on one line"), //
			Arguments.of(points(0.1, 0.1, 0.2, 0.2, 0.7, 0.7, 0, 1), SHEET, "Source points 1, 2 and 3 lie on one line"), //
			Arguments.of(points(500000.1, 5800000.1, 500010.1, 5800020.1, 500030.1, 5800060.1, 500000, 5800070), SHEET,
				"Source points 1, 2 and 3 lie on one line"), //
			Arguments.of(points(0, 1e-9, 10, 5, 20, 10, 40, 20), SHEET, "Source points 1, 2, 3 and 4 lie on one line"), //
			Arguments.of(QUAD, points(0, 0, 9, 9, 4, 4, 0, 9), "Target points 1, 2 and 3 lie on one line"), //
			Arguments.of(points(0, 0, 50, 50 - 4e-7, 100, 100, 0, 100), SHEET, "Source points 1, 2 and 3 are so nearly on one line"), //
			Arguments.of(points(0, 0, 100, 0, 20, 20, 0, 100), SHEET, "Source point 3 lies inside the triangle of the other three"), //
			Arguments.of(QUAD, points(60, 60, 100, 0, 120, 120, 0, 100), "Target point 1 lies inside the triangle of the other three"), //
			Arguments.of(points(0, 0, 100, 7, 40, 90, 45, 30), points(30, 18, 60, 0, 30, 50, 3, 1),
				"Source point 4 lies inside the triangle of the other three, but in the target point 1 does"), //
			Arguments.of(points(0, 0, 100, 0, 0, 100, 100, 100), SHEET, "The sides 2-3 and 4-1 of the source cross: swap points 3 and 4, or let"), //
			Arguments.of(points(0, 0, 100, 100, 100, 0, 0, 100), SHEET, "The sides 1-2 and 3-4 of the source cross: swap points 2 and 3, or let"), //
			Arguments.of(QUAD, points(0, 0, 100, 0, 0, 100, 100, 100), "The sides 2-3 and 4-1 of the target cross"), //
			Arguments.of(points(0, 0, 100, 0, 0, 100, 100, 100), points(0, 0, 100, 100, 100, 0, 0, 100), "in different orders"), //
			Arguments.of(points(0, 0, 10, 0, 20, 0, 30, 0, 5, 40), points(0, 0, 10, 0, 20, 0, 30, 0, 5, 40),
				"Source points 1, 2, 3 and 4 lie on one line, and at most one position is left"), //
			Arguments.of(points(0, 0, 5, 40, 10, 0, 20, 0, 30, 0, 5, 40), points(0, 0, 5, 40, 10, 0, 20, 0, 30, 0, 5, 40),
				"Source points 1, 3, 4 and 5 lie on one line"), //
			Arguments.of(points(0, 0, 9, 0, 0, 0, 9, 9, 9, 9), points(0, 0, 9, 0, 1, 0, 9, 9, 9, 8), "Source points 1 and 3 are the same"));
	}

	private static double[][] points(double... coordinates) {
		double[][] points = new double[coordinates.length / 2][];
		for (int i = 0; i < points.length; i++)
			points[i] = new double[] { coordinates[2 * i], coordinates[2 * i + 1] };
		return points;
	}

	@ParameterizedTest(name = "{2}")
	@MethodSource("cases")
	void theSentenceNamesThePoints(double[][] source, double[][] target, String expected) {
		assertRefused(expected, () -> HomographyFit.of(new PointPairs(source, target)));
	}

	private static void assertRefused(String expected, Runnable what) {
		String sentence = assertThrows(TintypeException.class, what::run).getMessage();
		assertTrue(sentence.contains(expected), sentence);
		assertTrue(sentence.endsWith("."), sentence);
	}

	/** The last point is mapped from behind the camera. */
	@Test
	void moreThanFourPairsMustShareASideOfTheHorizon() {
		double[][] source = { { 0, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 }, { 50, 50 }, { 50, -900 } };
		Homography far = Homography.of(1, 0, 0, 0, 1, 0, 0, 0.002, 1);
		double[][] target = Arrays.stream(source).map(each -> far.map(each[0], each[1])).toArray(double[][]::new);
		assertRefused("sends its horizon between the points, with pair 6 beyond it", () -> HomographyFit.of(new PointPairs(source, target)));
	}

	@Test
	void aQuadNeedsFourCornersThatStickOut() {
		assertRefused("has 4 corners, not 3", () -> Quad.of(points(0, 0, 1, 0, 1, 1)));
		assertRefused("Corner point 2 lies inside", () -> Quad.of(points(0, 0, 20, 20, 100, 0, 0, 100)));
		assertRefused("Corner points 1, 2 and 3 lie on one line", () -> Quad.ordered(points(0, 0, 20, 20, 100, 100, 0, 100)));
		assertRefused("Corner points 2 and 4 are the same", () -> Quad.of(points(0, 0, 20, 20, 100, 0, 20, 20)));
		assertRefused("Corner point 4 is not a position", () -> Quad.of(points(0, 0, 20, 20, 100, 0, 20, Double.NaN)));
	}

	@Test
	void anOutlineNeedsAnArea() {
		assertRefused("The outline has 0 corners that stick out", () -> Quad.ofOutline(new double[0][]));
		assertRefused("The outline has 3 corners that stick out", () -> Quad.ofOutline(points(0, 0, 9, 0, 5, 1, 0, 9)));
		assertRefused("The outline has 2 corners that stick out", () -> Quad.ofOutline(points(0, 0, 3, 3, 9, 9, 5, 5)));
		assertRefused("Outline point 2 is not a position", () -> Quad.ofOutline(points(0, 0, Double.NaN, 3, 9, 9, 5, 5)));
	}

	/** Swapped in pairs about the middle, these fit a map whose w is 0 there. */
	@Test
	void aHorizonThroughTheMiddleIsRefused() {
		double[][] source = points(-1, -1, 1, -1, 1, 1, -1, 1, 0, -2, 0, 2), target = points(1, -1, -1, -1, 1, 1, -1, 1, 0, -2, 0, 2);
		assertRefused("horizon", () -> HomographyFit.of(new PointPairs(source, target)));
	}

	@Test
	void fewPointsOnALineAmongManyDoNotMatter() {
		double[][] source = points(0, 0, 10, 0, 20, 0, 30, 0, 5, 40, 30, 35);
		assertEquals(0, HomographyFit.of(new PointPairs(source, source)).rms(), 1e-12);
	}

	/** A corner that was clicked twice counts twice. */
	@Test
	void repeatedPointsAmongManyAreClicksToo() {
		HomographyFit fit = HomographyFit.of(new PointPairs(points(0, 0, 10, 0, 10, 10, 0, 10, 0, 10), points(0, 0, 10, 0, 10, 10, 0, 10, 0, 11)));
		assertArrayEquals(new double[] { 0, 10.5 }, fit.homography().map(0, 10), 1e-9);
	}
}
