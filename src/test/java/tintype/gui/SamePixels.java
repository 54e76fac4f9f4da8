package tintype.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Compares all pixels of two pictures of the same size. */
final class SamePixels {

	private SamePixels() {}

	/** @param expected 0xRRGGBB, row by row; alpha is ignored */
	static void check(String what, int[] expected, int[] actual) {
		assertEquals(expected.length, actual.length, what + ": number of pixels");
		int different = 0;
		int first = -1;
		for (int i = expected.length - 1; i >= 0; i--) {
			if ((expected[i] & 0xffffff) == (actual[i] & 0xffffff)) continue;
			different++;
			first = i;
		}
		if (different > 0) assertEquals(Integer.toHexString(expected[first]), Integer.toHexString(actual[first]), what +
			": " + different + " of " + expected.length + " pixels differ, the first at index " + first);
	}
}
