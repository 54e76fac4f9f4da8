package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;
import tintype.nn.device.OpenBlas;

/** Several runs at a time: the same figures, and nobody is told two things at once. */
@Tag("threads")
class SideBySideTest {

	private static final StudyData DATA = Blobs.data(120, 50);

	/** The activations that hold most: what is learned, drawn for each element, and drawn for each layer. */
	private static final StudySettings SHORT = StudySettings.defaults().withSeeds(1, 1).withEpochs(2).withSteps(40, 1e-3) //
		.withActivations(List.of(StudyActivation.RELU, StudyActivation.PRELU, StudyActivation.RRELU, StudyActivation.RRELU_OF_POST));

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void equalsOneAfterTheOther(StudyNetwork network) {
		StudySettings settings = SHORT.withNetwork(network).withEpochs(1);
		StudyResult one = ActivationStudy.run(DATA, settings, null, StudyListener.NONE, Progress.NONE, 1);
		StudyResult three = ActivationStudy.run(DATA, settings, null, StudyListener.NONE, Progress.NONE, 3);
		assertTrue(three.isComplete());
		assertEquals(Blobs.withoutTime(one), Blobs.withoutTime(three));
	}

	@Test
	void nativeThreadsAreOneMeanwhileAndThenAsBefore() {
		List<Integer> before = nativeThreads();
		Set<List<Integer>> meanwhile = new HashSet<>();
		ActivationStudy.run(DATA, SHORT, null, new StudyListener() {

			@Override
			public void finished(StudyRun run) {
				meanwhile.add(nativeThreads());
			}
		}, Progress.NONE, 2);
		assertEquals(Set.of(List.of(1, 1)), meanwhile);
		assertEquals(before, nativeThreads());
	}

	private static List<Integer> nativeThreads() {
		return List.of(Nd4j.getEnvironment().maxMasterThreads(), OpenBlas.threads());
	}

	/** Counts who is told something at a time; cancels when told so. */
	private static final class Ear implements StudyListener, Progress {

		private final AtomicInteger within = new AtomicInteger();
		private final Set<Thread> threads = new HashSet<>();
		private final List<StudyRun> finished = new ArrayList<>();
		private final List<Long> shares = new ArrayList<>();
		private final List<String> texts = new ArrayList<>();
		private int most;
		private int runsWanted = Integer.MAX_VALUE;
		private int afterwards;

		private void hear(Runnable what) {
			most = Math.max(most, within.incrementAndGet());
			threads.add(Thread.currentThread());
			what.run();
			Thread.yield();
			within.decrementAndGet();
		}

		@Override
		public void learning(StudyRun soFar) {
			hear(() -> {});
		}

		@Override
		public void finished(StudyRun run) {
			hear(() -> finished.add(run));
		}

		@Override
		public void report(long done, long total, String text) {
			hear(() -> {
				if (finished.size() >= runsWanted) afterwards++;
				shares.add(done);
				texts.add(text);
			});
		}

		@Override
		public boolean canceled() {
			hear(() -> {});
			return finished.size() >= runsWanted;
		}
	}

	@Test
	void tellsOneThingAtATime() {
		Ear ear = new Ear();
		StudyResult result = ActivationStudy.run(DATA, SHORT, null, ear, ear, 2);
		assertEquals(1, ear.most);
		assertEquals(2, ear.threads.size());
		assertEquals(LongStream.range(0, 8 * 2 * 3).boxed().toList(), ear.shares);
		assertTrue(ear.texts.stream().anyMatch(text -> text.matches("P?ReLU, seed 1, epoch \\d of 2, and 1 more: \\d+ s left")), ear.texts::toString);
		assertEquals(8, ear.finished.size());
		assertEquals(List.of("ReLU, seed 1", "PReLU, seed 1"), result.runs().subList(0, 2).stream().map(run -> run.key().label()).toList());
	}

	@Test
	void cancelEndsAllWithinAStepAndKeepsWhatIsDone() {
		Ear ear = new Ear();
		ear.runsWanted = 3;
		StudyResult canceled = ActivationStudy.run(DATA, SHORT, folder, ear, ear, 2);
		assertFalse(canceled.isComplete());
		assertEquals(0, ear.afterwards);
		assertEquals(Set.copyOf(ear.finished), Set.copyOf(canceled.runs()));
		StudyResult whole = ActivationStudy.run(DATA, SHORT, folder, StudyListener.NONE, Progress.NONE, 2);
		assertTrue(whole.runs().containsAll(canceled.runs()));
	}

	@Test
	void oneFailureEndsAll() {
		List<Integer> before = nativeThreads();
		IllegalStateException failure = new IllegalStateException("of a listener");
		assertSame(failure, assertThrows(IllegalStateException.class, () -> ActivationStudy.run(DATA, SHORT, null, new StudyListener() {

			@Override
			public void learning(StudyRun soFar) {
				throw failure;
			}
		}, Progress.NONE, 2)));
		assertEquals(before, nativeThreads());
	}

	/** Two studies of the same runs in one folder, at the same time: whoever comes last, the files are whole. */
	@Test
	void twoStudiesMayFillOneFolder() throws Exception {
		StudySettings settings = SHORT.withEpochs(1);
		CyclicBarrier start = new CyclicBarrier(2);
		List<StudyResult> results = new ArrayList<>();
		Runnable study = () -> {
			try {
				start.await();
			}
			catch (Exception e) {
				throw new IllegalStateException(e);
			}
			StudyResult result = ActivationStudy.run(DATA, settings, folder, StudyListener.NONE, Progress.NONE, 1);
			synchronized (results) {
				results.add(result);
			}
		};
		List<Thread> threads = List.of(new Thread(study), new Thread(study));
		threads.forEach(Thread::start);
		for (Thread thread : threads)
			thread.join();
		assertEquals(2, results.size());
		assertEquals(Blobs.withoutTime(results.get(0)), Blobs.withoutTime(results.get(1)));
		assertEquals(8, folder.toFile().list().length);
		List<StudyRun> learned = new ArrayList<>();
		StudyResult read = ActivationStudy.run(DATA, settings.withEpochs(1), folder, new StudyListener() {

			@Override
			public void learning(StudyRun soFar) {
				learned.add(soFar);
			}
		}, Progress.NONE, 1);
		assertEquals(List.of(), learned);
		assertEquals(Blobs.withoutTime(results.get(0)), Blobs.withoutTime(read));
	}
}
