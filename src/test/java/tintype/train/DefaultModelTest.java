package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.Setting;
import tintype.SharedData;
import tintype.color.Lab;
import tintype.nn.ColorModel;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.Prediction;

/** Holds the model in the jar to its card, and both to what was asked of it. */
class DefaultModelTest {

	private static final double TEMPERATURE = 0.38;

	@Test
	void cardTellsHowTheModelWasMade() throws IOException {
		try (ColorModel model = open()) {
			ModelCard card = model.card();
			assertTrue(card.description().contains("17 x 17 pixels"), card.description());
			assertTrue(card.training().get("data").contains("Oliva & Torralba"), card.training().toString());
			assertTrue(card.training().containsKey("settings"), card.training().toString());
			assertFalse(card.licence().isBlank());
			assertFalse(card.citation().isBlank());
			assertEquals(TEMPERATURE, card.temperature());
		}
	}

	@Test
	void photographsScoreAsTheCardSays() throws IOException {
		PhotoFolder validation = PhotoFolder.of(SharedData.require("data/scenes/val"));
		double[] counts = SharedData.trainCounts();
		try (ColorModel model = open()) {
			Scores scores = Pictures.scores(validation.files(), counts, grey -> coloured(grey, model));
			System.out.println("Default model on scenes/val: " + scores);
			Map<String, Double> card = model.card().scores();
			scores.asMap().forEach((name, value) -> assertEquals(card.get(name), value, 0.005 * value, name));
			assertTrue(scores.auc() >= 0.877, "AuC, grey has 0.8868: " + scores);
			assertTrue(scores.rebalancedAuc() >= 0.775, "rebalanced AuC, grey has 0.7548: " + scores);
			assertTrue(scores.colourfulnessRatio() >= 0.5 && scores.colourfulnessRatio() <= 1.2, scores.toString());
		}
	}

	/** Colours outside sRGB are clipped, which moves L a little; rounding to 8 bits alone moves it by 0.1. */
	@Test
	void lightnessStaysThePictures() throws IOException {
		Photo sample = Pictures.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png"));
		Photo grey = Colouring.grey(sample, Progress.NONE);
		try (ColorModel model = open()) {
			Photo coloured = coloured(grey, model);
			double sum = 0;
			for (int i = 0; i < grey.rgb().length; i++)
				sum += Math.abs(Lab.lightness(grey.rgb()[i]) - Lab.lightness(coloured.rgb()[i]));
			assertEquals(0, sum / grey.rgb().length, 0.15);
		}
	}

	private static Photo coloured(Photo grey, ColorModel model) {
		Colouring colouring = new Prediction(model, model.card().decoding(Setting.VIVID).with(TEMPERATURE, 1))::rgb;
		return colouring.of(grey, Progress.NONE);
	}

	private static ColorModel open() throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/default.zip")) {
			return ModelFile.read(stream, "The default model");
		}
	}
}
