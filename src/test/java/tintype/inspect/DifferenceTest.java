package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DifferenceTest {

	private static final double NAN = Double.NaN;
	private static final double INFINITE = Double.POSITIVE_INFINITY;

	private static Difference difference(double[] values, double... witness) {
		int[] shape = { 1, values.length };
		return Difference.of(new DoubleTensor(shape, values), new DoubleTensor(shape, witness));
	}

	private static double[] of(double... values) {
		return values;
	}

	@Test
	void theLargestCounts() {
		Difference difference = difference(of(1, 2.5, 3, -4.25), 1, 2, 3.125, -4);
		assertEquals(0.5, difference.absolute());
		assertEquals(4, difference.scale());
		assertEquals(0.125, difference.relative());
		assertArrayEquals(new int[] { 0, 1 }, difference.place());
		assertEquals(2.5, difference.value());
		assertEquals(2, difference.witness());
	}

	@Test
	void noNumbersAgreeWithEachOtherOnly() {
		assertEquals(0, difference(of(NAN, 1), NAN, 1).relative());
		assertEquals(INFINITE, difference(of(1, 1), NAN, 1).relative());
		assertEquals(INFINITE, difference(of(NAN, 1), 1, 1).relative());
		assertArrayEquals(new int[] { 0, 2 }, difference(of(NAN, 1.5, NAN), NAN, 1, 1).place());
	}

	@Test
	void soDoInfinities() {
		assertEquals(0, difference(of(INFINITE, 1), INFINITE, 1).relative());
		assertEquals(1, difference(of(INFINITE, 1), INFINITE, 1).scale());
		assertEquals(INFINITE, difference(of(-INFINITE, 1), INFINITE, 1).relative());
		assertEquals(INFINITE, difference(of(INFINITE, 1), 1e300, 1).relative());
	}

	/** Single precision is compared with double precision as it is. */
	@Test
	void nothingIsRoundedAway() {
		Difference difference = Difference.of(DoubleTensor.of(Layers.tensor(new int[] { 1 }, 0.1)), new DoubleTensor(new int[] { 1 }, of(0.1)));
		assertEquals(1.4901161138336505e-9, difference.absolute());
	}

	@Test
	void zerosAreAScaleOfTheirOwn() {
		assertEquals(0, difference(of(0, -0.0), 0, 0).relative());
		assertEquals(INFINITE, difference(of(0, 1e-9), 0, 0).relative());
		assertEquals(0, difference(of()).relative());
	}
}
