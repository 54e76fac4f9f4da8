package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class AnnealedMeanTest {

	/** Centres that show the shares of the first two bins as a and b. */
	private static final AbGrid CORNERS = AbGrid.of(new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 });

	@ParameterizedTest
	@CsvSource({
		"1, 0.6, 0.3",
		"0.38, 0.854463, 0.137882",
		"0.1, 0.999024, 0.000976",
		"1e-6, 1, 0",
		"1e-320, 1, 0" })
	void sharpensTheDistribution(double temperature, double first, double second) {
		double[] ab = decode(CORNERS, temperature, logits(0.6, 0.3, 0.1));
		assertEquals(first, ab[0], 1e-6);
		assertEquals(second, ab[1], 1e-6);
	}

	/** The source post declares a temperature and decodes without it. */
	@Test
	void temperatureMatters() {
		float[] logits = logits(0.6, 0.3, 0.1);
		assertTrue(decode(CORNERS, 0.38, logits)[0] - decode(CORNERS, 1, logits)[0] > 0.2);
	}

	/** The source post decodes to the corner of a bin, half a bin away. */
	@Test
	void aSureBinDecodesToItsCentre() {
		AbGrid grid = AbGrid.zhang313();
		for (int bin = 0; bin < grid.size(); bin++) {
			float[] logits = new float[grid.size()];
			logits[bin] = 100;
			double[] ab = decode(grid, 0.38, logits);
			assertEquals(grid.a(bin), ab[0], 1e-6);
			assertEquals(grid.b(bin), ab[1], 1e-6);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 0.38, 1e-6 })
	void tiesAreAveraged(double temperature) {
		double[] ab = decode(CORNERS, temperature, 4, 4, -500);
		assertEquals(0.5, ab[0], 1e-6);
		assertEquals(0.5, ab[1], 1e-6);
	}

	@ParameterizedTest
	@ValueSource(floats = { -3e38f, -20_000, 0, 20_000, 3e38f })
	void onlyDifferencesOfLogitsCount(float shift) {
		double[] ab = decode(CORNERS, 0.38, shift, shift, shift);
		assertEquals(1 / 3.0, ab[0], 1e-6);
		assertEquals(1 / 3.0, ab[1], 1e-6);
	}

	@Test
	void excludedAndBrokenLogits() {
		float none = Float.NEGATIVE_INFINITY;
		assertEquals(0.5, decode(CORNERS, 0.38, 2, none, 2)[0], 1e-6);
		assertTrue(Double.isNaN(decode(CORNERS, 0.38, none, none, none)[0]));
		assertTrue(Double.isNaN(decode(CORNERS, 0.38, 1, Float.NaN, 3)[0]));
		assertTrue(Double.isNaN(decode(CORNERS, 0.38, 1, Float.POSITIVE_INFINITY, 3)[1]));
	}

	/** A pixel depends on its own logits only, whatever block it falls into. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 255, 256, 257, 1000 })
	void everyPixelIsDecodedByItself(int pixels) {
		AbGrid grid = AbGrid.zhang313();
		Random random = new Random(pixels);
		float[] logits = new float[grid.size() * pixels];
		for (int i = 0; i < logits.length; i++)
			logits[i] = (float) random.nextGaussian() * 9;
		float[] a = new float[pixels + 1];
		float[] b = new float[pixels + 1];
		a[pixels] = 77;
		new AnnealedMean(grid, 0.38).ofLogits(logits, pixels, a, b);
		for (int i = 0; i < pixels; i++) {
			double[] expected = straightforward(grid, 0.38, logits, pixels, i);
			assertEquals(expected[0], a[i], 2e-5);
			assertEquals(expected[1], b[i], 2e-5);
		}
		assertEquals(77, a[pixels], 0);
	}

	@Test
	void decodesIntoPartsOfArrays() {
		AnnealedMean mean = new AnnealedMean(CORNERS, 0.38);
		float[] logits = { 1, 2, 0, 3, -1, 1 }, a = { 77, 77, 77, 77 }, b = a.clone(), wholeA = new float[2], wholeB = new float[2];
		mean.ofLogits(logits, 2, wholeA, wholeB);
		mean.ofLogits(logits, 2, a, b, 1);
		assertArrayEquals(new float[] { 77, wholeA[0], wholeA[1], 77 }, a);
		assertArrayEquals(new float[] { 77, wholeB[0], wholeB[1], 77 }, b);
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(logits, 2, a, b, 3));
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(logits, 2, a, b, -1));
	}

	/** NumPy gives 0.2355 on average and 0.6380 at most for these colours. */
	@Test
	void softCodesDecodeToTheirColour() {
		AbGrid grid = AbGrid.zhang313();
		SoftEncoding encoding = new SoftEncoding(grid, 5, 5);
		int[] bins = new int[5];
		float[] weights = new float[5];
		double most = 0;
		double sum = 0;
		int colours = 0;
		for (int a = -10; a <= 60; a += 3)
			for (int b = -40; b <= 60; b += 3) {
				encoding.encode(a, b, bins, weights);
				float[] logits = new float[grid.size()];
				Arrays.fill(logits, Float.NEGATIVE_INFINITY);
				for (int k = 0; k < 5; k++)
					logits[bins[k]] = (float) Math.log(weights[k]);
				double[] ab = decode(grid, 1, logits);
				double error = Math.hypot(ab[0] - a, ab[1] - b);
				most = Math.max(most, error);
				sum += error;
				colours++;
			}
		assertEquals(0.6380, most, 1e-4);
		assertEquals(0.2355, sum / colours, 1e-4);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY })
	void badTemperaturesAreRefused(double temperature) {
		String message = assertThrows(TintypeException.class, () -> new AnnealedMean(CORNERS, temperature)).getMessage();
		assertEquals("Temperature must be above 0 and at most 1, but is " + temperature + "; choose e.g. 0.38.", message);
	}

	@Test
	void shortArraysAreRefused() {
		AnnealedMean mean = new AnnealedMean(CORNERS, 1);
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(new float[5], 2, new float[2], new float[2]));
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(new float[6], 2, new float[1], new float[2]));
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(new float[6], 2, new float[2], new float[1]));
		assertThrows(IllegalArgumentException.class, () -> mean.ofLogits(new float[6], Integer.MAX_VALUE, new float[2], new float[2]));
	}

	private static float[] logits(double... shares) {
		float[] logits = new float[shares.length];
		for (int bin = 0; bin < shares.length; bin++)
			logits[bin] = (float) Math.log(shares[bin]);
		return logits;
	}

	private static double[] decode(AbGrid grid, double temperature, float... logits) {
		float[] a = new float[1];
		float[] b = new float[1];
		new AnnealedMean(grid, temperature).ofLogits(logits, 1, a, b);
		return new double[] { a[0], b[0] };
	}

	/** The formula as it is printed, on shares. */
	private static double[] straightforward(AbGrid grid, double temperature, float[] logits, int pixels, int i) {
		double sum = 0;
		double a = 0;
		double b = 0;
		for (int bin = 0; bin < grid.size(); bin++) {
			double weight = Math.exp(logits[bin * pixels + i] / temperature);
			sum += weight;
			a += weight * grid.a(bin);
			b += weight * grid.b(bin);
		}
		return new double[] { a / sum, b / sum };
	}
}
