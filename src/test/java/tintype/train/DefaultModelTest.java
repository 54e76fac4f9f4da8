package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.Setting;
import tintype.SharedData;
import tintype.color.Lab;
import tintype.nn.Architecture;
import tintype.nn.BinMap;
import tintype.nn.ColorModel;
import tintype.nn.Decoding;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.Prediction;

/** Holds the model in the jar to its card, and both to what was asked of it. */
class DefaultModelTest {

	@Test
	void cardTellsHowTheModelWasMade() {
		try (ColorModel model = ModelFile.open(ModelFile.DEFAULT)) {
			ModelCard card = model.card();
			assertEquals(Architecture.SCENE_NET, card.network());
			assertTrue(card.description().contains("not evidence"), card.description());
			assertTrue(card.training().get("data").contains("Oliva & Torralba"), card.training().toString());
			assertTrue(card.training().containsKey("settings"), card.training().toString());
			assertFalse(card.licence().isBlank());
			assertFalse(card.citation().isBlank());
			assertEquals(Set.of(Setting.values()), card.decodings().keySet());
		}
	}

	@Test
	void fitsIntoTheJar() throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/default.zip")) {
			assertTrue(stream.readAllBytes().length <= 8_000_000);
		}
	}

	/** The network of the source posts stays at hand, as it was. */
	@Test
	void colorNetStays() {
		try (ColorModel model = ModelFile.open(ModelFile.COLOR_NET)) {
			assertEquals("Tintype ColorNet 1", model.card().title());
			assertEquals(new Decoding(0.38, 1, 0.5), model.card().decoding(Setting.VIVID));
		}
	}

	/** Each picture goes through the network once; the settings read the same distributions. */
	@Nested
	class Settings {

		private static final Map<Setting, Scores> SCORES = new EnumMap<>(Setting.class);

		@BeforeAll
		static void colourEveryPicture() throws IOException {
			List<Path> files = PhotoFolder.of(SharedData.require("data/scenes/val")).files();
			Map<Setting, Comparison> comparisons = new EnumMap<>(Setting.class);
			for (Setting setting : Setting.values())
				comparisons.put(setting, new Comparison(SharedData.trainCounts()));
			try (ColorModel model = ModelFile.open(ModelFile.DEFAULT)) {
				for (Path file : files) {
					Photo truth = Pictures.read(file), grey = Colouring.grey(truth, Progress.NONE);
					BinMap map = model.map(ArrayImgs.floats(lightness(grey), grey.width(), grey.height()), Progress.NONE);
					comparisons.forEach((setting, comparison) -> comparison.add(truth, coloured(grey, map, model, setting)));
					if (file.equals(files.get(0))) assertSettingsAsAlways(grey, map, model);
				}
				comparisons.forEach((setting, comparison) -> SCORES.put(setting, comparison.scores()));
			}
		}

		/** The short way to the colours gives those of the usual one. */
		private static void assertSettingsAsAlways(Photo grey, BinMap map, ColorModel model) {
			for (Setting setting : Setting.values())
				assertArrayEquals(DefaultModelTest.coloured(grey, model, setting).rgb(), coloured(grey, map, model, setting).rgb());
		}

		private static Photo coloured(Photo grey, BinMap map, ColorModel model, Setting setting) {
			Prediction prediction = new Prediction(model, model.card().decoding(setting));
			Colouring colouring = (lightness, progress) -> prediction.rgb(lightness, map, progress);
			return colouring.of(grey, Progress.NONE);
		}

		/** The best small network of others that was trained on the same pictures has AuC .9038 and 23.97 dB. */
		@Test
		void faithfulIsNearTheTruth() {
			Scores faithful = SCORES.get(Setting.FAITHFUL);
			assertScoresAsTheCardSays(ModelFile.DEFAULT, Setting.FAITHFUL, "faithful: ", faithful);
			assertTrue(faithful.auc() >= 0.912, faithful.toString());
			assertTrue(faithful.psnr() >= 24.6, faithful.toString());
		}

		@Test
		void vividIsAsColourfulAsTheWorld() {
			Scores vivid = SCORES.get(Setting.VIVID);
			assertScoresAsTheCardSays(ModelFile.DEFAULT, Setting.VIVID, "vivid: ", vivid);
			assertTrue(vivid.auc() >= 0.890, "AuC, grey has 0.8868: " + vivid);
			assertTrue(vivid.rebalancedAuc() >= 0.840, "rebalanced AuC, grey has 0.7548: " + vivid);
			assertTrue(vivid.colourfulnessRatio() >= 0.9 && vivid.colourfulnessRatio() <= 1.1, vivid.toString());
		}
	}

	@Tag("threads")
	@Test
	void colorNetScoresAsItDid() throws IOException {
		PhotoFolder validation = PhotoFolder.of(SharedData.require("data/scenes/val"));
		double[] counts = SharedData.trainCounts();
		Scores scores;
		try (ColorModel model = ModelFile.open(ModelFile.COLOR_NET)) {
			scores = Pictures.scores(validation.files(), counts, grey -> coloured(grey, model, Setting.VIVID));
		}
		assertScoresAsTheCardSays(ModelFile.COLOR_NET, Setting.VIVID, "", scores);
		assertTrue(scores.auc() >= 0.877, "AuC, grey has 0.8868: " + scores);
		assertTrue(scores.rebalancedAuc() >= 0.775, "rebalanced AuC, grey has 0.7548: " + scores);
		assertTrue(scores.colourfulnessRatio() >= 0.5 && scores.colourfulnessRatio() <= 1.2, scores.toString());
	}

	/** @param prefix of the figures' names in the card */
	private static void assertScoresAsTheCardSays(String name, Setting setting, String prefix, Scores scores) {
		System.out.println("Model " + name + ", " + setting.label() + ", on scenes/val: " + scores);
		try (ColorModel model = ModelFile.open(name)) {
			scores.asMap().forEach((figure, value) -> assertEquals(model.card().scores().get(prefix + figure), value, 0.005 * value, figure));
		}
	}

	private static float[] lightness(Photo photo) {
		float[] lightness = new float[photo.rgb().length];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = (float) Lab.lightness(photo.rgb()[i]);
		return lightness;
	}

	/** A picture of 16 bits gets the colours of its 8-bit version, up to a level. */
	@Test
	void depthChangesNothing() throws IOException {
		Photo grey = Colouring.grey(Pictures.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png")), Progress.NONE);
		float[] coarse = new float[grey.rgb().length], fine = new float[coarse.length];
		Random random = new Random(1);
		for (int i = 0; i < coarse.length; i++) {
			double code = grey.rgb()[i] & 255;
			coarse[i] = (float) Lab.lightnessOfGrey(code / 255);
			fine[i] = (float) Lab.lightnessOfGrey((code + 0.9 * (random.nextDouble() - 0.5)) / 255); // what 8 bits round off
		}
		try (ColorModel model = ModelFile.open(ModelFile.DEFAULT)) {
			Prediction prediction = new Prediction(model, model.card().decoding(Setting.VIVID));
			int[] expected = rgb(prediction, coarse, grey), actual = rgb(prediction, fine, grey);
			for (int i = 0; i < expected.length; i++)
				for (int shift = 0; shift <= 16; shift += 8)
					assertEquals(expected[i] >> shift & 255, actual[i] >> shift & 255, 1, "pixel " + i);
		}
	}

	private static int[] rgb(Prediction prediction, float[] lightness, Photo size) {
		return prediction.rgb(ArrayImgs.floats(lightness, size.width(), size.height()), Progress.NONE).update(null).getCurrentStorageArray();
	}

	/** Colours outside sRGB are clipped, which moves L a little; rounding to 8 bits alone moves it by 0.1. */
	@Test
	void lightnessStaysThePictures() throws IOException {
		Photo sample = Pictures.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png"));
		Photo grey = Colouring.grey(sample, Progress.NONE);
		try (ColorModel model = ModelFile.open(ModelFile.DEFAULT)) {
			for (Setting setting : Setting.values()) {
				Photo coloured = coloured(grey, model, setting);
				double sum = 0;
				for (int i = 0; i < grey.rgb().length; i++)
					sum += Math.abs(Lab.lightness(grey.rgb()[i]) - Lab.lightness(coloured.rgb()[i]));
				assertEquals(0, sum / grey.rgb().length, 0.15);
			}
		}
	}

	private static Photo coloured(Photo grey, ColorModel model, Setting setting) {
		Colouring colouring = new Prediction(model, model.card().decoding(setting))::rgb;
		return colouring.of(grey, Progress.NONE);
	}
}
