package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.color.AbGrid;
import tintype.color.AnnealedMean;

class SecondColourTest {

	/** A line of bins, ten units apart, and one far away. */
	private static final AbGrid GRID = AbGrid.of(new double[] { 0, 10, 20, 30, 40, 90 }, new double[] { 0, 0, 0, 0, 0, 50 });

	private static BinMap cell(double... shares) {
		float[] logits = new float[shares.length];
		for (int bin = 0; bin < logits.length; bin++)
			logits[bin] = (float) Math.log(shares[bin]);
		return new BinMap(GRID, 1, 1, logits);
	}

	private static ChromaMap mean(BinMap map) {
		return map.decoded(new AnnealedMean(GRID, 1), 1);
	}

	/** Around 0 nothing up to 20 counts; of what remains, the mean around the strongest. */
	@ParameterizedTest
	@CsvSource({ "0.5, 0.1, 0.1, 0.1, 0.2, 0, 36.6667, 0", //
		"0.5, 0, 0.3, 0, 0, 0.2, 90, 50", //
		"0.3, 0.4, 0.1, 0, 0.15, 0.05, 40, 0", //
		"0.2, 0, 0, 0.1, 0.3, 0.4, 37.5, 0" })
	void isTheMeanAroundTheStrongestApartFromTheFirst(double p0, double p1, double p2, double p3, double p4, double p5, double a, double b) {
		ChromaMap second = mean(SecondColour.of(cell(p0, p1, p2, p3, p4, p5)));
		assertEquals(a, second.a()[0], 1e-3);
		assertEquals(b, second.b()[0], 1e-3);
	}

	/** 0.04 is less than one in twenty, 0.06 more. */
	@Test
	void theFirstColourStaysWhereNoOtherIsProbable() {
		BinMap sure = cell(0.86, 0.05, 0.05, 0.01, 0.01, 0.02);
		assertArrayEquals(sure.logits(), SecondColour.of(sure).logits());
		assertEquals(90, mean(SecondColour.of(cell(0.84, 0.05, 0.05, 0, 0, 0.06))).a()[0], 1e-3);
	}

	@Test
	void aModelOfOneColourHasNoSecond() {
		BinMap near = new BinMap(AbGrid.of(new double[] { 0, 10 }, new double[] { 0, 5 }), 1, 1, new float[] { 1, 1 });
		assertArrayEquals(near.logits(), SecondColour.of(near).logits());
	}
}
