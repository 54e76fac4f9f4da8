package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.inspect.Padding;

class AxisTest {

	/** Of an odd number of padded pixels, one more lies at the end. */
	@ParameterizedTest
	@CsvSource({ // size, window, stride, dilation, places, before
		"5, 2, 1, 1, 5, 0", "5, 3, 1, 1, 5, 1", "5, 4, 1, 1, 5, 1", "5, 5, 1, 1, 5, 2", "5, 3, 2, 1, 3, 1", //
		"6, 3, 2, 1, 3, 0", "7, 3, 3, 1, 3, 1", "4, 1, 2, 1, 2, 0", "5, 3, 1, 2, 5, 2", "28, 5, 2, 1, 14, 1", //
		"1, 7, 2, 1, 1, 3", "6, 2, 4, 1, 2, 0" })
	void sameCoversTheImage(int size, int window, int stride, int dilation, int places, int before) {
		assertEquals(new Axis.Sliding(size, window, stride, dilation, before, places), //
			Axis.Sliding.of(size, window, stride, dilation, Padding.Rule.SAME, true));
	}

	@ParameterizedTest
	@CsvSource({ "5, 2, 1, 1, 4", "5, 3, 2, 1, 2", "6, 3, 2, 1, 2", "6, 2, 4, 1, 2", "5, 3, 1, 2, 1", "4, 3, 1, 2, 0", "2, 3, 2, 1, 0" })
	void validStaysInside(int size, int window, int stride, int dilation, int places) {
		assertEquals(new Axis.Sliding(size, window, stride, dilation, 0, places), Axis.Sliding.of(size, window, stride, dilation, Padding.Rule.VALID, true));
	}

	@ParameterizedTest
	@CsvSource({ "6, 3, 1, 1, 6, 2", "6, 3, 1, 2, 6, 4", "6, 3, 2, 1, 3, 2", "5, 1, 2, 1, 3, 0" })
	void causalEndsWithThePixelItself(int size, int window, int stride, int dilation, int places, int before) {
		assertEquals(new Axis.Sliding(size, window, stride, dilation, before, places), Axis.Sliding.of(size, window, stride, dilation, Padding.Rule.CAUSAL, true));
	}

	@Test
	void edgesAreOfTheirOwnSide() {
		Padding edges = new Padding.Edges(1, 2, 3, 5);
		assertEquals(new Axis.Sliding(4, 3, 1, 1, 1, 5), Axis.Sliding.of(4, 3, 1, 1, edges, true));
		assertEquals(new Axis.Sliding(4, 3, 1, 1, 3, 10), Axis.Sliding.of(4, 3, 1, 1, edges, false));
	}

	/** Keras's deconv_output_length; outputPadding -1 is its None. */
	@ParameterizedTest
	@CsvSource({ // rule, size, window, stride, dilation, outputPadding, places, before
		"SAME, 3, 2, 2, 1, -1, 6, 0", "SAME, 3, 3, 2, 1, -1, 6, 0", "SAME, 3, 4, 2, 1, -1, 6, 1", "SAME, 3, 3, 1, 1, -1, 3, 1", "SAME, 2, 1, 3, 1, -1, 6, 0", //
		"SAME, 3, 3, 2, 1, 0, 5, 1", "SAME, 3, 3, 2, 1, 1, 6, 0", "SAME, 4, 4, 2, 1, 0, 6, 2", "SAME, 4, 4, 2, 1, 1, 7, 1", //
		"VALID, 3, 3, 2, 1, -1, 7, 0", "VALID, 3, 2, 3, 1, -1, 9, 0", "VALID, 3, 2, 3, 1, 0, 8, 0", "VALID, 3, 3, 2, 1, 1, 8, 0", "VALID, 4, 2, 1, 2, -1, 6, 0" })
	void transposedHasKerasSizes(Padding.Rule rule, int size, int window, int stride, int dilation, int outputPadding, int places, int before) {
		assertEquals(new Axis.Transposed(size, window, stride, dilation, before, places), Axis.Transposed.of(size, window, stride, dilation, rule, outputPadding, true));
	}

	/** A tap meets pixel p at place q exactly if, transposed, it meets q at p. */
	@ParameterizedTest
	@CsvSource({ "SAME, 3, 2, 1", "SAME, 4, 2, 1", "SAME, 3, 1, 2", "VALID, 3, 2, 1", "VALID, 2, 3, 1", "VALID, 3, 1, 3" })
	void transposedMeetsTheSamePairs(Padding.Rule rule, int window, int stride, int dilation) {
		Axis transposed = Axis.Transposed.of(5, window, stride, dilation, rule, -1, true);
		Axis sliding = Axis.Sliding.of(transposed.places(), window, stride, dilation, rule, true);
		assertEquals(5, sliding.places());
		for (int tap = 0; tap < window; tap++)
			for (int place = 0; place < 5; place++)
				for (int pixel = 0; pixel < transposed.places(); pixel++)
					assertEquals(sliding.at(place, tap) == pixel, transposed.at(pixel, tap) == place);
	}
}
