package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Progress;
import tintype.ij.ChildJvm;

/** A study whose JVM dies goes on where it stopped, though with another number of threads. */
class KilledStudyTest {

	private static final StudyData DATA = Blobs.data(120, 50);

	private static final StudySettings SETTINGS = StudySettings.defaults().withSeeds(1, 1).withEpochs(2).withSteps(40, 1e-3) //
		.withActivations(List.of(StudyActivation.RELU, StudyActivation.PRELU, StudyActivation.RRELU));

	private static final int KILLED = 9;

	@TempDir
	Path folder;

	/** Dies without a word in the middle of a run, once two are finished. */
	static final class Victim {

		public static void main(String[] args) {
			List<StudyRun> finished = new ArrayList<>();
			ActivationStudy.run(DATA, SETTINGS, Path.of(args[0]), new StudyListener() {

				@Override
				public void learning(StudyRun soFar) {
					if (finished.size() >= 2) Runtime.getRuntime().halt(KILLED);
				}

				@Override
				public void finished(StudyRun run) {
					finished.add(run);
				}
			}, Progress.NONE);
		}
	}

	@Test
	void goesOnWhereItStopped() throws Exception {
		ChildJvm killed = ChildJvm.run(folder, List.of(), Victim.class, folder.toString());
		assertEquals(KILLED, killed.code(), killed::err);
		Map<Path, String> kept = contents();
		assertTrue(kept.size() >= 2 && kept.size() < 6, kept::toString);
		List<StudyRun> learned = new ArrayList<>();
		StudyResult whole = ActivationStudy.run(DATA, SETTINGS, folder, new StudyListener() {

			@Override
			public void learning(StudyRun soFar) {
				learned.add(soFar);
			}
		}, Progress.NONE, 1);
		assertEquals(6 - kept.size(), learned.size());
		Map<Path, String> all = contents();
		assertEquals(6, all.size());
		kept.forEach((file, text) -> assertEquals(text, all.get(file)));
		StudyResult undisturbed = ActivationStudy.run(DATA, SETTINGS, null, StudyListener.NONE, Progress.NONE, 1);
		assertEquals(Blobs.withoutTime(undisturbed), Blobs.withoutTime(whole));
	}

	private Map<Path, String> contents() throws Exception {
		Map<Path, String> contents = new HashMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(file -> file.toString().endsWith(".txt")).toList())
				contents.put(file, Files.readString(file));
		}
		return contents;
	}
}
