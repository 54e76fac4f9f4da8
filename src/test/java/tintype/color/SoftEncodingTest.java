package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftEncodingTest {

	private static final AbGrid ZHANG = AbGrid.zhang313();

	@Test
	void fiveNeighboursHaveTheirWeights() {
		int[] bins = new int[5];
		float[] weights = new float[5];
		new SoftEncoding(ZHANG, 5, 5).encode(12, -7, bins, weights);
		assertArrayEquals(new int[] { bin(10, -10), bin(10, 0), bin(20, -10), bin(20, 0), bin(0, -10) }, bins);
		assertArrayEquals(new float[] { 0.51370f, 0.23082f, 0.15472f, 0.06952f, 0.03124f }, weights, 1e-5f);
	}

	@ParameterizedTest
	@CsvSource({ "5, 11.930, -6.997", "10, 11.762, -7.227" })
	void meanOfACodeIsNearTheColour(int neighbours, double a, double b) {
		double[] mean = mean(neighbours, 12, -7);
		assertEquals(a, mean[0], 5e-4);
		assertEquals(b, mean[1], 5e-4);
	}

	@Test
	void tiesAreOrderedByIndex() {
		int[] bins = new int[10];
		new SoftEncoding(ZHANG, 10, 5).encode(0, 0, bins, new float[10]);
		int[] expected = { bin(0, 0), bin(-10, 0), bin(0, -10), bin(0, 10), bin(10, 0),
			bin(-10, -10), bin(-10, 10), bin(10, -10), bin(10, 10), bin(-20, 0) };
		assertArrayEquals(expected, bins);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 10, 37 })
	void findsTheSameBinsAsSortingAll(int neighbours) {
		Random random = new Random(11);
		for (AbGrid grid : new AbGrid[] { ZHANG, AbGridTest.scattered(random, 120) }) {
			SoftEncoding encoding = new SoftEncoding(grid, neighbours, 5);
			int[] bins = new int[neighbours];
			for (int i = 0; i < 3000; i++) {
				double a = random.nextInt(1600) / 4.0 - 200;
				double b = random.nextInt(1600) / 4.0 - 200;
				encoding.encode(a, b, bins, new float[neighbours]);
				assertArrayEquals(sorted(grid, a, b, neighbours), bins, "(" + a + ", " + b + ")");
			}
		}
	}

	/** The source post's fixed kernel lost weight at the edge of the gamut. */
	@Test
	void weightsSumToOneEverywhere() {
		SoftEncoding encoding = new SoftEncoding(ZHANG, 5, 5);
		int[] bins = new int[5];
		float[] weights = new float[5];
		double[] far = { -1e300, -1e6, -4000, -128, -90, 0, 5, 110, 128, 700, 1e8, Double.MAX_VALUE };
		for (double a : far)
			for (double b : far) {
				encoding.encode(a, b, bins, weights);
				double sum = 0;
				for (float weight : weights) {
					assertTrue(weight >= 0 && weight <= 1, "(" + a + ", " + b + ") " + weight);
					sum += weight;
				}
				assertEquals(1, sum, 1e-6, "(" + a + ", " + b + ")");
			}
	}

	@Test
	void aNarrowGaussianIsOneHot() {
		float[] weights = new float[5];
		new SoftEncoding(ZHANG, 5, 1e-200).encode(12, -7, new int[5], weights);
		assertArrayEquals(new float[] { 1, 0, 0, 0, 0 }, weights, 0);
	}

	@Test
	void weightsFallWithDistance() {
		Random random = new Random(3);
		SoftEncoding encoding = new SoftEncoding(ZHANG, 8, 5);
		int[] bins = new int[8];
		float[] weights = new float[8];
		for (int i = 0; i < 1000; i++) {
			encoding.encode(random.nextGaussian() * 30, random.nextGaussian() * 30, bins, weights);
			for (int k = 1; k < 8; k++)
				assertTrue(weights[k] <= weights[k - 1]);
		}
	}

	@Test
	void smallGridsGiveAllTheyHave() {
		AbGrid two = AbGrid.of(new double[] { 0, 10 }, new double[] { 0, 0 });
		SoftEncoding encoding = new SoftEncoding(two, 5, 5);
		assertEquals(2, encoding.neighbours());
		int[] bins = new int[2];
		float[] weights = new float[2];
		encoding.encode(8, 0, bins, weights);
		assertArrayEquals(new int[] { 1, 0 }, bins);
		assertArrayEquals(new float[] { 0.76852f, 0.23148f }, weights, 1e-5f);
	}

	@Test
	void badSettingsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new SoftEncoding(ZHANG, 0, 5));
		assertThrows(IllegalArgumentException.class, () -> new SoftEncoding(ZHANG, 5, 0));
		assertThrows(IllegalArgumentException.class, () -> new SoftEncoding(ZHANG, 5, Double.NaN));
		SoftEncoding encoding = new SoftEncoding(ZHANG, 5, 5);
		assertThrows(IllegalArgumentException.class, () -> encoding.encode(Double.NaN, 0, new int[5], new float[5]));
	}

	private static int bin(double a, double b) {
		return ZHANG.nearest(a, b);
	}

	private static double[] mean(int neighbours, double a, double b) {
		int[] bins = new int[neighbours];
		float[] weights = new float[neighbours];
		new SoftEncoding(ZHANG, neighbours, 5).encode(a, b, bins, weights);
		double[] mean = new double[2];
		for (int k = 0; k < neighbours; k++) {
			mean[0] += weights[k] * ZHANG.a(bins[k]);
			mean[1] += weights[k] * ZHANG.b(bins[k]);
		}
		return mean;
	}

	private static int[] sorted(AbGrid grid, double a, double b, int neighbours) {
		Comparator<Integer> byDistance = Comparator.comparingDouble(bin -> grid.squaredDistance(bin, a, b));
		return IntStream.range(0, grid.size()).boxed()
			.sorted(byDistance.thenComparing(Comparator.naturalOrder()))
			.limit(neighbours).mapToInt(Integer::intValue).toArray();
	}
}
