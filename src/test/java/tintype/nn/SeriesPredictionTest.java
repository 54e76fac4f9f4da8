package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.Progress;
import tintype.Setting;
import tintype.TintypeException;

/** Series of pictures, with small untrained networks. */
class SeriesPredictionTest {

	private static final int COUNT = 18;

	private final ColorModel model = TestModels.untrained();
	private final SeriesPrediction prediction = prediction(model);

	private static SeriesPrediction prediction(ColorModel model) {
		return new SeriesPrediction(model, model.card().decoding(Setting.VIVID));
	}

	/** Pictures that differ in noise of 4 L. */
	private static List<Img<FloatType>> film(int count) {
		Random random = new Random(3);
		return IntStream.range(0, count).mapToObj(i -> {
			Img<FloatType> picture = TestModels.picture(20, 14);
			picture.forEach(pixel -> pixel.set(pixel.get() + 4 * (float) random.nextGaussian()));
			return picture;
		}).toList();
	}

	private static List<int[]> colours(SeriesPrediction prediction, List<Img<FloatType>> slices) {
		List<int[]> colours = new ArrayList<>();
		prediction.rgb(slices, (rgb, slice) -> {
			assertEquals(colours.size(), slice);
			colours.add(rgb.update(null).getCurrentStorageArray());
		}, Progress.NONE);
		return colours;
	}

	@Test
	void oneSliceIsASinglePicture() {
		for (ColorModel each : List.of(model, TestModels.scene(128))) {
			Img<FloatType> picture = TestModels.picture(70, 40);
			int[] single = new Prediction(each, each.card().decoding(Setting.VIVID)).rgb(picture, Progress.NONE).update(null).getCurrentStorageArray();
			assertArrayEquals(single, colours(prediction(each), List.of(picture)).get(0));
		}
	}

	@Test
	void equalSlicesStayAsTheyAre() {
		for (ColorModel each : List.of(model, TestModels.scene(128))) {
			Img<FloatType> picture = TestModels.picture(20, 14);
			float[] alone = each.map(picture, Progress.NONE).probabilities();
			prediction(each).maps(List.of(picture, picture, picture), //
				(map, slice) -> assertArrayEquals(alone, map.probabilities(), 1e-5f), Progress.NONE);
		}
	}

	/** Slice by slice comes out what comes out with the whole series at hand. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 11, COUNT })
	void streamedIsWhole(int count) {
		List<Img<FloatType>> film = film(count);
		int samples = Math.min(count, SeriesPrediction.SAMPLES);
		List<SeenSlice> seen = film.stream().map(picture -> SeenSlice.of(model, picture, Progress.NONE)).toList();
		SeriesStatistics statistics = new SeriesStatistics(IntStream.range(0, samples) //
			.mapToObj(i -> seen.get(SeriesPrediction.sample(i, samples, count)).summary()).toList());
		List<SeenSlice> moved = seen.stream().map(slice -> slice.moved(statistics.offsets(slice.summary()))).toList();
		List<Integer> done = new ArrayList<>();
		prediction.maps(film, (map, slice) -> {
			assertArrayEquals(SeriesSmoothing.of(moved, slice).probabilities(), map.probabilities(), 1e-6f);
			done.add(slice);
		}, Progress.NONE);
		assertEquals(IntStream.range(0, count).boxed().toList(), done);
	}

	@Test
	void readsNoFartherAheadThanItSmooths() {
		List<Img<FloatType>> film = film(COUNT);
		int[] latest = { 0 };
		boolean[] second = { false };
		List<Img<FloatType>> read = new AbstractList<>() {

			@Override
			public Img<FloatType> get(int index) {
				if (second[0]) latest[0] = Math.max(latest[0], index);
				return film.get(index);
			}

			@Override
			public int size() {
				return film.size();
			}
		};
		prediction.maps(read, (map, slice) -> {
			if (slice > 0) assertEquals(Math.min(COUNT - 1, slice + SeriesSmoothing.RADIUS), latest[0]);
			second[0] = true;
		}, Progress.NONE);
	}

	@Test
	void samplesAreSpreadEvenly() {
		assertArrayEquals(new int[] { 0, 1, 2 }, IntStream.range(0, 3).map(i -> SeriesPrediction.sample(i, 3, 3)).toArray());
		assertArrayEquals(new int[] { 12, 37, 62, 87 }, IntStream.range(0, 4).map(i -> SeriesPrediction.sample(i, 4, 100)).toArray());
	}

	@Test
	void stopsWithinASlice() {
		for (String text : List.of("Comparing slices, 2 of 12", "Slice 1 of 12", "Slice 3 of 12")) {
			List<String> told = new ArrayList<>();
			int[] questions = { 0 };
			Progress canceling = new Progress() {

				@Override
				public void report(long done, long total, String what) {
					assertTrue(done >= 0 && done <= total);
					told.add(what);
				}

				@Override
				public boolean canceled() {
					return told.contains(text) && questions[0]++ > 2;
				}
			};
			assertThrows(CancellationException.class, () -> prediction.rgb(film(12), (rgb, slice) -> {}, canceling));
			assertEquals(text, told.get(told.size() - 1));
		}
	}

	@Test
	void refusesSlicesOfDifferentSizes() {
		List<Img<FloatType>> slices = List.of(TestModels.picture(20, 14), TestModels.picture(14, 20));
		String sentence = assertThrows(TintypeException.class, () -> colours(prediction, slices)).getMessage();
		assertEquals("Slice 2 of the series is 14 x 20 pixels and the first 20 x 14; give all the same size.", sentence);
	}

	@Test
	void noSlicesAreNoWork() {
		assertEquals(List.of(), colours(prediction, List.of()));
	}

	@Test
	void flatSlicesHaveColours() {
		List<int[]> colours = colours(prediction, List.of(ArrayImgs.floats(9, 9), ArrayImgs.floats(9, 9)));
		assertArrayEquals(colours.get(0), colours.get(1));
	}
}
