package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.databind.JsonNode;

class QuadTest {

	/** Quads that other programs put into a wrong order, here in the right one. */
	static Stream<Arguments> quads() {
		return Stream.of( //
			Arguments.of("imutils issue 221", points(1604, 934, 1693, 797, 1693, 923, 1627, 1095)), //
			Arguments.of("imutils issue 12", points(2153, 1551, 2161, 1552, 2138, 1774, 2130, 1773)), //
			Arguments.of("imutils issue 195", points(255, 551, 482, 516, 481, 580, 254, 615)), //
			Arguments.of("imutils pull request 13", points(5, 1, 6, 1, 2, 3, 1, 3)), //
			Arguments.of("standing on a corner", points(0, -1, 1, 0, 0, 1, -1, 0)), //
			Arguments.of("keystone", points(100, 0, 300, 0, 400, 200, 0, 200)));
	}

	private static double[][] points(double... coordinates) {
		double[][] points = new double[coordinates.length / 2][];
		for (int i = 0; i < points.length; i++)
			points[i] = new double[] { coordinates[2 * i], coordinates[2 * i + 1] };
		return points;
	}

	private static List<double[][]> permutations(double[][] points) {
		List<double[][]> all = new ArrayList<>();
		for (int a = 0; a < 4; a++)
			for (int b = 0; b < 4; b++)
				for (int c = 0; c < 4; c++)
					if (a != b && b != c && a != c) all.add(new double[][] { points[a], points[b], points[c], points[6 - a - b - c] });
		assertEquals(24, all.size());
		return all;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("quads")
	void everyOrderLeadsToTheUprightOne(String name, double[][] upright) {
		for (double[][] mixed : permutations(upright))
			assertArrayEquals(upright, Quad.ordered(mixed).corners());
	}

	@Test
	void sharedCasesAreOrdered() throws IOException {
		for (JsonNode one : RectifyCases.of("cases", "o"))
			for (double[][] mixed : permutations(RectifyCases.points(one.get("points_unordered"))))
				assertArrayEquals(RectifyCases.points(one.get("src")), Quad.ordered(mixed).corners(), one.get("id").asText());
	}

	/** A page turned by any angle: its own top left is found up to 45 degrees. */
	@Test
	void upTo45DegreesTheTopStaysTheTop() {
		for (int angle = -44; angle <= 45; angle++) {
			double[][] page = Scene.rectangle(210, 297, 1e6, 0, 0, angle);
			assertArrayEquals(page, Quad.ordered(new double[][] { page[2], page[0], page[3], page[1] }).corners(), "turned by " + angle);
			assertEquals(angle, Math.toDegrees(Quad.ordered(page).turn()), 1e-9);
		}
		double[][] page = Scene.rectangle(210, 297, 1e6, 0, 0, 60);
		assertArrayEquals(new double[][] { page[3], page[0], page[1], page[2] }, Quad.ordered(page).corners());
	}

	@Test
	void clockwiseIsKeptAsDrawn() {
		double[][] upsideDown = points(400, 200, 0, 200, 100, 0, 300, 0);
		assertArrayEquals(upsideDown, Quad.of(upsideDown).corners());
		assertArrayEquals(points(100, 0, 300, 0, 400, 200, 0, 200), Quad.of(points(400, 200, 300, 0, 100, 0, 0, 200)).corners());
		assertArrayEquals(points(100, 0, 300, 0, 400, 200, 0, 200), Quad.of(points(100, 0, 400, 200, 300, 0, 0, 200)).corners());
	}

	@Test
	void anyCornerCanBeTheFirst() {
		Quad quad = Quad.of(points(100, 0, 300, 0, 400, 200, 0, 200));
		assertArrayEquals(points(400, 200, 0, 200, 100, 0, 300, 0), quad.startingAt(2).corners());
		assertArrayEquals(quad.corners(), quad.startingAt(0).corners());
		assertArrayEquals(new double[] { 200, Math.hypot(100, 200), 400, Math.hypot(100, 200) }, quad.sides(), 1e-12);
		assertEquals(60000, quad.area());
	}

	@Test
	void pictureCoversItsPixels() {
		Quad picture = Quad.ofPicture(640, 480);
		assertEquals(640 * 480, picture.area());
		Homography onto = Quad.of(points(10, 10, 110, 10, 110, 60, 10, 60)).onto(picture);
		assertArrayEquals(new double[] { -0.5, 479.5 }, onto.map(10, 60), 1e-10);
	}

	@Test
	void callersKeepTheirPoints() {
		double[][] mine = points(100, 0, 300, 0, 400, 200, 0, 200);
		Quad quad = Quad.of(mine);
		mine[0][0] = -7;
		quad.corners()[1][0] = -7;
		assertArrayEquals(points(100, 0, 300, 0, 400, 200, 0, 200), quad.corners());
	}

	@Test
	void outlineOfAQuadIsTheQuad() {
		double[][] corners = points(120, 80, 900, 140, 840, 700, 60, 610);
		assertCorners(corners, Quad.ofOutline(corners), 1e-9);
		assertCorners(corners, Quad.ofOutline(wobbling(corners, 0, 0, 400, 1)), 1e-9);
	}

	/** A hand that wobbles by two pixels and cuts the corners: the hull alone would be too large by about the wobble. */
	@Test
	void freehandIsEvenedOut() {
		double[][] corners = points(120, 80, 900, 140, 840, 700, 60, 610);
		for (int seed = 0; seed < 20; seed++)
			assertCorners(corners, Quad.ofOutline(wobbling(corners, 2, 0.05, 400, seed)), 2);
	}

	@Test
	void aDentedOutlineKeepsItsQuad() {
		assertCorners(points(0, 0, 1000, 0, 1000, 600, 0, 600), Quad.ofOutline(points(0, 0, 480, 0, 500, 150, 520, 0, 1000, 0, 1000, 600, 0, 600)), 1e-9);
	}

	@Test
	void anOctagonLosesFourSides() {
		Quad quad = Quad.ofOutline(points(10, 0, 90, 0, 100, 8, 100, 52, 90, 60, 10, 60, 0, 52, 0, 8));
		assertCorners(points(0, 0, 100, 0, 100, 60, 0, 60), quad, 1e-9);
	}

	private static void assertCorners(double[][] expected, Quad quad, double tolerance) {
		for (int i = 0; i < 4; i++)
			assertTrue(Math.hypot(expected[i][0] - quad.corners()[i][0], expected[i][1] - quad.corners()[i][1]) <= tolerance,
				"corner " + (i + 1) + " is at " + quad.corners()[i][0] + ", " + quad.corners()[i][1]);
	}

	/** @param cut part of each side that is left out at both of its ends */
	private static double[][] wobbling(double[][] corners, double sigma, double cut, int count, long seed) {
		Random random = new Random(seed);
		double[][] outline = new double[count][];
		for (int i = 0; i < count; i++) {
			int side = 4 * i / count;
			double t = cut + (1 - 2 * cut) * (4.0 * i / count - side);
			double[] a = corners[side], b = corners[(side + 1) % 4];
			outline[i] = new double[] { a[0] + t * (b[0] - a[0]) + sigma * random.nextGaussian(), a[1] + t * (b[1] - a[1]) + sigma * random.nextGaussian() };
		}
		return outline;
	}
}
