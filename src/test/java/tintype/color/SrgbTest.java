package tintype.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SrgbTest {

	@Test
	void knownPoints() {
		assertEquals(0, Srgb.toLinear(0), 0);
		assertEquals(1, Srgb.toLinear(1), 1e-15);
		assertEquals(0.21404114, Srgb.toLinear(0.5), 1e-8);
		assertEquals(0.735356983, Srgb.toEncoded(0.5), 1e-8);
		assertEquals(0.04 / 12.92, Srgb.toLinear(0.04), 1e-15);
	}

	@Test
	void encodingInvertsLinearisation() {
		for (int i = -100; i <= 1100; i++)
			assertEquals(i / 1000.0, Srgb.toEncoded(Srgb.toLinear(i / 1000.0)), 1e-7);
	}

	@Test
	void codesAreRoundedAsTheFormulaRounds() {
		for (int i = 0; i <= 1_000_000; i++) {
			double linear = Srgb.toLinear(i / 1e6);
			// just beside a rounding edge both codes are right
			if (Math.abs(i / 1e6 * 255 % 1 - 0.5) > 1e-4)
				assertEquals(Math.round(i / 1e6 * 255), Srgb.toCode(linear), "linear " + linear);
		}
	}

	@Test
	void codesAreClipped() {
		assertEquals(0, Srgb.toCode(-3));
		assertEquals(255, Srgb.toCode(7));
		assertEquals(255, Srgb.toCode(Double.POSITIVE_INFINITY));
		assertEquals(0, Srgb.toCode(Double.NaN));
		for (int code = 0; code < 256; code++)
			assertEquals(code, Srgb.toCode(Srgb.linearOfCode(code)));
	}
}
