package tintype.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;

/** A study of a hundred runs must not end for want of memory. */
class StudyMemoryTest {

	private static final int SEEDS = 6;
	private static final int AT_ONCE = 2;

	/** The first seeds load classes and fill caches. */
	private static final int SETTLED = 3;

	/** A network of this test with its gradients and moments has 4 MB, and that beside the one measured may have begun or not. */
	private static final long MOST_GROWTH = 12L << 20;

	@Test
	void staysFlatFromRunToRun() {
		StudySettings settings = StudySettings.defaults().withSeeds(SEEDS, 1).withEpochs(1).withSteps(60, 0);
		List<Long> resident = new ArrayList<>();
		ActivationStudy.run(Blobs.data(120, 10), settings, null, new StudyListener() {

			@Override
			public void finished(StudyRun run) {
				if (run.activation() == StudyActivation.ELU && run.batchNorm()) resident.add(residentBytes());
			}
		}, Progress.NONE, AT_ONCE);
		System.out.println("Resident bytes after each seed of ten runs: " + resident);
		assertTrue(resident.get(SEEDS - 1) - resident.get(SETTLED - 1) < MOST_GROWTH, resident::toString);
	}

	private static long residentBytes() {
		Nd4j.getMemoryManager().invokeGc();
		System.gc();
		return Pointer.physicalBytes();
	}
}
