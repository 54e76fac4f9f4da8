package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.test.ImgLib2Assert;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.Colorizer;
import tintype.Progress;
import tintype.Setting;
import tintype.TintypeException;
import tintype.color.Lab;

/** Whole pictures: every pixel coloured, no tile to be seen, L kept. */
class PredictionTest {

	/** 1e-5 of the range of a and b, about 200 units. */
	private static final float TILES_DIFFER = 2e-3f;

	/** The widest step of 8-bit sRGB in L is 0.55 in the dark, 0.28 per rounding. */
	private static final double ROUNDING = 0.3;

	private final ColorModel model = TestModels.untrained();

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 7", "17, 5", "300, 40" })
	void tiledIsWhole(int width, int height) {
		assertTiledIsWhole(model, width, height);
	}

	@ParameterizedTest
	@CsvSource({ "1, 7", "50, 40" })
	void tiledIsWholeWithTheDefaultModel(int width, int height) throws IOException {
		try (InputStream stream = Colorizer.class.getResourceAsStream("colornet.zip")) {
			assertTiledIsWhole(ModelFile.read(stream, "ColorNet"), width, height);
		}
	}

	private static void assertTiledIsWhole(ColorModel model, int width, int height) {
		Prediction prediction = new Prediction(model, model.card().decoding(Setting.VIVID).with(model.card().temperature(), 1));
		Img<FloatType> picture = TestModels.picture(width, height);
		Img<FloatType> whole = prediction.ab(picture, 512, Progress.NONE);
		assertArrayEquals(new long[] { width, height, 2 }, whole.dimensionsAsLongArray());
		ImgLib2Assert.assertImageEqualsRealType(whole, prediction.ab(picture, 16, Progress.NONE), TILES_DIFFER);
		ImgLib2Assert.assertImageEqualsRealType(whole, prediction.ab(picture, 23, Progress.NONE), TILES_DIFFER);
	}

	/** With tiles of 256 and a plane of 300, also from a view whose origin is elsewhere. */
	@Test
	void rgbIsLightnessWithPredictedAb() {
		Prediction prediction = new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1));
		Img<FloatType> picture = TestModels.picture(300, 9);
		Img<FloatType> ab = prediction.ab(picture, 512, Progress.NONE);
		var rgb = prediction.rgb(Views.translate(picture, 40, -7), Progress.NONE).cursor();
		var a = Views.flatIterable(Views.hyperSlice(ab, 2, 0)).cursor();
		var b = Views.flatIterable(Views.hyperSlice(ab, 2, 1)).cursor();
		double[] lab = new double[3];
		for (FloatType l : picture) {
			int pixel = rgb.next().get();
			double trueA = a.next().get(), trueB = b.next().get();
			Lab.fromSrgb(pixel, lab);
			if (isInGamut(pixel)) assertEquals(l.get(), lab[0], ROUNDING);
			assertTrue(channelsDiffer(pixel, Lab.toSrgb(l.get(), trueA, trueB)) <= 1);
			assertTrue(Math.hypot(trueA, trueB) > 0.1, "every pixel is coloured");
		}
	}

	private static boolean isInGamut(int rgb) {
		for (int shift = 0; shift <= 16; shift += 8)
			if ((rgb >> shift & 255) == 0 || (rgb >> shift & 255) == 255) return false;
		return true;
	}

	private static int channelsDiffer(int rgb, int other) {
		int most = 0;
		for (int shift = 0; shift <= 16; shift += 8)
			most = Math.max(most, Math.abs((rgb >> shift & 255) - (other >> shift & 255)));
		return most;
	}

	/** To one code value: a = b = 0 rounds to channels that differ by one, as sRGB's white and matrix do. */
	@Test
	void noSaturationIsGrey() {
		for (ARGBType pixel : new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 0)).rgb(TestModels.picture(20, 20), Progress.NONE)) {
			int green = pixel.get() >> 8 & 255;
			assertTrue(channelsDiffer(pixel.get(), green << 16 | green << 8 | green) <= 1, pixel::toString);
		}
	}

	@Test
	void saturationScalesTheColour() {
		Img<FloatType> picture = TestModels.picture(20, 20);
		var twice = new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 2)).ab(picture, 256, Progress.NONE).cursor();
		for (FloatType value : new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1)).ab(picture, 256, Progress.NONE))
			assertEquals(2 * value.get(), twice.next().get(), 1e-4);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY })
	void temperatureOutOfRange(double temperature) {
		TintypeException e = assertThrows(TintypeException.class, () -> new Prediction(model, model.card().decoding(Setting.VIVID).with(temperature, 1)));
		assertTrue(e.getMessage().startsWith("Temperature must be above 0 and at most 1"), e.getMessage());
	}

	@Test
	void temperatureZeroIsTheModelsOwn() {
		var own = new Prediction(model, model.card().decoding(Setting.VIVID).with(0, 1)).rgb(TestModels.picture(20, 20), Progress.NONE);
		var named = new Prediction(model, model.card().decoding(Setting.VIVID).with(model.card().temperature(), 1)).rgb(TestModels.picture(20, 20), Progress.NONE);
		assertArrayEquals(named.update(null).getCurrentStorageArray(), own.update(null).getCurrentStorageArray());
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 2.01, Double.NaN, Double.POSITIVE_INFINITY })
	void saturationOutOfRange(double saturation) {
		TintypeException e = assertThrows(TintypeException.class, () -> new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, saturation)));
		assertTrue(e.getMessage().startsWith("Saturation must be between 0 and 2"), e.getMessage());
	}

	@Test
	void cancelStopsWithinOneTile() {
		AtomicInteger asked = new AtomicInteger();
		Progress canceledAtOnce = new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return asked.incrementAndGet() == 2;
			}
		};
		assertThrows(CancellationException.class,
			() -> new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1)).ab(TestModels.picture(80, 80), 16, canceledAtOnce));
		assertEquals(2, asked.get());
	}

	@Test
	void inputIsOnlyRead() {
		Img<FloatType> picture = TestModels.picture(30, 30);
		new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1)).rgb(picture, Progress.NONE);
		ImgLib2Assert.assertImageEquals(TestModels.picture(30, 30), picture);
	}

	/** Black, white and NaN give colours, not failures. */
	@Test
	void extremeLightness() {
		float[] values = { 0, 100, Float.NaN, -5, 120, Float.POSITIVE_INFINITY };
		Img<ARGBType> rgb = new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1)).rgb(ArrayImgs.floats(values, 6, 1), Progress.NONE);
		for (ARGBType pixel : rgb)
			assertEquals(0xff, pixel.get() >>> 24);
	}
}
