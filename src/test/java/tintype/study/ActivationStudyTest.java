package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;
import tintype.TintypeException;

class ActivationStudyTest {

	/** Three steps an epoch. */
	private static final StudyData DATA = Blobs.data(120, 50);

	private static final StudySettings SHORT = StudySettings.defaults().withActivations(List.of(StudyActivation.RELU, StudyActivation.RRELU)) //
		.withSeeds(1, 1).withEpochs(2).withSteps(40, 1e-3);

	@TempDir
	Path folder;

	/** Which runs a study made, and which it only read, by their epochs. */
	private final List<String> heard = new ArrayList<>();

	private final StudyListener listener = new StudyListener() {

		@Override
		public void learning(StudyRun soFar) {
			heard.add(name(soFar) + " " + soFar.epochs().size());
		}

		@Override
		public void finished(StudyRun run) {
			heard.add(name(run) + " done");
		}
	};

	private static String name(StudyRun run) {
		return run.activation().label() + (run.batchNorm() ? "*" : "") + run.seed();
	}

	@ParameterizedTest
	@CsvSource({ "MLP, OFF", "CNN, ON" })
	void everyActivationLearns(StudyNetwork network, StudyNormalisation normalisation) {
		StudySettings all = SHORT.withNetwork(network).withNormalisation(normalisation).withActivations(List.of(StudyActivation.values())).withEpochs(4);
		StudyResult result = ActivationStudy.run(Blobs.data(240, 99), all, null, StudyListener.NONE, Progress.NONE);
		assertTrue(result.isComplete());
		assertEquals(8, result.runs().size());
		for (StudyRun run : result.runs()) {
			assertTrue(run.last().testError() < 0.15, run::toString);
			assertTrue(run.last().testLoss() < run.epochs().get(0).testLoss(), run::toString);
			assertTrue(run.last().trainingLoss() < run.epochs().get(0).trainingLoss(), run::toString);
			assertEquals(run.activation() == StudyActivation.PRELU, !run.slopes().isEmpty());
		}
	}

	@Test
	void theSameSeedGivesTheSameTable() {
		List<StudyRun> first = Blobs.withoutTime(run(SHORT, null));
		assertEquals(first, Blobs.withoutTime(run(SHORT, null)));
		assertNotEquals(first, Blobs.withoutTime(run(SHORT.withSeeds(1, 2), null)));
	}

	@Test
	void finishedRunsAreNotMadeAgain() throws IOException {
		StudyResult first = run(SHORT, folder);
		assertEquals(List.of("ReLU1 1", "ReLU1 done", "RReLU1 1", "RReLU1 done", "ReLU*1 1", "ReLU*1 done", "RReLU*1 1", "RReLU*1 done"), heard);
		heard.clear();
		assertEquals(first, run(SHORT, folder));
		assertEquals(List.of("ReLU1 done", "RReLU1 done", "ReLU*1 done", "RReLU*1 done"), heard);
		heard.clear();
		StudyResult more = run(SHORT.withSeeds(2, 1), folder);
		assertEquals(first.runs(), more.runs().subList(0, 4));
		assertEquals(List.of("ReLU1 done", "RReLU1 done", "ReLU*1 done", "RReLU*1 done", "ReLU2 1"), heard.subList(0, 5));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(8, files.count());
		}
	}

	@Test
	void otherSettingsOrDataAreOtherRuns() {
		StudySettings one = SHORT.withActivations(List.of(StudyActivation.RELU)).withNormalisation(StudyNormalisation.OFF).withEpochs(1);
		run(one, folder);
		assertEquals(List.of("ReLU1 done"), heard);
		for (StudySettings other : List.of(one.withEpochs(2), one.withSteps(40, 1e-4), one.withSteps(60, 1e-3), one.withShuffled(false), //
			one.withNetwork(StudyNetwork.CNN)))
			assertNotEquals(run(one, folder).runs(), run(other, folder).runs(), other::toString);
		StudyResult others = ActivationStudy.run(Blobs.data(120, 49), one, folder, listener, Progress.NONE, 1);
		assertNotEquals(run(one, folder).runs(), others.runs());
	}

	/** Two processes with a seed each; a third call over both seeds only reads. */
	@Test
	void studiesOfOneFolderAreMerged() {
		StudyResult second = run(SHORT.withSeeds(1, 2), folder), first = run(SHORT, folder);
		heard.clear();
		StudyResult both = run(SHORT.withSeeds(2, 1), folder);
		assertEquals(8, heard.size());
		assertEquals(Stream.concat(first.runs().stream(), second.runs().stream()).toList(), both.runs());
	}

	@Test
	void aDamagedRunIsMadeAgain() throws IOException {
		StudyResult first = run(SHORT, folder);
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.sorted().toList();
		}
		Files.writeString(files.get(0), Files.readString(files.get(0)).replace(" 0.", " zero"));
		Files.writeString(files.get(1), Files.readString(files.get(1)).substring(0, 290));
		Files.writeString(files.get(2), "");
		heard.clear();
		assertEquals(Blobs.withoutTime(first), Blobs.withoutTime(run(SHORT, folder)));
		assertEquals(7, heard.size());
	}

	/** In the second run: the first stays, in the result and in the folder. */
	@Test
	void cancelKeepsWhatIsDone() {
		List<Long> asked = new ArrayList<>();
		StudyResult result = ActivationStudy.run(DATA, SHORT, folder, listener, new Progress() {

			@Override
			public void report(long done, long total, String text) {
				asked.add(done);
			}

			@Override
			public boolean canceled() {
				return asked.size() == 8;
			}
		}, 1);
		assertFalse(result.isComplete());
		assertEquals(List.of("ReLU1 1", "ReLU1 done"), heard);
		assertEquals(1, result.runs().size());
		assertEquals(result.runs().get(0), run(SHORT, folder).runs().get(0));
	}

	/** 4 runs of 2 epochs of 3 steps; afterwards, of 8 runs, half are found. */
	@Test
	void progressCountsSteps() {
		List<String> first = reports(SHORT), second = reports(SHORT.withSeeds(2, 1));
		assertEquals(24, first.size());
		assertTrue(first.get(0).equals("0/24 ReLU, seed 1, epoch 1 of 2"), first::toString);
		assertTrue(first.get(23).matches("23/24 RReLU with batch norm, seed 1, epoch 2 of 2: \\d+ s left"), first::toString);
		assertEquals(24, second.size());
		assertTrue(second.get(0).equals("24/48 ReLU, seed 2, epoch 1 of 2"), second::toString);
	}

	private List<String> reports(StudySettings settings) {
		List<String> reports = new ArrayList<>();
		ActivationStudy.run(DATA, settings, folder, StudyListener.NONE, new Progress() {

			@Override
			public void report(long done, long total, String text) {
				reports.add(done + "/" + total + " " + text);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		}, 1);
		return reports;
	}

	/** A rate that ends in numbers no more: the run counts, with its errors. */
	@Test
	void aDivergedRunIsOneWithErrors() {
		StudySettings wild = SHORT.withSteps(40, 1e30).withNormalisation(StudyNormalisation.OFF);
		StudyResult result = run(wild, folder);
		assertTrue(result.isComplete());
		assertTrue(result.runs().get(0).last().testError() > 0.3, result::toString);
		assertEquals(result, run(wild, folder));
	}

	@Test
	void whatDoesNotFitIsSaid() {
		assertMessage("A batch of 4000 pictures is more than the 120 to learn from: choose a smaller batch.", () -> run(SHORT.withSteps(4000, 0), null));
		Path missing = folder.resolve("missing");
		assertMessage("The runs can't be written to " + missing + ": choose a folder that exists and is writable.", () -> run(SHORT, missing));
	}

	private static void assertMessage(String expected, Runnable call) {
		assertEquals(expected, assertThrows(TintypeException.class, call::run).getMessage());
	}

	/** One run at a time, so that their order is known. */
	private StudyResult run(StudySettings settings, Path runs) {
		return ActivationStudy.run(DATA, settings, runs, listener, Progress.NONE, 1);
	}
}
