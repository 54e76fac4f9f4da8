package tintype.color;

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
}
