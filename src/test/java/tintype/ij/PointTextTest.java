package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class PointTextTest {

	private static final double[][] CORNERS = { { 12.5, 40 }, { 300, -42 }, { 0, 0.0625 } };

	@ParameterizedTest
	@ValueSource(strings = { "12.5,40 300,-42 0,0.0625", " 12.5 40 300 -42 0 0.0625 ", "12.5, 40; 3e2, -42;\n0, .0625" })
	void separatorsAreAlike(String text) {
		assertArrayEquals(CORNERS, PointText.parse(text, "corners").toArray(double[][]::new));
	}

	@Test
	void nothingIsNoPoints() {
		assertTrue(PointText.parse(" ", "corners").isEmpty());
	}

	@Test
	void whatIsWrittenIsReadAgain() {
		assertEquals("12.5,40 300,-42 0,0.0625", PointText.of(List.of(CORNERS)));
		assertEquals("0,100", PointText.of(List.of(new double[] { -0.00001, 100 })));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,2 3 | The corners hold 3 numbers, so one point lacks its y; write them as x,y x,y x,y x,y.",
		"1,2 3,x | In the corners, \"x\" is not a number; write them as x,y x,y x,y x,y." })
	void mistakesAreNamed(String text, String sentence) {
		assertEquals(sentence, assertThrows(TintypeException.class, () -> PointText.parse(text, "corners")).getMessage());
	}
}
