package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/** Whole runs on three pictures of 48 pixels: rough is green, smooth is blue. */
class TrainingTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.defaults().withBins(5, 0.002).withPatches(16, 4) //
		.withLearningRate(3e-3, Schedule.COSINE);

	@TempDir
	Path folder;

	private PhotoFolder pictures;
	private PhotoFolder validation;
	private Path output;
	private final List<TrainingLog.Row> rows = new ArrayList<>();

	@BeforeEach
	void makePictures() throws IOException {
		for (int i = 0; i < 3; i++)
			Pictures.write(folder.resolve("train/" + i + ".png"), 48, 48, Pictures.landscape(48, i));
		Pictures.write(folder.resolve("val/0.png"), 48, 48, Pictures.landscape(48, 100));
		pictures = PhotoFolder.of(folder.resolve("train"));
		validation = PhotoFolder.of(folder.resolve("val"));
		output = folder.resolve("model.zip");
	}

	@Test
	void learnsWhatATextureTells() {
		Scores grey = Evaluation.of(validation.files(), shares(), photo -> photo, Progress.NONE);
		Scores best = run(SETTINGS.withLength(3, 30), Progress.NONE);
		assertTrue(best.auc() > grey.auc() + 0.1, grey + " " + best);
		assertTrue(best.rebalancedAuc() > grey.rebalancedAuc() + 0.1, grey + " " + best);
		assertTrue(best.colourfulnessRatio() > 0.5, best.toString());

		assertEquals(List.of(1, 2, 3), rows.stream().map(TrainingLog.Row::epoch).toList());
		assertTrue(rows.get(2).loss() < rows.get(0).loss(), rows.toString());
		assertTrue(rows.get(0).best(), "the first epoch is the best so far");
		TrainingLog.Row kept = rows.stream().filter(TrainingLog.Row::best).reduce((earlier, later) -> later).orElseThrow();
		assertEquals(best, kept.validation());
		try (ColorModel model = ModelFile.open(output)) {
			assertEquals(best.asMap(), model.card().scores());
			assertEquals("model", model.card().name());
			assertEquals("3 of 3 in train", model.card().training().get("pictures"));
		}
	}

	private double[] shares() {
		return Pictures.survey(pictures.folder(), 32).histogram().shares(AbGrid.zhang313());
	}

	@Test
	void sameSeedSameFile() throws IOException {
		LocalDate today = LocalDate.now();
		run(SETTINGS.withLength(2, 4), Progress.NONE);
		Path first = Files.move(output, folder.resolve("first.zip"));
		run(SETTINGS.withLength(2, 4), Progress.NONE);
		assumeTrue(today.equals(LocalDate.now()), "the card holds the day, and midnight has passed");
		assertEquals(-1, Files.mismatch(first, output));
		run(SETTINGS.withLength(2, 4).withSeed(2), Progress.NONE);
		assertFalse(Files.mismatch(first, output) == -1);
	}

	@Test
	void cancelKeepsTheBestModelSoFar() {
		assertThrows(CancellationException.class, () -> run(SETTINGS.withLength(50, 3), canceledAfter(1)));
		assertEquals(1, rows.size());
		try (ColorModel model = ModelFile.open(output)) {
			assertEquals(rows.get(0).validation().asMap(), model.card().scores());
		}
	}

	@Test
	void cancelBeforeTheFirstEpochWritesNothing() {
		assertThrows(CancellationException.class, () -> run(SETTINGS.withLength(50, 3), canceledAfter(0)));
		assertFalse(Files.exists(output));
	}

	private Progress canceledAfter(int epochs) {
		return new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return rows.size() >= epochs;
			}
		};
	}

	/** The first epoch is far too fast already, so there is nothing to keep. */
	@Test
	void aLearningRateThatDiverges() {
		TintypeException e = assertThrows(TintypeException.class, //
			() -> run(SETTINGS.withLength(3, 5).withLearningRate(1e12, Schedule.COSINE), Progress.NONE));
		assertTrue(e.getMessage().startsWith("Training diverged at step "), e.getMessage());
		assertTrue(e.getMessage().endsWith("choose a lower learning rate."), e.getMessage());
		assertFalse(Files.exists(output));
	}

	@Test
	void numbersOfBinsThatTheNetworkDoesNotTake() throws IOException {
		TintypeException few = assertThrows(TintypeException.class, () -> run(SETTINGS.withBins(100, 0), Progress.NONE));
		assertTrue(few.getMessage().contains("8 to 1024: choose a smaller step"), few.getMessage());
		Pictures.write(folder.resolve("train/all.png"), 256, 256, everyColour());
		pictures = PhotoFolder.of(folder.resolve("train"));
		TintypeException many = assertThrows(TintypeException.class, () -> run(SETTINGS.withBins(2, 0), Progress.NONE));
		assertTrue(many.getMessage().contains("8 to 1024: choose a larger step"), many.getMessage());
	}

	private static int[] everyColour() {
		int[] rgb = new int[1 << 16];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (i & 31) << 19 | (i >> 5 & 63) << 10 | (i >> 11) << 3;
		return rgb;
	}

	/** Not only after an hour's first epoch. */
	@Test
	void aFileThatCannotBeWrittenIsToldAtOnce() {
		output = folder.resolve("missing").resolve("model.zip");
		TintypeException e = assertThrows(TintypeException.class, () -> run(SETTINGS, Progress.NONE));
		assertTrue(e.getMessage().contains(output.toString()), e.getMessage());
		assertTrue(rows.isEmpty());
	}

	@Test
	void aPictureThatVanishesIsNamed() {
		Progress vandal = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				if (text.startsWith("Training")) pictures.files().forEach(file -> file.toFile().delete());
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		TintypeException e = assertThrows(TintypeException.class, () -> run(SETTINGS.withLength(1, 50), vandal));
		assertTrue(e.getMessage().startsWith(folder.resolve("train").toString()), e.getMessage());
	}

	private Scores run(TrainingSettings settings, Progress progress) {
		return Training.run(settings, pictures, validation, output, rows::add, progress);
	}
}
