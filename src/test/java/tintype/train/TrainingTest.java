package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/** Whole runs on three pictures of 48 pixels: rough is green, smooth is blue. */
class TrainingTest {

	private static final TrainingSettings SETTINGS = SmallRuns.SETTINGS;

	@TempDir
	Path folder;

	private SmallRuns runs;

	@BeforeEach
	void makePictures() throws IOException {
		runs = new SmallRuns(folder);
	}

	@Test
	void learnsWhatATextureTells() throws IOException {
		Scores grey = Pictures.scores(runs.pictures().validation().files(), shares(), photo -> photo);
		TrainingLog.Row best = runs.run(SETTINGS.withLength(3, 30));
		assertTrue(best.validation().auc() > grey.auc() + 0.1, grey + " " + best);
		assertTrue(best.validation().rebalancedAuc() > grey.rebalancedAuc() + 0.1, grey + " " + best);
		assertTrue(best.validation().colourfulnessRatio() > 0.6, best.toString());

		List<TrainingLog.Row> rows = runs.rows();
		assertEquals(List.of(0, 1, 2, 3), rows.stream().map(TrainingLog.Row::epoch).toList());
		assertTrue(rows.get(3).loss() < rows.get(1).loss(), rows.toString());
		assertTrue(rows.get(3).validationLoss() < rows.get(0).validationLoss(), rows.toString());
		assertFalse(rows.get(0).best(), "random weights are no model");
		assertTrue(rows.get(1).best(), "the first epoch is the best so far");
		TrainingLog.Row kept = rows.stream().filter(TrainingLog.Row::best).reduce((earlier, later) -> later).orElseThrow();
		assertEquals(best.epoch(), kept.epoch());
		try (ColorModel model = ModelFile.open(runs.output())) {
			assertEquals(best.validation().asMap(), model.card().scores());
			assertEquals(best.temperature(), model.card().temperature());
			assertEquals("model", model.card().name());
			assertEquals("3 of 3 in train", model.card().training().get("pictures"));
		}
		List<String> table = Files.readAllLines(folder.resolve("model-training.csv"));
		assertEquals(5, table.size());
		assertTrue(table.get(0).startsWith("epoch,step,minutes,minutes left,loss,validation loss,AuC,rebalanced AuC (1/2)"), table.get(0));
		assertTrue(table.get(4).startsWith("3,90,") && table.get(4).contains("\"CPU, "), table.get(4));
		assertFalse(Files.exists(Checkpoint.file(runs.output())), "a finished run leaves no checkpoint");
	}

	private double[] shares() {
		return PhotoSurvey.of(runs.pictures().training(), new PhotoReader(PhotoOpener.NONE), 32, Progress.NONE).histogram() //
			.shares(AbGrid.zhang313());
	}

	@Test
	void showsValidationPicturesBeforeAndAfter() {
		runs.run(SETTINGS.withLength(1, 2));
		for (TrainingLog.Row row : runs.rows()) {
			TrainingLog.Preview preview = row.preview().get(0);
			assertEquals("0.png", preview.name());
			assertEquals(preview.truth().width(), preview.coloured().width());
			assertTrue(preview.grey().isGrey());
			assertFalse(preview.coloured().isGrey());
		}
	}

	@Tag("threads")
	@Test
	void sameSeedSameFile() throws IOException {
		runs.run(SETTINGS.withLength(2, 4));
		Path first = runs.putAway();
		runs.run(SETTINGS.withLength(2, 4));
		SmallRuns.assertSameModel(first, runs.putAway());
		runs.run(SETTINGS.withLength(2, 4).withSeed(2));
		assertFalse(Files.mismatch(first, runs.output()) == -1);
	}

	/** However many epochs fit into three seconds. */
	@Test
	void aRunByTheClock() {
		TrainingLog.Row best = runs.run(SETTINGS.withMinutes(0.05));
		TrainingLog.Row last = runs.rows().get(runs.rows().size() - 1);
		assertEquals(last.epochs(), last.epoch());
		assertEquals(0, last.step() % last.epochs());
		try (ColorModel model = ModelFile.open(runs.output())) {
			assertEquals(best.validation().asMap(), model.card().scores());
		}
	}

	@Test
	void cancelKeepsTheBestModelSoFar() {
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS.withLength(50, 3), runs.canceledAfter(2)));
		assertEquals(2, runs.rows().size());
		try (ColorModel model = ModelFile.open(runs.output())) {
			assertEquals(runs.rows().get(1).validation().asMap(), model.card().scores());
		}
	}

	@Test
	void cancelBeforeTheFirstEpochWritesNoModel() {
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS.withLength(50, 3), runs.canceledAfter(0)));
		assertFalse(Files.exists(runs.output()));
	}

	/** The first epoch is far too fast already, so there is nothing to keep. */
	@Test
	void aLearningRateThatDiverges() {
		TintypeException e = assertThrows(TintypeException.class, //
			() -> runs.run(SETTINGS.withLength(3, 5).withLearningRate(1e12, Schedule.COSINE)));
		assertTrue(e.getMessage().startsWith("Training diverged at step "), e.getMessage());
		assertTrue(e.getMessage().endsWith("choose a lower learning rate."), e.getMessage());
		assertFalse(Files.exists(runs.output()));
	}

	/** Going on from a good model with far too high a rate: the good model stays the best. */
	@Test
	void divergenceKeepsTheLastGoodModel() throws IOException {
		runs.run(SETTINGS.withLength(1, 10));
		Path start = runs.putAway();
		TintypeException e = assertThrows(TintypeException.class,
			() -> runs.refine(SETTINGS.withLength(3, 5).withLearningRate(1e12, Schedule.COSINE), start, Progress.NONE));
		assertTrue(e.getMessage().contains("the best model so far, of epoch 0, is kept in " + runs.output()), e.getMessage());
		assertSameWeights(start, runs.output());
		assertFalse(Files.exists(Checkpoint.file(runs.output())));
	}

	@Test
	void refiningBeginsWhereTheModelEnded() throws IOException {
		TrainingLog.Row trained = runs.run(SETTINGS.withLength(2, 20));
		Path start = runs.putAway();
		runs.rows().clear();
		TrainingLog.Row refined = runs.refine(SETTINGS.withLength(1, 5).withSeed(3), start, Progress.NONE);
		assertEquals(trained.validation().asMap(), runs.rows().get(0).validation().asMap());
		assertTrue(runs.rows().get(0).best(), "a model that colours already is kept unless it gets better");
		assertTrue(refined.validation().merit() >= trained.validation().merit());
	}

	private static void assertSameWeights(Path expected, Path actual) {
		assertArrayEquals(SmallRuns.logits(expected), SmallRuns.logits(actual));
	}

	@Test
	void aFileThatExistsIsNotOverwritten() throws IOException {
		Files.writeString(runs.output(), "an old model");
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
		assertTrue(e.getMessage().startsWith("There is already a file " + runs.output()), e.getMessage());
		assertEquals("an old model", Files.readString(runs.output()));
	}

	@Test
	void numbersOfBinsThatTheNetworkDoesNotTake() throws IOException {
		TintypeException few = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withBins(100, 0)));
		assertTrue(few.getMessage().contains("8 to 1024: choose a smaller step"), few.getMessage());
		Pictures.write(folder.resolve("train/all.png"), 256, 256, everyColour());
		TintypeException many = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withBins(2, 0)));
		assertTrue(many.getMessage().contains("8 to 1024: choose a larger step"), many.getMessage());
	}

	@Test
	void aBatchThatFitsNoMemory() {
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withPatches(32, 4096).withBins(0, 0)));
		assertTrue(e.getMessage().contains("choose a smaller batch or a larger step"), e.getMessage());
	}

	private static int[] everyColour() {
		int[] rgb = new int[1 << 16];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (i & 31) << 19 | (i >> 5 & 63) << 10 | (i >> 11) << 3;
		return rgb;
	}

	@Test
	void theTableOfTheAuthors() {
		runs.run(SETTINGS.withLength(1, 1).withBins(0, 0));
		try (ColorModel model = ModelFile.open(runs.output())) {
			assertEquals(313, model.card().grid().size());
		}
	}

	@Test
	void aValidationPictureThatTaughtIsLeftOut() throws IOException {
		Files.copy(folder.resolve("train/1.png"), folder.resolve("val/copy.png"));
		runs.run(SETTINGS.withLength(1, 1));
		assertEquals(List.of(folder.resolve("val/copy.png")), List.copyOf(runs.outline().skipped().keySet()));
		Files.delete(folder.resolve("val/0.png"));
		runs.putAway();
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withLength(1, 1)));
		assertTrue(e.getMessage().startsWith("Every validation picture is also among the training pictures"), e.getMessage());
	}

	@Test
	void aBrokenValidationPictureIsCalledThat() throws IOException {
		Files.writeString(folder.resolve("val/0.png"), "no picture");
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
		assertTrue(e.getMessage().startsWith("No picture for validation in " + folder.resolve("val")), e.getMessage());
	}

	/** Not only after an hour's first epoch. */
	@Test
	void aFileThatCannotBeWrittenIsToldAtOnce() {
		Path output = folder.resolve("missing").resolve("model.zip");
		TintypeException e = assertThrows(TintypeException.class, //
			() -> Training.run(SETTINGS, runs.pictures(), output, row -> {}, Progress.NONE));
		assertTrue(e.getMessage().contains(output.toString()), e.getMessage());
	}

	@Test
	void aPictureThatVanishesIsNamed() {
		List<Path> files = runs.pictures().training().files();
		Progress vandal = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				if (text.startsWith("Training")) files.forEach(file -> file.toFile().delete());
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withLength(1, 50), vandal));
		assertTrue(e.getMessage().startsWith(folder.resolve("train").toString()), e.getMessage());
	}
}
