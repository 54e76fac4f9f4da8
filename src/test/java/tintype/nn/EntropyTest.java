package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How undecided distributions are, also after other prior shares. */
class EntropyTest {

	private static final int BINS = 8;

	/** Three cells: all bins alike, two bins alike, one bin certain. */
	private static BinMap map() {
		float[] logits = new float[BINS * 3];
		for (int bin = 0; bin < BINS; bin++) {
			logits[3 * bin] = 7;
			logits[3 * bin + 1] = bin < 2 ? 4 : Float.NEGATIVE_INFINITY;
			logits[3 * bin + 2] = bin == 5 ? 0 : -500;
		}
		return new BinMap(TestModels.grid(BINS), 3, 1, logits);
	}

	@Test
	void entropyOfKnownDistributions() {
		assertArrayEquals(new float[] { 3, 1, 0 }, map().entropy(), 1e-5f);
	}

	/** Of 1/2, 1/4, 1/4: 1.5 bits. */
	@Test
	void weightsAreFactorsOfTheProbabilities() {
		double never = -1000;
		BinMap weighted = map().weighted(new double[] { Math.log(2), 0, never, never, never, never, never, 0 });
		float[] shares = weighted.probabilities();
		assertEquals(0.5, shares[0], 1e-6);
		assertEquals(0.25, shares[3 * 7], 1e-6);
		assertEquals(2 / 3.0, shares[1], 1e-6);
		assertEquals(1.5, weighted.entropy()[0], 1e-5);
		assertEquals(3, map().entropy()[0], 1e-5, "the map itself stays");
	}
}
