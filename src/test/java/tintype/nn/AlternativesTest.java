package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.Progress;
import tintype.Setting;
import tintype.TintypeException;
import tintype.color.AbGrid;

class AlternativesTest {

	private static final Img<FloatType> PICTURE = TestModels.picture(40, 24);

	private static void assertDistinct(ColorModel model) {
		Decoding decoding = model.card().decoding(Setting.VIVID);
		var colourings = new Alternatives(model, decoding).of(PICTURE, 3, Progress.NONE);
		List<String> labels = new ArrayList<>(colourings.keySet());
		assertEquals("as usual", labels.get(0));
		for (String label : labels.subList(1, 3))
			assertTrue(label.matches("leaning to a -?\\d+, b -?\\d+"), label);
		assertArrayEquals(pixels(new Prediction(model, decoding).rgb(PICTURE, Progress.NONE)), pixels(colourings.get("as usual")));
		HashSet<Integer> different = new HashSet<>();
		colourings.values().forEach(image -> different.add(Arrays.hashCode(pixels(image))));
		assertEquals(3, different.size());
	}

	private static int[] pixels(ArrayImg<ARGBType, IntArray> image) {
		return image.update(null).getCurrentStorageArray();
	}

	@Test
	void firstIsAsUsualAndTheOthersAreNotPixelByPixel() {
		assertDistinct(TestModels.untrained());
	}

	@Test
	void firstIsAsUsualAndTheOthersAreNotOfAScene() {
		assertDistinct(TestModels.scene(128));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 1, 11 })
	void refusesOtherNumbers(int count) {
		Alternatives alternatives = new Alternatives(TestModels.untrained(), new Decoding(1, 1, 1));
		String sentence = assertThrows(TintypeException.class, () -> alternatives.of(PICTURE, count, Progress.NONE)).getMessage();
		assertTrue(sentence.startsWith("Alternatives must be 2 to 10"), sentence);
	}

	/** All nine bins lie within 25 units of the middle. */
	@Test
	void saysHowManyThereAreIfColoursAreTooFew() {
		Alternatives alternatives = new Alternatives(TestModels.untrained(), new Decoding(1, 1, 1));
		String sentence = assertThrows(TintypeException.class, () -> alternatives.of(PICTURE, 10, Progress.NONE)).getMessage();
		assertTrue(sentence.contains("too few colours for 10 alternatives"), sentence);
		int most = Integer.parseInt(sentence.replaceAll(".*at most (\\d+)\\.", "$1"));
		assertEquals(most, alternatives.of(PICTURE, most, Progress.NONE).size());
	}

	/** A sure cell and one that wavers between its own colour, blue and a little red. */
	@Test
	void leansToWhatWouldChangeTheUndecidedMost() {
		AbGrid grid = AbGrid.of(new double[] { 0, 0, 60, 70 }, new double[] { 0, -40, 30, 30 });
		double[][] shares = { { 1e-6, 1e-6, 1 - 4e-6, 2e-6 }, { 0.6, 0.3, 0.01, 0.09 } };
		float[] logits = new float[8];
		for (int i = 0; i < 8; i++)
			logits[i] = (float) Math.log(shares[i % 2][i / 2]);
		List<Leaning> leanings = Leaning.of(new BinMap(grid, 2, 1, logits), new ChromaMap(2, 1, new float[] { 60, 0 }, new float[] { 30, 0 }), 3);
		assertEquals(List.of(new Leaning(0, -40), new Leaning(70, 30), new Leaning(0, 0)), leanings);
		assertEquals("leaning to a 70, b 30", leanings.get(1).words());
	}

	/** Twenty times likelier at the colour, less around it, hardly far away. */
	@Test
	void weightsFallWithTheDistance() {
		double[] weights = new Leaning(0, -40).weights(AbGrid.of(new double[] { 0, 0, 0 }, new double[] { -40, -20, 60 }));
		assertEquals(Math.log(20), weights[0], 1e-12);
		assertEquals(Math.log(20) * Math.exp(-0.5), weights[1], 1e-12);
		assertEquals(0, weights[2], 1e-4);
	}
}
