package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class HomographyFitTest {

	/** Clicks worth half a pixel on a plate; some of them gone astray. */
	private static PointPairs plate(int count, int astray, double distance, Random random) {
		double[][] seen = Scene.scattered(count, random), clicked = Scene.clicked(seen, 0.5, random);
		for (int i = 0; i < astray; i++) {
			double direction = 2 * Math.PI * random.nextDouble();
			clicked[i][0] += distance * Math.cos(direction);
			clicked[i][1] += distance * Math.sin(direction);
		}
		return new PointPairs(clicked, Scene.mapped(Scene.plate(), seen));
	}

	/** No map nearby has a smaller sum of squares, in the first or in the second digit that float64 can tell. */
	@ParameterizedTest
	@ValueSource(ints = { 5, 8, 30 })
	void residualsAreTheLeast(int count) {
		PointPairs pairs = plate(count, 0, 0, new Random(count));
		HomographyFit fit = HomographyFit.of(pairs);
		double[] best = fit.homography().matrix();
		for (int i = 0; i < 8; i++)
			for (double change : new double[] { -1e-5, 1e-5 }) {
				double[] other = best.clone();
				other[i] *= 1 + change;
				assertTrue(rms(pairs, Homography.of(other)) > fit.rms(), "number " + i);
			}
		assertTrue(rms(pairs, DirectLinearTransform.of(pairs)) > fit.rms() * (1 + 1e-9));
		assertEquals(rms(pairs, fit.homography()), fit.rms(), 1e-15);
	}

	private static double rms(PointPairs pairs, Homography homography) {
		double sum = 0;
		for (int i = 0; i < pairs.count(); i++) {
			double[] image = homography.map(pairs.source()[i][0], pairs.source()[i][1]);
			sum += Math.pow(image[0] - pairs.target()[i][0], 2) + Math.pow(image[1] - pairs.target()[i][1], 2);
		}
		return Math.sqrt(sum / pairs.count());
	}

	/** Shifting and scaling either plane does not move the optimum. */
	@Test
	void theOptimumDoesNotDependOnTheFrames() {
		PointPairs pairs = plate(9, 0, 0, new Random(1));
		Homography move = Homography.of(30, 0, 5e5, 0, 30, -7e5, 0, 0, 1);
		PointPairs moved = new PointPairs(Scene.mapped(move, pairs.source()), Scene.mapped(move, pairs.target()));
		HomographyFit here = HomographyFit.of(pairs), there = HomographyFit.of(moved);
		for (double[] point : pairs.source()) {
			double[] place = move.map(point[0], point[1]), image = here.homography().map(point[0], point[1]);
			assertArrayEquals(move.map(image[0], image[1]), there.homography().map(place[0], place[1]), 1e-6);
		}
	}

	@Test
	void fourPairsHaveNoResiduals() {
		HomographyFit fit = HomographyFit.of(plate(4, 0, 0, new Random(3)));
		assertEquals(0, fit.rms(), 1e-12);
		assertEquals(0, fit.degreesOfFreedom());
		assertTrue(Double.isNaN(fit.sigma()));
	}

	/** Over many plates, the residuals tell what the clicks were worth. */
	@Test
	void sigmaIsThatOfTheClicks() {
		Random random = new Random(8);
		double sum = 0;
		for (int i = 0; i < 150; i++)
			sum += Math.pow(HomographyFit.of(plate(10, 0, 0, random)).sigma(), 2) / 150;
		assertEquals(0.5, Math.sqrt(sum), 0.02);
	}

	@Test
	void mirrorsAreTold() {
		double[][] quad = { { 0, 0 }, { 10, 1 }, { 9, 12 }, { -1, 9 } };
		assertTrue(HomographyFit.of(new PointPairs(quad, new double[][] { { 1, 0 }, { 0, 0 }, { 0, 1 }, { 1, 1 } })).isMirrored());
		assertFalse(HomographyFit.of(new PointPairs(quad, new double[][] { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } })).isMirrored());
	}

	@ParameterizedTest
	@CsvSource({ "8, 2, 300", "12, 3, 30", "12, 4, 300", "20, 8, 60", "24, 6, 30", "96, 40, 60" })
	void wrongPairsAreFound(int count, int astray, double distance) {
		Random random = new Random(2);
		for (int run = 0; run < 3; run++) {
			PointPairs pairs = plate(count, astray, distance, random);
			int[] wrong = new int[astray];
			Arrays.setAll(wrong, i -> i);
			for (HomographyFit fit : new HomographyFit[] { HomographyFit.robust(pairs), HomographyFit.robust(pairs, 3) }) {
				assertArrayEquals(wrong, fit.outliers(), "run " + run);
				assertEquals(2 * (count - astray) - 8, fit.degreesOfFreedom());
				assertTrue(fit.sourceDistance(0) > 5);
			}
		}
	}

	/** Nearly always: it is a matter of chance how far the worst of many right clicks is off. */
	@ParameterizedTest
	@CsvSource({ "6, 60", "9, 60", "40, 12" })
	void rightPairsAreNotCalledWrong(int count, int runs) {
		Random random = new Random(1);
		int byScatter = 0, byDistance = 0;
		for (int run = 0; run < runs; run++) {
			PointPairs pairs = plate(count, 0, 0, random);
			if (HomographyFit.robust(pairs).outliers().length > 0) byScatter++;
			if (HomographyFit.robust(pairs, 3).outliers().length > 0) byDistance++;
		}
		assertTrue(byScatter <= runs / 20, "called wrong in " + byScatter + " sets of " + runs);
		assertEquals(0, byDistance);
	}

	@Test
	void withoutWrongPairsRobustIsPlain() {
		PointPairs pairs = plate(24, 0, 0, new Random(7));
		assertEquals(HomographyFit.of(pairs).homography(), HomographyFit.robust(pairs, 3).homography());
	}

	@Test
	void exactPairsAreAllRight() {
		double[][] wells = new double[96][];
		Arrays.setAll(wells, i -> new double[] { 9 * (i % 12), 9 * (i / 12) });
		PointPairs pairs = new PointPairs(Scene.mapped(Scene.plate().inverse(), wells), wells);
		assertArrayEquals(new int[0], HomographyFit.robust(pairs).outliers());
	}

	@Test
	void fiveRobustlyAreFive() {
		PointPairs pairs = plate(5, 1, 100, new Random(1));
		assertEquals(HomographyFit.of(pairs).homography(), HomographyFit.robust(pairs, 3).homography());
		assertArrayEquals(new int[0], HomographyFit.robust(pairs).outliers());
	}

	@Test
	void theSameAgain() {
		PointPairs pairs = plate(60, 20, 50, new Random(4));
		assertEquals(HomographyFit.robust(pairs).homography(), HomographyFit.robust(pairs).homography());
	}

	@Test
	void pairsWithoutACommonMapAreRefused() {
		Random random = new Random(1);
		PointPairs pairs = new PointPairs(Scene.scattered(12, random), Scene.scattered(12, random));
		String sentence = assertThrows(TintypeException.class, () -> HomographyFit.robust(pairs, 3)).getMessage();
		assertTrue(sentence.matches(
			"(Only \\d of the 12 pairs agree on one map|No four of the 12 pairs give a map|"
				+ "The pairs that agree best, all but .*, settle no map).*"), sentence);
		assertThrows(TintypeException.class, () -> HomographyFit.robust(pairs, 0));
	}
}
