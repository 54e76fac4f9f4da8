package tintype.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FastExpTest {

	@Test
	void agreesWithTheExactExponential() {
		for (double x = 0; x >= -700; x -= 0.00037)
			assertEquals(1, FastExp.of(x) / Math.exp(x), 1e-11, "exp(" + x + ")");
	}

	@Test
	void zeroGivesExactlyOne() {
		assertEquals(1, FastExp.of(0), 0);
		assertEquals(1, FastExp.of(-0.0), 0);
		assertEquals(1, FastExp.of(-Double.MIN_VALUE), 0);
	}

	@Test
	void severalAgreeWithTheExactExponential() {
		double[] x = new double[1000];
		for (int from = 0; from > -40; from--) {
			for (int i = 0; i < x.length; i++)
				x[i] = from - i / 1000.0;
			FastExp.replace(x, x.length);
			for (int i = 0; i < x.length; i++)
				assertEquals(1, x[i] / Math.exp(from - i / 1000.0), 4e-9);
		}
	}

	@Test
	void severalKnowTheirLimits() {
		double[] x = { 0, -0.0, -1e300, Double.NEGATIVE_INFINITY, Double.NaN, -3, -3 };
		FastExp.replace(x, 6);
		assertArrayEquals(new double[] { 1, 1, Math.exp(-40), Math.exp(-40), Double.NaN, Math.exp(-3), -3 }, x, 1e-10);
	}
}
