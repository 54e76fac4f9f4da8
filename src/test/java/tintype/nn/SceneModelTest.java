package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

import tintype.Canceled;
import tintype.Progress;
import tintype.Setting;

/** A model of {@link SceneNet}, untrained: what holds whatever it knows. */
class SceneModelTest {

	@TempDir
	Path folder;

	private final ColorModel model = TestModels.scene(128);

	@AfterEach
	void close() {
		model.close();
	}

	@ParameterizedTest
	@CsvSource({ "256, 256, 128, 128", "1, 1, 128, 128", "300, 200, 192, 128", "200, 300, 128, 192", "4000, 3000, 176, 128", "100000, 10, 2048, 128" })
	void workingSizeFollowsTheShapeAlone(long width, long height, int expectedWidth, int expectedHeight) {
		assertEquals(new SceneSize(expectedWidth, expectedHeight), SceneSize.of(width, height, 128));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "3, 200", "200, 3", "129, 127", "640, 480" })
	void coloursAnySize(int width, int height) {
		var rgb = new Prediction(model, model.card().decoding(Setting.VIVID)).rgb(TestModels.picture(width, height), Progress.NONE);
		assertArrayEquals(new long[] { width, height }, rgb.dimensionsAsLongArray());
	}

	/** How large a network sees pictures is the model's own, so that other models may see more. */
	@Test
	void theCardSaysHowLargeItSees() throws IOException {
		Path file = folder.resolve("large.zip");
		try (ColorModel large = TestModels.scene(160)) {
			ModelFile.write(large, file);
		}
		try (ColorModel read = ModelFile.open(file)) {
			BinMap map = read.map(TestModels.picture(64, 64), Progress.NONE);
			assertEquals(40, map.width());
			assertEquals(40, map.height());
		}
	}

	/** A stranger's card must not ask for any amount of memory. */
	@ParameterizedTest
	@ValueSource(ints = { 0, -16, 100, 528, 1 << 20 })
	void sizesThatMakeNoSenseAreRefused(int edge) throws IOException {
		Path file = folder.resolve("strange.zip");
		try (ColorModel strange = TestModels.scene(128)) {
			ModelFile.write(strange, file);
		}
		byte[] edited = DamagedModels.withCard(Files.readAllBytes(file), card -> card.put("edge", edge));
		assertTrue(DamagedModels.refusal(edited).contains("edge"));
	}

	/** Users complain that other tools colour an enlargement otherwise. */
	@ParameterizedTest
	@CsvSource({ "2", "3", "7" })
	void enlargedIsColouredAlike(int factor) {
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(150, 130);
		float[] values = new float[150 * 130 * factor * factor];
		var source = picture.randomAccess();
		for (int i = 0; i < values.length; i++)
			values[i] = source.setPositionAndGet(i % (150 * factor) / factor, i / (150 * factor) / factor).get();
		var enlarged = ArrayImgs.floats(values, 150 * factor, 130 * factor);
		assertArrayEquals(model.map(picture, Progress.NONE).logits(), model.map(enlarged, Progress.NONE).logits(), 2e-3f);
	}

	@Test
	void mirroredIsColouredAsMirrored() {
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(160, 128);
		BinMap map = model.map(picture, Progress.NONE);
		BinMap mirror = model.map(Views.zeroMin(Views.invertAxis(picture, 0)), Progress.NONE);
		assertArrayEquals(map.mirrored().logits(), mirror.logits(), 1e-4f);
	}

	/** Linear light, not codes, is averaged: a fine checkerboard of black and white is a light grey. */
	@Test
	void reducedIsTheMeanOfLight() {
		float[] values = new float[256 * 256];
		for (int i = 0; i < values.length; i++)
			values[i] = (i + i / 256) % 2 * 100;
		for (float l : SceneSize.of(256, 256, 128).reduced(ArrayImgs.floats(values, 256, 256), Progress.NONE))
			assertEquals(76.07, l, 0.01); // L of Y = 1/2
	}

	@Test
	void lightnessOnlyIsRead() {
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(140, 150);
		float[] before = values(picture);
		model.map(picture, Progress.NONE);
		assertArrayEquals(before, values(picture));
	}

	private static float[] values(RandomAccessibleInterval<FloatType> picture) {
		float[] values = new float[(int) (picture.dimension(0) * picture.dimension(1))];
		int i = 0;
		for (FloatType value : Views.flatIterable(picture))
			values[i++] = value.get();
		return values;
	}

	@Test
	void canBeCanceled() {
		assertThrows(CancellationException.class, () -> model.map(TestModels.picture(300, 300), new Canceled()));
	}

	/** Tiles of any size are cut from the same colours. */
	@Test
	void tiledIsWhole() {
		Prediction prediction = new Prediction(model, model.card().decoding(Setting.VIVID));
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(200, 180);
		var whole = prediction.ab(picture, 1000, Progress.NONE).cursor();
		var tiled = prediction.ab(picture, 37, Progress.NONE).cursor();
		while (whole.hasNext())
			assertEquals(whole.next().get(), tiled.next().get());
	}

	@Test
	void settingsDiffer() {
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(64, 64);
		var vivid = new Prediction(model, model.card().decoding(Setting.VIVID)).ab(picture, 64, Progress.NONE).firstElement().get();
		var faithful = new Prediction(model, model.card().decoding(Setting.FAITHFUL)).ab(picture, 64, Progress.NONE).firstElement().get();
		assertNotEquals(vivid, faithful);
	}

	@Test
	void aFileOfHalfPrecisionIsHalfAsLargeAndColoursAlike() throws IOException {
		Path whole = folder.resolve("whole.zip"), half = folder.resolve("half.zip");
		ModelFile.write(model, whole);
		ModelFile.writeHalf(model, half);
		assertTrue(Files.size(half) < 0.6 * Files.size(whole), Files.size(half) + " of " + Files.size(whole));
		RandomAccessibleInterval<FloatType> picture = TestModels.picture(128, 128);
		ComputationGraph any = ModelSerializer.restoreComputationGraph(half.toFile());
		try (ColorModel read = ModelFile.open(half)) {
			assertEquals(model.network().params().castTo(DataType.HALF).castTo(DataType.FLOAT), read.network().params());
			assertArrayEquals(model.map(picture, Progress.NONE).logits(), read.map(picture, Progress.NONE).logits(), 0.05f);
			assertEquals(read.network().params(), any.params().castTo(DataType.FLOAT));
		}
	}
}
