package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DirectLinearTransformTest {

	/** The notebook of the post that the command follows: corners as (x, y), in reading order. */
	private static final double[][] NOTEBOOK = { { 67, 448 }, { 129, 602 }, { 392, 362 }, { 494, 483 } };

	private static final double[][] PAGE = { { 78, 386 }, { 78, 552 }, { 453, 386 }, { 453, 552 } };

	private static final double[][] QUAD = { { 310.25, 205.5 }, { 1780.75, 322.125 }, { 1693.5, 1502.25 }, { 190.0, 1388.875 } };

	private static final double[][] SHEET = rectangle(297, 210);

	private static double[][] rectangle(double width, double height) {
		return new double[][] { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } };
	}

	static Stream<Arguments> cases() {
		return Stream.of( //
			Arguments.of("a sheet", QUAD, SHEET, 1e-14), //
			Arguments.of("rotated by 180 degrees", QUAD, new double[][] { { 297, 210 }, { 0, 210 }, { 0, 0 }, { 297, 0 } }, 1e-14), //
			Arguments.of("mirrored", QUAD, new double[][] { { 297, 0 }, { 0, 0 }, { 0, 210 }, { 297, 210 } }, 1e-14), //
			Arguments.of("in reading order", NOTEBOOK, PAGE, 1e-14), //
			Arguments.of("one point inside the others, in both planes", new double[][] { { 0, 0 }, { 100, 7 }, { 40, 90 }, { 45, 30 } },
				new double[][] { { 3, 1 }, { 60, 0 }, { 30, 50 }, { 30, 18 } }, 1e-14), //
			Arguments.of("h33 = 0", new double[][] { { 320, 512 }, { 960, 512 }, { 0, 1024 }, { 1280, 1024 } },
				new double[][] { { 0, 0 }, { 1280, 0 }, { 0, 1024 }, { 1280, 1024 } }, 1e-14), //
			Arguments.of("the horizon half a pixel above",
				new double[][] { { 999.5, 0 }, { 1000.5, 0 }, { 2000, 999.5 }, { 0, 999.5 } }, rectangle(1000, 1000), 1e-11), //
			Arguments.of("metres of a national grid, y running up",
				new double[][] { { 500123.25, 5800456.5 }, { 500323.5, 5800452.25 }, { 500329.75, 5800251 }, { 500120, 5800248.75 } },
				rectangle(1024, 1024), 1e-9), //
			Arguments.of("far from the origin in both planes", shifted(QUAD, 4e6, -7e6), shifted(SHEET, -3e6, 2e6), 1e-8), //
			Arguments.of("a quarter of a pixel",
				new double[][] { { 10.5, 10.5 }, { 10.75, 10.5 }, { 10.8125, 10.8125 }, { 10.5, 10.75 } }, rectangle(512, 512), 1e-13), //
			Arguments.of("nanometres in metres", scaled(QUAD, 1e-12), SHEET, 1e-14), //
			Arguments.of("huge numbers", scaled(QUAD, 1e15), scaled(SHEET, 1e-15), 1e-14), //
			Arguments.of("a sliver", new double[][] { { 0, 0 }, { 4000, 1 }, { 4000, 3 }, { 0, 2 } }, rectangle(4000, 3000), 1e-12));
	}

	private static double[][] shifted(double[][] points, double dx, double dy) {
		return Arrays.stream(points).map(each -> new double[] { each[0] + dx, each[1] + dy }).toArray(double[][]::new);
	}

	private static double[][] scaled(double[][] points, double factor) {
		return Arrays.stream(points).map(each -> new double[] { each[0] * factor, each[1] * factor }).toArray(double[][]::new);
	}

	/** @param tolerance of the target's size */
	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void fourPairsAreSolvedAsExactlyAsFloatsCan(String name, double[][] source, double[][] target, double tolerance) {
		Homography solved = DirectLinearTransform.of(new PointPairs(source, target));
		double error = worst(solved, source, target);
		assertTrue(error <= tolerance, () -> "off by " + error + " of the target's size");
		assertEquals(1, norm(solved.matrix()), 1e-15);
		assertTrue(solved.denominator(mean(source, 0), mean(source, 1)) > 0);
		for (double[] corner : source)
			assertTrue(solved.denominator(corner[0], corner[1]) > 0);
	}

	@Test
	void randomQuadsAreSolved() {
		Random random = new Random(5);
		for (int i = 0; i < 100; i++) {
			double[][] source = scaled(rectangle(4000, 3000), 1);
			for (double[] corner : source) {
				corner[0] += Math.rint(16 * 1200 * (random.nextDouble() - 0.5)) / 16;
				corner[1] += Math.rint(16 * 900 * (random.nextDouble() - 0.5)) / 16;
			}
			assertTrue(worst(DirectLinearTransform.of(new PointPairs(source, SHEET)), source, SHEET) <= 1e-13);
		}
	}

	/** Farthest from the exact image of points within the quad and on its sides, of the target's size. */
	private static double worst(Homography solved, double[][] source, double[][] target) {
		ExactHomography exact = new ExactHomography(source, target);
		double size = 0, worst = 0;
		for (double[] corner : target)
			size = Math.max(size, Math.hypot(corner[0] - mean(target, 0), corner[1] - mean(target, 1)));
		double[][] weights = { { 1, 1, 1, 1 }, { 1, 1, 1, 0 }, { 0, 1, 1, 1 }, { 1, 0, 1, 1 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 }, //
			{ 7, 1, 0, 1 }, { 1, 0, 0, 0 }, { 0, 0, 1, 0 } };
		for (double[] weight : weights) {
			double x = 0, y = 0, sum = Arrays.stream(weight).sum();
			for (int i = 0; i < 4; i++) {
				x += weight[i] / sum * source[i][0];
				y += weight[i] / sum * source[i][1];
			}
			double[] image = solved.map(x, y), expected = exact.map(x, y);
			worst = Math.max(worst, Math.hypot(image[0] - expected[0], image[1] - expected[1]) / size);
		}
		return worst;
	}

	private static double mean(double[][] points, int axis) {
		return Arrays.stream(points).mapToDouble(each -> each[axis]).average().getAsDouble();
	}

	private static double norm(double[] numbers) {
		return Math.sqrt(Arrays.stream(numbers).map(each -> each * each).sum());
	}

	@Test
	void theOriginMayLieOnTheHorizon() {
		double[][] source = { { 320, 512 }, { 960, 512 }, { 0, 1024 }, { 1280, 1024 } }, target = { { 0, 0 }, { 1280, 0 }, { 0, 1024 }, { 1280, 1024 } };
		assertTrue(new ExactHomography(source, target).originIsOnHorizon());
		double[] h = DirectLinearTransform.of(new PointPairs(source, target)).matrix();
		assertEquals(0, h[8], 1e-15);
	}

	/** The post prints -vy for -uy in the first row, and -ux and -u for -vx and -v in the second. */
	@Test
	void thePrintedRowsAreMisprinted() {
		double[][] printed = new double[9][], repaired = new double[9][];
		for (int i = 0; i < 4; i++) {
			double x = NOTEBOOK[i][0], y = NOTEBOOK[i][1], u = PAGE[i][0], v = PAGE[i][1];
			printed[2 * i] = new double[] { x, y, 1, 0, 0, 0, -u * x, -v * y, -u };
			printed[2 * i + 1] = new double[] { 0, 0, 0, x, y, 1, -u * x, -v * y, -u };
			repaired[2 * i] = new double[] { x, y, 1, 0, 0, 0, -u * x, -u * y, -u };
			repaired[2 * i + 1] = new double[] { 0, 0, 0, x, y, 1, -v * x, -v * y, -v };
		}
		printed[8] = repaired[8] = new double[9];
		assertTrue(worstCorner(solution(printed)) > 10);
		assertTrue(worstCorner(solution(repaired)) < 1e-6);
		assertTrue(worstCorner(DirectLinearTransform.of(new PointPairs(NOTEBOOK, PAGE))) < 1e-12);
	}

	private static Homography solution(double[][] rows) {
		return Homography.of(new SingularValueDecomposition(MatrixUtils.createRealMatrix(rows)).getV().getColumn(8));
	}

	private static double worstCorner(Homography homography) {
		double worst = 0;
		for (int i = 0; i < 4; i++) {
			double[] image = homography.map(NOTEBOOK[i][0], NOTEBOOK[i][1]);
			worst = Math.max(worst, Math.hypot(image[0] - PAGE[i][0], image[1] - PAGE[i][1]));
		}
		return worst;
	}

	@Test
	void wholeShiftsTurnsAndMagnificationsAreExact() {
		double[][] picture = Quad.ofPicture(640, 480).corners();
		assertArrayEquals(Homography.IDENTITY.matrix(), solve(picture, picture));
		assertArrayEquals(Homography.of(1, 0, -17, 0, 1, 250, 0, 0, 1).matrix(), solve(picture, shifted(picture, -17, 250)));
		assertArrayEquals(Homography.of(0, -1, 479, 1, 0, 0, 0, 0, 1).matrix(),
			solve(picture, new double[][] { { 479.5, -0.5 }, { 479.5, 639.5 }, { -0.5, 639.5 }, { -0.5, -0.5 } }));
		assertArrayEquals(Homography.of(-1, 0, 639, 0, 1, 0, 0, 0, 1).matrix(),
			solve(picture, new double[][] { { 639.5, -0.5 }, { -0.5, -0.5 }, { -0.5, 479.5 }, { 639.5, 479.5 } }));
		assertArrayEquals(Homography.of(4, 0, 0, 0, 4, 0, 0, 0, 1).matrix(), solve(rectangle(640, 480), rectangle(2560, 1920)));
	}

	private static double[] solve(double[][] source, double[][] target) {
		return DirectLinearTransform.of(new PointPairs(source, target)).matrix();
	}

	@Test
	void inverseLeadsBack() {
		for (Arguments one : cases().toList()) {
			double[][] source = (double[][]) one.get()[1];
			Homography there = DirectLinearTransform.of(new PointPairs(source, (double[][]) one.get()[2])), back = there.inverse();
			double size = Math.hypot(source[2][0] - source[0][0], source[2][1] - source[0][1]);
			for (double[] corner : source) {
				double[] image = there.map(corner[0], corner[1]);
				assertArrayEquals(corner, back.map(image[0], image[1]), 1e-6 * size, one.get()[0].toString());
			}
		}
	}
}
