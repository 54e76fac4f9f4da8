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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.Nonlinearity;

/** A run that was cut short ends like one that was not. */
class TrainingResumeTest {

	static final TrainingSettings SETTINGS = SmallRuns.SETTINGS.withLength(6, 7);

	@TempDir
	Path folder;

	private SmallRuns runs;
	private Path checkpoint;

	@BeforeEach
	void makePictures() throws IOException {
		runs = new SmallRuns(folder);
		checkpoint = Checkpoint.file(runs.output());
	}

	@Tag("threads")
	@Test
	void canceledInTheMiddleOfAnEpoch() throws IOException {
		runs.run(SETTINGS);
		Path whole = runs.putAway();
		List<Double> losses = losses();
		runs.rows().clear();
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS, canceledAtStep(17)));
		assertTrue(Files.exists(checkpoint));
		runs.run(SETTINGS);
		assertEquals(3, runs.outline().earlier().size(), "epochs 0, 1 and 2 were done");
		assertEquals(losses, losses());
		SmallRuns.assertSameModel(whole, runs.output());
		assertFalse(Files.exists(checkpoint));
	}

	/** What the activations draw and what batch normalisation has averaged goes on too. */
	@Tag("threads")
	@Test
	void randomActivationsAndBatchNorm() throws IOException {
		TrainingSettings settings = SETTINGS.withLength(3, 7).withActivation(Nonlinearity.RRELU, true);
		runs.run(settings);
		Path whole = runs.putAway();
		assertThrows(CancellationException.class, () -> runs.run(settings, canceledAtStep(10)));
		runs.run(settings);
		SmallRuns.assertSameModel(whole, runs.output());
	}

	private List<Double> losses() {
		return runs.rows().stream().flatMap(row -> Stream.of(row.loss(), row.validationLoss())).toList();
	}

	private static Progress canceledAtStep(int step) {
		return new Progress() {

			private long steps;

			@Override
			public void report(long done, long total, String text) {
				if (text.startsWith("Training")) steps = done;
			}

			@Override
			public boolean canceled() {
				return steps >= step;
			}
		};
	}

	/** As a power cut or the system would: without a chance to tidy up. */
	@Tag("threads")
	@Test
	void killed() throws Exception {
		runs.run(SETTINGS);
		Path whole = runs.putAway();
		Files.delete(folder.resolve("model-training.csv"));
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), KilledRun.class.getName(), folder.toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
		while (!Files.exists(folder.resolve("model-training.csv")) && child.isAlive())
			TimeUnit.MILLISECONDS.sleep(5);
		child.destroyForcibly().waitFor();
		assertTrue(Files.exists(checkpoint), Files.readString(folder.resolve("child.log")));
		runs.run(SETTINGS);
		assertFalse(runs.outline().earlier().isEmpty());
		SmallRuns.assertSameModel(whole, runs.output());
	}

	@Test
	void anotherTrainingIsNotMixedIn() throws IOException {
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS, canceledAtStep(9)));
		byte[] state = Files.readAllBytes(checkpoint);
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS.withLambda(0.7)));
		assertTrue(e.getMessage().startsWith("There is an unfinished training with other settings"), e.getMessage());
		Path more = Pictures.write(folder.resolve("train/more.png"), 48, 48, Pictures.landscape(48, 7));
		e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
		assertTrue(e.getMessage().startsWith("There is an unfinished training with other pictures"), e.getMessage());
		assertArrayEquals(state, Files.readAllBytes(checkpoint));
		Files.delete(more);
	}

	@Test
	void beginsAgainWhenAskedTo() throws IOException {
		runs.run(SETTINGS);
		Path whole = runs.putAway();
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS.withLambda(0.7), canceledAtStep(9)));
		runs.rows().clear();
		Training.run(SETTINGS, runs.pictures(), "", runs.output(), false, PhotoOpener.NONE, runs, Progress.NONE);
		assertEquals(0, runs.rows().get(0).epoch());
		SmallRuns.assertSameModel(whole, runs.output());
	}

	/** The clock was still measuring, or the model to go on from is all there is: no reason not to begin the same run again. */
	@Test
	void canceledAtOnce() throws IOException {
		runs.run(SETTINGS);
		Path start = runs.putAway();
		TrainingSettings byTheClock = SETTINGS.withMinutes(0.02);
		assertThrows(CancellationException.class, () -> runs.refine(byTheClock, start, runs.canceledAfter(runs.rows().size() + 1)));
		assertTrue(Files.exists(runs.output()), "it colours as well as its start");
		runs.refine(byTheClock, start, Progress.NONE);
		assertFalse(Files.exists(checkpoint));
	}

	@Test
	void beginningAgainKeepsTheModelThatWasThere() throws IOException {
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS.withLambda(0.7), canceledAtStep(17)));
		byte[] before = Files.readAllBytes(runs.output());
		Training.run(SETTINGS.withLength(1, 1), runs.pictures(), "", runs.output(), false, PhotoOpener.NONE, runs, Progress.NONE);
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("model-1.zip")));
		assertTrue(Files.exists(folder.resolve("model-training-1.csv")));
	}

	@Test
	void twoRunsDoNotWriteTheSameModel() {
		TintypeException[] told = new TintypeException[1];
		Progress second = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				if (told[0] == null && text.startsWith("Training")) told[0] = assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		runs.run(SETTINGS.withLength(1, 2), second);
		assertTrue(told[0].getMessage().startsWith("Another training is writing " + runs.output()), told[0].getMessage());
	}

	/** As a spreadsheet program does. */
	@Test
	void aTableHeldByAnotherProgramIsNoReasonToStop() throws IOException {
		Files.createDirectories(folder.resolve("model-training.csv.part/held"));
		runs.run(SETTINGS.withLength(2, 2));
		assertTrue(runs.warnings().get(0).startsWith("The table " + folder.resolve("model-training.csv") + " can't be written"), runs.warnings().toString());
		assertTrue(Files.exists(runs.output()));
	}

	@Test
	void aDamagedCheckpoint() throws IOException {
		assertThrows(CancellationException.class, () -> runs.run(SETTINGS, canceledAtStep(9)));
		byte[] state = Files.readAllBytes(checkpoint);
		state[state.length / 2] ^= 1;
		Files.write(checkpoint, state);
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
		assertTrue(e.getMessage().contains("is damaged: switch Resume off to begin again"), e.getMessage());
		Files.write(checkpoint, List.of("what is this?"));
		assertThrows(TintypeException.class, () -> runs.run(SETTINGS));
	}

	/** A folder in the way of the file to be stands for a disk that takes no more. */
	@Test
	void aDiskThatTakesNoMore() throws IOException {
		runs.run(SETTINGS);
		Path whole = runs.putAway();
		Path part = checkpoint.resolveSibling(checkpoint.getFileName() + ".part");
		Progress filling = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				if (done == 16 && text.startsWith("Training")) part.resolve("full").toFile().mkdirs();
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		TintypeException e = assertThrows(TintypeException.class, () -> runs.run(SETTINGS, filling));
		assertTrue(e.getMessage().contains("make space on the disk and start the same training again"), e.getMessage());
		Files.delete(part.resolve("full"));
		Files.delete(part);
		runs.run(SETTINGS);
		SmallRuns.assertSameModel(whole, runs.output());
	}
}
