package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {

	@ParameterizedTest
	@EnumSource(value = Interpolation.class, names = "NEAREST", mode = EnumSource.Mode.EXCLUDE)
	void weightsSumToOneAndAreSymmetric(Interpolation interpolation) {
		double[] weights = new double[interpolation.kernel().taps()], mirrored = weights.clone();
		for (double fraction : new double[] { 0, 1e-300, 1e-12, 1e-8, 0.1, 0.25, 0.5, 0.77, 1 - 1e-8, 1 - 1e-12, 1 }) {
			interpolation.kernel().weigh(fraction, weights);
			interpolation.kernel().weigh(1 - fraction, mirrored);
			assertEquals(1, Arrays.stream(weights).sum(), 1e-14);
			for (int tap = 0; tap < weights.length; tap++)
				assertEquals(weights[tap], mirrored[weights.length - 1 - tap], 1e-7, interpolation + " at " + fraction);
		}
	}

	/** Sums of t^k weights = fraction^k: what polynomials they reproduce. */
	@Test
	void reproducePolynomials() {
		assertEquals(0.3, moment(Interpolation.BILINEAR, 0.3, 1), 1e-14);
		assertEquals(0.3, moment(Interpolation.BICUBIC, 0.3, 1), 1e-14);
		assertEquals(0.09, moment(Interpolation.BICUBIC, 0.3, 2), 1e-14);
		assertEquals(0.09 + 1 / 3.0, moment(Interpolation.BSPLINE, 0.3, 2), 1e-14);
		assertEquals(0.3, moment(Interpolation.LANCZOS3, 0.3, 1), 0.02);
	}

	private static double moment(Interpolation interpolation, double fraction, int power) {
		double[] weights = new double[interpolation.kernel().taps()];
		interpolation.kernel().weigh(fraction, weights);
		double moment = 0;
		for (int tap = 0; tap < weights.length; tap++)
			moment += weights[tap] * Math.pow(tap + 1 - weights.length / 2, power);
		return moment;
	}

	@Test
	void knownWeights() {
		double[] weights = new double[4];
		Interpolation.BICUBIC.kernel().weigh(0.5, weights);
		assertArrayEquals(new double[] { -0.0625, 0.5625, 0.5625, -0.0625 }, weights, 1e-15);
		Interpolation.BSPLINE.kernel().weigh(0, weights);
		assertArrayEquals(new double[] { 1 / 6.0, 4 / 6.0, 1 / 6.0, 0 }, weights, 1e-15);
		double[] lanczos = new double[6];
		Interpolation.LANCZOS3.kernel().weigh(0.5, lanczos);
		double sum = 2 * (lobe(0.5) + lobe(1.5) + lobe(2.5));
		assertArrayEquals(new double[] { lobe(2.5) / sum, lobe(1.5) / sum, lobe(0.5) / sum, lobe(0.5) / sum, lobe(1.5) / sum, lobe(2.5) / sum }, lanczos, 1e-14);
	}

	private static double lobe(double t) {
		return 3 * Math.sin(Math.PI * t) * Math.sin(Math.PI * t / 3) / (Math.PI * Math.PI * t * t);
	}

	/** The spline runs through the values it was made of, however short the line. */
	@Test
	void splinePassesThroughItsValues() {
		for (int length : new int[] { 1, 2, 3, 7, 31, 32, 33, 200 }) {
			double[] values = new double[length];
			Arrays.setAll(values, k -> Math.sin(k * k) * 100);
			double[] line = values.clone();
			SplineFilter.apply(line);
			for (int k = 0; k < length; k++) {
				double before = line[Extension.MIRROR.inside(k - 1, length)], after = line[Extension.MIRROR.inside(k + 1, length)];
				assertEquals(values[k], length == 1 ? line[0] : (before + 4 * line[k] + after) / 6, 1e-11, "value " + k + " of " + length);
			}
		}
	}

	@Test
	void extensions() {
		assertArrayEquals(new int[] { -1, -1, 0, 1, 2, -1, -1 }, inside(Extension.FILL));
		assertArrayEquals(new int[] { 0, 0, 0, 1, 2, 2, 2 }, inside(Extension.REPLICATE));
		assertArrayEquals(new int[] { 2, 1, 0, 1, 2, 1, 0 }, inside(Extension.MIRROR));
	}

	private static int[] inside(Extension extension) {
		int[] indices = new int[7];
		Arrays.setAll(indices, k -> extension.inside(k - 2, 3));
		return indices;
	}

	@Test
	void labelsStay() {
		assertEquals(java.util.List.of("nearest", "bilinear", "bicubic", "b-spline", "lanczos"), tintype.Labelled.labels(Interpolation.class));
		assertEquals(Interpolation.LANCZOS3, Interpolation.of("lanczos"));
	}
}
