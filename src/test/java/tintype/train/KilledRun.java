package tintype.train;

import java.io.IOException;
import java.nio.file.Path;

import tintype.Progress;

/** A training in a JVM of its own, to be killed. Argument: the folder of the pictures; the model goes there too. */
public final class KilledRun {

	private KilledRun() {}

	public static void main(String[] args) throws IOException {
		new SmallRuns(Path.of(args[0])).run(TrainingResumeTest.SETTINGS, Progress.NONE);
	}
}
