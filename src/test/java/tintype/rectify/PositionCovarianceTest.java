package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** The uncertainty of mapped positions against that of 3000 repeated clicks. */
class PositionCovarianceTest {

	private static final double[][] PLACES = { { 2000, 1500 }, { 500, 2600 }, { 3900, 200 } };

	/** Of 3000 draws a standard deviation is known to 1.3 %. */
	@ParameterizedTest
	@ValueSource(ints = { 4, 9 })
	void repeatedClicksScatterAsPredicted(int count) {
		Random random = new Random(17 + count);
		double[][] seen = count == 4 ? Scene.rectangle(2400, 1600, 2900, 25, 30, 5) : Scene.scattered(count, random);
		double[][] target = Scene.mapped(Scene.plate(), seen);
		PositionCovariance predicted = HomographyFit.of(new PointPairs(seen, target)).covariance(0.5);
		int draws = 3000;
		double[][] sums = new double[PLACES.length][5];
		for (int draw = 0; draw < draws; draw++) {
			Homography map = HomographyFit.of(new PointPairs(Scene.clicked(seen, 0.5, random), target)).homography();
			for (int i = 0; i < PLACES.length; i++)
				add(sums[i], map.map(PLACES[i][0], PLACES[i][1]));
		}
		for (int i = 0; i < PLACES.length; i++) {
			double[] sum = sums[i], at = predicted.at(PLACES[i][0], PLACES[i][1]);
			double u = sum[2] / draws - Math.pow(sum[0] / draws, 2), v = sum[4] / draws - Math.pow(sum[1] / draws, 2);
			double uv = sum[3] / draws - sum[0] / draws * sum[1] / draws;
			assertEquals(1, Math.sqrt(at[0] / u), 0.05);
			assertEquals(1, Math.sqrt(at[2] / v), 0.05);
			assertEquals(0, (at[1] - uv) / Math.sqrt(u * v), 0.06);
		}
	}

	private static void add(double[] sums, double[] image) {
		double[] terms = { image[0], image[1], image[0] * image[0], image[0] * image[1], image[1] * image[1] };
		for (int k = 0; k < terms.length; k++)
			sums[k] += terms[k];
	}

	/** At a corner that is mapped exactly, the image is as uncertain as the click. */
	@Test
	void aCornerIsAsUncertainAsItsClick() {
		double[][] seen = Scene.rectangle(2400, 1600, 2900, 25, 30, 5);
		PositionCovariance covariance = HomographyFit.of(new PointPairs(seen, Scene.mapped(Scene.plate(), seen))).covariance(0.5);
		for (double[] corner : seen)
			assertArrayEquals(covariance.ofClick(corner[0], corner[1]), covariance.at(corner[0], corner[1]), 1e-12);
	}

	/** Twice the error, four times the variance. */
	@Test
	void growsWithTheClicks() {
		double[][] seen = Scene.rectangle(2400, 1600, 2900, 25, 30, 5);
		HomographyFit fit = HomographyFit.of(new PointPairs(seen, Scene.mapped(Scene.plate(), seen)));
		assertEquals(4, fit.covariance(1).at(100, 200)[0] / fit.covariance(0.5).at(100, 200)[0], 1e-9);
		assertEquals(0.5, fit.covariance(0.5).sigma());
	}
}
