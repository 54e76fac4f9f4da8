package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Canceled;
import tintype.Progress;
import tintype.SharedData;
import tintype.TintypeException;

/** What is proposed in rendered scenes with known corners, and that nothing is where nothing is to be seen. */
class CornerFinderTest {

	private static final int WIDTH = 640, HEIGHT = 480, SEEDS = 3;

	private static final SlantedScene SHEET = SlantedScene.whole(FlatThing.SHEET, SlantedScene.Light.CLEAN, WIDTH, HEIGHT, 5);

	/** The limits are on the worst of the four corners, in pixels, over all things; one scene in twelve may be missed. */
	@ParameterizedTest
	@CsvSource({ "CLEAN, 0.06, 0.15", "NOISY, 0.25, 0.6", "BLURRED, 0.6, 4", "SHADED, 0.08, 0.2", "CLUTTERED, 0.2, 0.5" })
	void findsWhatLiesOnTheTable(String light, double median, double worst) {
		List<Double> errors = new ArrayList<>();
		for (FlatThing thing : FlatThing.values())
			for (int seed = 0; seed < SEEDS; seed++) {
				SlantedScene scene = SlantedScene.whole(thing, SlantedScene.Light.of(light), WIDTH, HEIGHT, seed);
				propose(scene.photograph()).map(found -> scene.error(found.corners())).filter(error -> error < 5).ifPresent(errors::add);
			}
		errors.sort(null);
		assertTrue(errors.size() >= FlatThing.values().length * SEEDS - 1, () -> "found only " + errors.size());
		assertTrue(errors.get(errors.size() / 2) < median, () -> light + ", sorted errors: " + errors);
		assertTrue(errors.get(errors.size() - 1) < worst, () -> light + ", sorted errors: " + errors);
	}

	/** A corner outside the picture: the proposal, if there were one, would be wrong. */
	@Test
	void proposesNothingForWhatIsCutOff() {
		for (FlatThing thing : FlatThing.values())
			for (int seed = 0; seed < SEEDS; seed++) {
				Optional<CornerProposal> found = propose(SlantedScene.cutOff(thing, SlantedScene.Light.CLEAN, WIDTH, HEIGHT, seed).photograph());
				assertTrue(found.isEmpty(), thing + ", seed " + seed);
			}
	}

	@Test
	void proposesNothingInBlankPictures() {
		float[] blank = new float[WIDTH * HEIGHT], ramp = new float[WIDTH * HEIGHT];
		Arrays.fill(blank, 50);
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = Math.round(i % WIDTH * 0.1f);
		assertTrue(propose(blank).isEmpty());
		assertTrue(propose(ramp).isEmpty());
		Arrays.fill(blank, Float.NaN);
		assertTrue(propose(blank).isEmpty());
	}

	@Test
	void proposesNothingInNoise() {
		for (int seed = 0; seed < 5; seed++) {
			float[] noise = new float[WIDTH * HEIGHT];
			Random random = new Random(seed);
			for (int i = 0; i < noise.length; i++)
				noise[i] = (float) random.nextGaussian();
			assertTrue(propose(noise).isEmpty(), "seed " + seed);
		}
	}

	/** The project's own picture of a label with a frame on a wooden table; its corners are beside it in a file. */
	@Test
	void findsTheObliqueLabel() throws IOException {
		BufferedImage image = ImageIO.read(new File("test-images/label-oblique.png"));
		double[][] truth = { { 45.7213, 43.0320 }, { 309.5767, 104.4327 }, { 351.2369, 254.5544 }, { 26.4243, 220.3602 } };
		float[] lightness = CornerFinderBenchmark.lightness(image);
		CornerProposal found = CornerFinder.propose(lightness, image.getWidth(), image.getHeight(), Progress.NONE).orElseThrow();
		for (int i = 0; i < 4; i++)
			assertArrayEquals(truth[i], found.corners()[i], 0.3, "corner " + i);
		assertTrue(found.bright());
	}

	/** Handwriting between rules that fills the picture: lines enough, but no outline. */
	@Test
	void proposesNothingInAPageWithoutOutline() throws IOException {
		BufferedImage image = ImageIO.read(SharedData.require("data/rectify/warps/w5_photo_text_input.png").toFile());
		assertTrue(CornerFinder.propose(CornerFinderBenchmark.lightness(image), image.getWidth(), image.getHeight(), Progress.NONE).isEmpty());
	}

	@Test
	void samePictureSameCornersAndUntouched() {
		float[] picture = SHEET.photograph(), copy = picture.clone();
		CornerProposal once = propose(picture).orElseThrow(), again = propose(picture).orElseThrow();
		assertArrayEquals(copy, picture);
		assertTrue(Arrays.deepEquals(once.corners(), again.corners()));
		assertEquals(once.confidence(), again.confidence());
	}

	/** Any unit will do, and a negative has the same outline. */
	@Test
	void lightnessMayBeInAnyUnit() {
		float[] picture = SHEET.photograph(), negative = picture.clone();
		for (int i = 0; i < negative.length; i++)
			negative[i] = 30000 - 256 * negative[i];
		CornerProposal positive = propose(picture).orElseThrow(), other = propose(negative).orElseThrow();
		assertTrue(positive.bright());
		assertFalse(other.bright());
		assertTrue(SHEET.error(positive.corners()) < 0.15 && SHEET.error(other.corners()) < 0.15);
	}

	/** A fifth of the top side and a corner of the picture without samples. */
	@Test
	void missingSamplesAreNoHarm() {
		float[] picture = SHEET.photograph();
		double[][] corners = SHEET.corners();
		double x = 0.4 * corners[0][0] + 0.6 * corners[1][0], y = 0.4 * corners[0][1] + 0.6 * corners[1][1];
		double near = 0.1 * Math.hypot(corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]);
		for (int i = 0; i < picture.length; i++)
			if (Math.hypot(i % WIDTH - x, i / WIDTH - y) < near || i % WIDTH + i / WIDTH < 60) picture[i] = Float.NaN;
		assertTrue(SHEET.error(propose(picture).orElseThrow().corners()) < 0.2);
	}

	@Test
	void tellsItsErrorInNoise() {
		SlantedScene scene = SlantedScene.whole(FlatThing.SHEET, SlantedScene.Light.NOISY, WIDTH, HEIGHT, 1);
		CornerProposal found = propose(scene.photograph()).orElseThrow();
		double error = scene.error(found.corners());
		assertTrue(error < 5 * found.error() && found.error() < 0.2, error + " where " + found.error() + " was expected");
	}

	@Test
	void refusesWhatIsNoPicture() {
		assertThrows(TintypeException.class, () -> CornerFinder.propose(new float[6], 2, 2, Progress.NONE));
		assertThrows(TintypeException.class, () -> CornerFinder.propose(new float[0], 0, 5, Progress.NONE));
		assertTrue(CornerFinder.propose(new float[] { 1 }, 1, 1, Progress.NONE).isEmpty());
	}

	@Test
	void endsWhenCanceled() {
		assertThrows(CancellationException.class, () -> CornerFinder.propose(new float[100], 10, 10, new Canceled()));
	}

	private static Optional<CornerProposal> propose(float[] picture) {
		return CornerFinder.propose(picture, WIDTH, HEIGHT, Progress.NONE);
	}
}
