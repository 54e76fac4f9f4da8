package tintype.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers are those of scikit-image 0.19.3, rgb2lab and lab2rgb. */
class LabTest {

	@ParameterizedTest
	@CsvSource({
		"255, 0, 0, 53.240588, 80.092308, 67.202751",
		"0, 255, 0, 87.735099, -86.183030, 83.179703",
		"0, 0, 255, 32.295673, 79.185591, -107.857300",
		"128, 64, 32, 34.724796, 24.999568, 31.372840",
		"119, 119, 119, 50.034439, -0.001398, 0.002649",
		"255, 255, 255, 100.000000, -0.002455, 0.004653",
		"0, 0, 0, 0.000000, 0.000000, 0.000000",
		"1, 1, 1, 0.274173, -0.000017, 0.000033",
		"10, 3, 5, 1.270255, 2.108531, -0.111778",
		"0, 255, 255, 91.113301, -48.090596, -14.126330",
		"255, 0, 255, 60.323507, 98.233054, -60.821015",
		"255, 255, 0, 97.139507, -21.554681, 94.478122",
		"200, 220, 30, 83.736518, -27.219566, 79.148651",
		"17, 99, 213, 44.008988, 21.374843, -64.700537",
		"64, 64, 66, 27.158239, 0.452836, -1.216213",
		"254, 250, 245, 98.446145, 0.464361, 2.865677",
		"5, 80, 12, 28.891352, -35.527626, 31.588667" })
	void agreesWithScikitImage(int red, int green, int blue, double L, double a, double b) {
		double[] lab = new double[3];
		Lab.fromSrgb(red << 16 | green << 8 | blue, lab);
		assertEquals(L, lab[0], 1e-5);
		assertEquals(a, lab[1], 1e-5);
		assertEquals(b, lab[2], 1e-5);
	}

	@ParameterizedTest
	@CsvSource({
		"50, 0, 0, 119, 119, 119",
		"60, 80, -40, 243, 67, 217",
		"30, -60, 60, 0, 88, 0",
		"97, -20, 90, 255, 254, 39",
		"5, 10, -50, 0, 19, 85",
		"75, -5, -30, 136, 190, 239",
		"100, 20, 20, 255, 240, 217",
		"88.5, -120, 10, 0, 255, 200" })
	void clipsPerChannelAsScikitImage(double L, double a, double b, int red, int green, int blue) {
		assertEquals(0xff000000 | red << 16 | green << 8 | blue, Lab.toSrgb(L, a, b));
	}

	@Test
	void coloursSurviveTheRoundTrip() {
		double[] lab = new double[3];
		for (int red = 0; red < 256; red += 3)
			for (int green = 0; green < 256; green += 5)
				for (int blue = 0; blue < 256; blue += 3) {
					int rgb = 0xff000000 | red << 16 | green << 8 | blue;
					Lab.fromSrgb(rgb, lab);
					assertEquals(rgb, Lab.toSrgb(lab[0], lab[1], lab[2]));
				}
	}

	@Test
	void upperByteIsIgnored() {
		double[] opaque = new double[3];
		double[] transparent = new double[3];
		Lab.fromSrgb(0xff804020, opaque);
		Lab.fromSrgb(0x00804020, transparent);
		for (int i = 0; i < 3; i++)
			assertEquals(opaque[i], transparent[i], 0);
		assertEquals(opaque[0], Lab.lightness(0x12804020), 0);
	}

	@Test
	void lightnessIsThatOfLab() {
		double[] lab = new double[3];
		for (int rgb = 0; rgb < 1 << 24; rgb += 4099) {
			Lab.fromSrgb(rgb, lab);
			assertEquals(lab[0], Lab.lightness(rgb), 0);
		}
	}

	@Test
	void greysOfAnyDepthHaveTheirOwnLightness() {
		for (int code = 0; code < 256; code++)
			assertEquals(Lab.lightness(code * 0x010101), Lab.lightnessOfGrey(code / 255.0), 1e-12);
		double between = Lab.lightnessOfGrey(100.5 / 255);
		assertEquals((Lab.lightnessOfGrey(100 / 255.0) + Lab.lightnessOfGrey(101 / 255.0)) / 2, between, 1e-3);
		assertEquals(0, Lab.lightnessOfGrey(-0.2), 1e-12);
		assertEquals(100, Lab.lightnessOfGrey(1.2), 1e-12);
		assertEquals(0, Lab.lightnessOfGrey(Double.NaN), 1e-12);
	}

	/** The grey a photograph has without its colours; up to 0.3 in L is rounding. */
	@Test
	void greyKeepsItsLightness() {
		for (double L = 0; L <= 100; L += 0.01) {
			int grey = Lab.toSrgb(L, 0, 0);
			assertEquals(grey >> 16 & 0xff, grey >> 8 & 0xff, 1);
			assertEquals(L, Lab.lightness(grey), 0.3);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300 })
	void absurdNumbersStillGiveAColour(double absurd) {
		double zeroed = Double.isNaN(absurd) ? 0 : absurd > 0 ? 100 : 0;
		assertEquals(Lab.toSrgb(zeroed, 10, 10), Lab.toSrgb(absurd, 10, 10));
		double near = Double.isNaN(absurd) ? 0 : Math.copySign(1000, absurd);
		assertEquals(Lab.toSrgb(50, near, 10), Lab.toSrgb(50, absurd, 10));
		assertEquals(Lab.toSrgb(50, 10, near), Lab.toSrgb(50, 10, absurd));
	}
}
