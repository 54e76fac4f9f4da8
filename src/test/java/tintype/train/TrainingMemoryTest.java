package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

	/** Bytes in use after an epoch: Java's heap, and what ND4J holds outside of it. */
	private record Use(long heap, long outside, long resident) {

		static Use now() {
			Nd4j.getMemoryManager().invokeGc();
			System.gc();
			System.gc();
			Runtime runtime = Runtime.getRuntime();
			return new Use(runtime.totalMemory() - runtime.freeMemory(), Pointer.totalBytes(), Pointer.physicalBytes());
		}
	}

	@Test
	void staysFlatFromEpochToEpoch() throws IOException {
		SmallRuns runs = new SmallRuns(folder);
		List<Use> uses = new ArrayList<>();
		Training.run(SmallRuns.SETTINGS.withLength(EPOCHS, 5), runs.pictures(), runs.output(), row -> uses.add(Use.now()), Progress.NONE);
		Use early = uses.get(SETTLED), late = uses.get(EPOCHS);
		System.out.println("Memory after epoch " + SETTLED + ": " + early + ", after epoch " + EPOCHS + ": " + late);
		assertEquals(1, (double) late.heap() / early.heap(), MOST_GROWTH, uses.toString());
		assertEquals(1, (double) late.outside() / early.outside(), MOST_GROWTH, uses.toString());
		assertEquals(EPOCHS + 2, Files.readAllLines(folder.resolve("model-training.csv")).size());
	}
}
