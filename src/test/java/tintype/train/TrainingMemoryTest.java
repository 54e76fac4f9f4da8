package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

import tintype.Progress;

/** An overnight run must not end for want of memory. */
class TrainingMemoryTest {

	private static final int EPOCHS = 20;
	/** The first epochs load classes and fill caches. */
	private static final int SETTLED = 5;
	private static final double MOST_GROWTH = 0.05;

	@TempDir
	Path folder;

	/**
	 * Bytes in use after an epoch: Java's heap, and what the system gave the whole
	 * process, which also holds the arrays of ND4J. (JavaCPP's own count leaves them out.)
	 */
	private record Use(long heap, long resident) {

		static Use now() {
			Nd4j.getMemoryManager().invokeGc();
			System.gc();
			System.gc();
			Runtime runtime = Runtime.getRuntime();
			return new Use(runtime.totalMemory() - runtime.freeMemory(), Pointer.physicalBytes());
		}
	}

	@Test
	void staysFlatFromEpochToEpoch() throws IOException {
		SmallRuns runs = new SmallRuns(folder);
		List<Use> uses = new ArrayList<>();
		Training.run(SmallRuns.SETTINGS.withLength(EPOCHS, 5), runs.pictures(), runs.output(), row -> uses.add(Use.now()), Progress.NONE);
		Use early = uses.get(SETTLED), late = uses.get(EPOCHS);
		System.out.println("Memory after epoch " + SETTLED + ": " + early + ", after epoch " + EPOCHS + ": " + late);
		assertTrue(late.heap() < (1 + MOST_GROWTH) * early.heap(), uses.toString());
		assertTrue(late.resident() < (1 + MOST_GROWTH) * early.resident(), uses.toString());
		assertEquals(EPOCHS + 2, Files.readAllLines(folder.resolve("model-training.csv")).size());
	}
}
