package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;
import tintype.nn.Architecture;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/** A network that sees the scene, trained for seconds. */
class SceneTrainingTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.defaults(Architecture.SCENE_NET).withBins(5, 0.002) //
		.withPatches(32, 3).withLength(2, 12);

	@TempDir
	Path folder;

	@Test
	void learnsAndSaysWhatItIs() throws IOException {
		SmallRuns runs = new SmallRuns(folder);
		TrainingLog.Row best = runs.run(SETTINGS);
		assertTrue(best.validationLoss() < runs.rows().get(0).validationLoss(), runs.rows().toString());
		try (ColorModel model = ModelFile.open(runs.output())) {
			assertEquals(Architecture.SCENE_NET, model.card().network());
			assertTrue(model.card().batchNorm());
		}
	}

	/** The averaged weights go on too. */
	@Tag("threads")
	@Test
	void resumedIsTheSame() throws IOException {
		SmallRuns runs = new SmallRuns(folder);
		runs.run(SETTINGS);
		Path whole = runs.putAway();
		runs.rows().clear();
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS, runs.canceledAfter(2)));
		runs.run(SETTINGS);
		SmallRuns.assertSameModel(whole, runs.output());
	}

	/** What is kept is the average, not the weights of the last step. */
	@Test
	void theAverageIsKept() throws IOException {
		SmallRuns runs = new SmallRuns(folder);
		runs.run(SETTINGS.withLength(1, 6));
		double averaged = runs.rows().get(1).validationLoss();
		runs.putAway();
		runs.rows().clear();
		runs.run(SETTINGS.withLength(1, 6).withAverage(0));
		assertNotEquals(averaged, runs.rows().get(1).validationLoss());
	}

	@Test
	void edgesMustFitTheReductions() {
		String sentence = assertThrows(TintypeException.class, () -> SETTINGS.withPatches(40, 3)).getMessage();
		assertEquals("The edge of a patch is 40: choose a multiple of 16.", sentence);
	}

	/** Cells have the mean of their pixels, whatever square of the picture they are cut from. */
	@Test
	void cellsHaveTheMeanOfTheirPixels() {
		int[] rgb = new int[96 * 64];
		Arrays.setAll(rgb, i -> (i % 96 + i / 96) % 2 == 0 ? 0xff0000 : 0x0000ff);
		Patch patch = Patch.cut(new Photo(96, 64, rgb), new PatchShape(64, 0, 4, true), Augmentation.NONE, new SplittableRandom(1));
		assertEquals(64 * 64, patch.lightness().length);
		assertEquals(16 * 16, patch.a().length);
		for (int i = 0; i < patch.a().length; i++) {
			assertEquals((80.0923 + 79.1856) / 2, patch.a()[i], 0.01);
			assertEquals((67.2028 - 107.8573) / 2, patch.b()[i], 0.01);
		}
	}
}
