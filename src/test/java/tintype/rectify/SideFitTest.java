package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SideFitTest {

	private static final int WIDTH = 300, HEIGHT = 120;

	/** Brighter below the line y = 50.3 + 0.11 x, smooth over a few pixels. */
	private static float[] step(double noise) {
		float[] picture = new float[WIDTH * HEIGHT];
		Random random = new Random(3);
		for (int i = 0; i < picture.length; i++) {
			double below = (i / WIDTH - 50.3 - 0.11 * (i % WIDTH)) / Math.hypot(1, 0.11);
			picture[i] = (float) (100 / (1 + Math.exp(-2 * below)) + noise * random.nextGaussian());
		}
		return picture;
	}

	private static double[] off(SideFit fit) {
		return new double[] { fit.from()[1] - 50.3 - 0.11 * fit.from()[0], fit.to()[1] - 50.3 - 0.11 * fit.to()[0] };
	}

	private static SideFit fit(float[] picture) {
		return SideFit.of(picture, WIDTH, HEIGHT, new double[] { 20, 56 }, new double[] { 280, 77 }, true, 8);
	}

	@Test
	void findsTheLine() {
		SideFit fit = fit(step(0));
		assertEquals(0, off(fit)[0], 0.01);
		assertEquals(0, off(fit)[1], 0.01);
		assertEquals(1, fit.support());
	}

	@Test
	void errorIsThatOfTheLine() {
		SideFit fit = fit(step(15));
		double error = Math.hypot(off(fit)[0], off(fit)[1]);
		assertTrue(error < 8 * fit.error() && fit.error() < 0.1, error + " where " + fit.error() + " was expected");
	}

	/** A third of the side is covered by something whose edge lies beside it. */
	@Test
	void leavesOutWhatLiesElsewhere() {
		float[] picture = step(1);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 60; x < 140; x++)
				picture[y * WIDTH + x] = y < 64 ? 0 : 100;
		SideFit fit = fit(picture);
		assertEquals(0, off(fit)[0], 0.05);
		assertEquals(0, off(fit)[1], 0.05);
		assertEquals(0.7, fit.support(), 0.1);
	}

	/** The other way round there is no step up. */
	@Test
	void theDirectionOfTheStepCounts() {
		assertEquals(0, SideFit.of(step(0), WIDTH, HEIGHT, new double[] { 20, 56 }, new double[] { 280, 77 }, false, 8).support());
	}
}
