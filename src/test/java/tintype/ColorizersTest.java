package tintype;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures coloured side by side are those coloured one after the other. */
class ColorizersTest {

	private static final int COUNT = 6;

	@ParameterizedTest
	@ValueSource(strings = { "default", "colornet" })
	void samePixelsSideBySide(String model) {
		List<int[]> expected;
		String description;
		try (Colorizer alone = Colorizer.open(model)) {
			expected = IntStream.range(0, COUNT).mapToObj(i -> coloured(alone, i)).toList();
			description = alone.description();
		}
		try (Colorizers colorizers = Colorizers.open(model, COUNT)) {
			assertThrows(IllegalStateException.class, () -> colorizers.with(colorizer -> {
				throw new IllegalStateException("on purpose, and the colorizer goes back");
			}));
			List<int[]> actual = IntStream.range(0, COUNT).parallel().mapToObj(i -> colorizers.with(colorizer -> coloured(colorizer, i))).toList();
			for (int i = 0; i < COUNT; i++)
				assertArrayEquals(expected.get(i), actual.get(i), "picture " + i);
			assertEquals(description, colorizers.with(Colorizer::description));
		}
	}

	private static int[] coloured(Colorizer colorizer, int i) {
		return colorizer.colorize(picture(40 + 7 * i, 90 - 5 * i), Look.VIVID, Progress.NONE).update(null).getCurrentStorageArray();
	}

	private static ArrayImg<FloatType, FloatArray> picture(int width, int height) {
		float[] lightness = new float[width * height];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = 90f * (i % width) / width + 10f * (i / width) / height;
		return ArrayImgs.floats(lightness, width, height);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void fewPicturesGetAllProcessorsEach(int pictures) {
		try (Colorizers colorizers = Colorizers.open("default", pictures)) {
			assertEquals(1, colorizers.count());
		}
	}
}
