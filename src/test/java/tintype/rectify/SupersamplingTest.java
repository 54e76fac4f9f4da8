package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.Progress;

class SupersamplingTest {

	private static final int SIZE = 512;

	/** Far away to the right: spans 0.5 to 4.5 pixels of the source across, 0.7 to 2.1 down. */
	private static final Homography AWAY = Homography.of(0.5, 0, 1, 0.0, 0.7, 1, -0.0026, 0, 1);

	/** Eight times smaller, askew. */
	private static final Homography SMALL = Homography.of(7.6, -0.9, 40, -0.4, 7.2, 30, -0.0024, -0.0036, 1);

	@ParameterizedTest
	@EnumSource(value = Interpolation.class, names = "NEAREST", mode = EnumSource.Mode.EXCLUDE)
	void isTheMeanOverThePixel(Interpolation interpolation) {
		Homography outwards = SMALL.after(Homography.of(1, 0, -20, 0, 1, -15, 0, 0, 1));
		float[] source = Pictures.photograph(SIZE);
		for (Homography toSource : List.of(SMALL, outwards))
			for (Border border : List.of(Border.REPLICATE, Border.fill(300))) {
				float[] small = new Warp(toSource, 50, 40, interpolation, border, true).of(source, SIZE, SIZE, Progress.NONE);
				PlainWarp plain = new PlainWarp(Pictures.values(source, 0), SIZE, SIZE, interpolation, border);
				double[] differences = new double[small.length];
				for (int k = 0; k < small.length; k++)
					differences[k] = small[k] - mean(plain, toSource.matrix(), k % 50, k / 50);
				assertTrue(rms(differences) < 0.7, border + " differs by " + rms(differences));
			}
	}

	private static double mean(PlainWarp plain, double[] matrix, int i, int j) {
		double sum = 0;
		int n = 16;
		for (int k = 0; k < n * n; k++)
			sum += plain.at(matrix, i - 0.5 + (k % n + 0.5) / n, j - 0.5 + (k / n + 0.5) / n);
		return sum / (n * n);
	}

	@Test
	void nearestAndOffTakeOneSample() {
		float[] source = Pictures.photograph(SIZE);
		for (Interpolation interpolation : Interpolation.values()) {
			PlainWarp plain = new PlainWarp(Pictures.values(source, 0), SIZE, SIZE, interpolation, Border.REPLICATE);
			float[] small = new Warp(SMALL, 50, 40, interpolation, Border.REPLICATE, interpolation == Interpolation.NEAREST).of(source, SIZE, SIZE, Progress.NONE);
			for (int k = 0; k < small.length; k++)
				assertEquals(plain.at(SMALL.matrix(), k % 50, k / 50), small[k], 1e-3);
		}
	}

	/** Larger pictures are the same with and without. */
	@Test
	void enlargingTakesOneSample() {
		int[] source = (int[]) Pictures.noise(int[].class, 100, 4);
		Homography larger = Homography.of(0.1, 0.03, 1, -0.02, 0.1, 2, 0.001, 0.0005, 1);
		assertArrayEquals(new Warp(larger, 70, 60, Interpolation.BICUBIC, Border.fill(0), false).of(source, 10, 10, Progress.NONE),
			new Warp(larger, 70, 60, Interpolation.BICUBIC, Border.fill(0), true).of(source, 10, 10, Progress.NONE));
	}

	/**
	 * Cut out elsewhere, the same pixels fall in other tiles and take other numbers of
	 * samples: were edges of tiles to be seen, the values would differ.
	 */
	@Test
	void tilesLeaveNoTrace() {
		float[] source = Pictures.photograph(SIZE);
		double difference = rms(shiftedTiles(source));
		assertTrue(difference < 0.2, "differs by " + difference);
		float[] noise = new float[SIZE * SIZE];
		Random random = new Random(1);
		for (int k = 0; k < noise.length; k++)
			noise[k] = random.nextInt(256);
		difference = rms(shiftedTiles(noise));
		assertTrue(difference < 1.5, "differs by " + difference);
	}

	private static double[] shiftedTiles(float[] source) {
		int width = 290, height = 200, shift = 170;
		float[] whole = new Warp(AWAY, width, height, Interpolation.BILINEAR, Border.REPLICATE, true).of(source, SIZE, SIZE, Progress.NONE);
		Homography shifted = AWAY.after(Homography.of(1, 0, shift, 0, 1, 0, 0, 0, 1));
		float[] part = new Warp(shifted, width - shift, height, Interpolation.BILINEAR, Border.REPLICATE, true).of(source, SIZE, SIZE, Progress.NONE);
		double[] differences = new double[part.length];
		for (int k = 0; k < part.length; k++)
			differences[k] = part[k] - whole[k / (width - shift) * width + shift + k % (width - shift)];
		return differences;
	}

	/** The contrast of white noise falls without a step as pixels cover more of it. */
	@Test
	void blurGrowsSteadily() {
		float[] noise = new float[4 * SIZE * SIZE];
		Random random = new Random(2);
		for (int k = 0; k < noise.length; k++)
			noise[k] = (float) random.nextGaussian();
		double before = 0;
		for (double scale = 1.2; scale < 4.5; scale += 0.05) {
			int size = (int) (2 * SIZE / scale) - 2;
			Homography shrunk = Homography.of(scale, 0.017, 0.3, -0.013, scale, 7.1, 0, 0, 1);
			double contrast = rms(Pictures.values(new Warp(shrunk, size, size, Interpolation.BICUBIC, Border.REPLICATE, true).of(noise, 2 * SIZE, 2 * SIZE, Progress.NONE), 0));
			if (before > 0) assertTrue(contrast < before * 1.02 && contrast > before * 0.85, "from " + before + " to " + contrast + " at " + scale);
			before = contrast;
		}
	}

	private static double rms(double[] values) {
		double sum = 0;
		for (double value : values)
			sum += value * value;
		return Math.sqrt(sum / values.length);
	}
}
