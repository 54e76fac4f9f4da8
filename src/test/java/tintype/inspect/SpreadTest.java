package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.inspect.Layers.tensor;

import org.junit.jupiter.api.Test;

class SpreadTest {

	private static Spread of(double... values) {
		return Spread.of(tensor(new int[] { values.length }, values));
	}

	@Test
	void ofFour() {
		Spread spread = of(0, 4, 0, -2);
		assertEquals(new Spread(4, 0, -2, 4, 0.5, Math.sqrt((0.25 + 12.25 + 0.25 + 6.25) / 4), 0.5), spread);
	}

	@Test
	void ofNoNumbers() {
		Spread spread = of(Double.NaN, Double.NEGATIVE_INFINITY);
		assertEquals(2, spread.broken());
		assertTrue(Double.isNaN(spread.mean()) && Double.isNaN(spread.min()));
		assertEquals(of(3, 5, Double.NaN, Double.NaN), spread.and(of(3, 5)));
		assertEquals(of(3, 5, Double.NaN, Double.NaN), of(3, 5).and(spread));
		assertEquals(0, of().zeros());
	}

	/** Also where the mean is far larger than the deviation. */
	@Test
	void together() {
		Spread all = of(10_000, 10_001, 10_003, 0, 7), both = of(10_000, 10_001).and(of(10_003, 0, 7));
		assertEquals(all.mean(), both.mean(), 1e-9);
		assertEquals(all.deviation(), both.deviation(), 1e-9);
		assertEquals(0.2, both.zeros(), 1e-15);
		assertEquals(all.min(), both.min());
		assertEquals(0.5, of(10_000, 10_001).deviation());
	}
}
