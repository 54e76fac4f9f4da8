package tintype.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.ColorModel;

/**
 * The same small network with one activation after the other, with and without
 * batch normalisation, for several seeds:
 *
 * <pre>
 * StudyResult result = ActivationStudy.run(data, StudySettings.defaults(), Path.of("runs"), StudyListener.NONE, Progress.NONE);
 * StudyStatistics.of(result).verdicts().forEach(System.out::println);
 * </pre>
 *
 * The runs of one seed share all but the activation: start weights up to the gain
 * (see {@link StartWeights}), batches and their order. Pictures that do not fill the last batch of an epoch are left out of it.
 * The same data and settings give the same figures, on the same number of CPU
 * threads to the last bit.
 * <p>
 * All activations of one seed come before the next seed, so that a study cut short
 * is still one of pairs. A finished run is kept in the folder and not made again; a
 * run cut short begins anew. Another study may fill the same folder at the same
 * time with other seeds; a later call over all seeds then only reads.
 */
public final class ActivationStudy {

	private final StudyData data;
	private final StudySettings settings;
	private final RunFolder folder;
	private final StudyListener listener;
	private final StudyProgress progress;
	private final List<StudyRun> runs = new ArrayList<>();

	private ActivationStudy(StudyData data, StudySettings settings, RunFolder folder, StudyListener listener, Progress progress) {
		this.data = data;
		this.settings = settings;
		this.folder = folder;
		this.listener = listener;
		int steps = data.training().count() / settings.batch();
		this.progress = new StudyProgress(progress, settings.runs(), settings.epochs(), steps);
	}

	/**
	 * Makes all runs that are missing.
	 *
	 * @param folder   for finished runs, which exists; null to keep none
	 * @param listener told of epochs and finished runs
	 * @param progress asked before every step
	 * @return the finished runs, fewer than all if the study was canceled
	 * @throws TintypeException if there are fewer pictures than a batch has, or the
	 *                          folder can't be written to
	 */
	public static StudyResult run(StudyData data, StudySettings settings, Path folder, StudyListener listener, Progress progress) {
		if (data.training().count() < settings.batch()) throw new TintypeException("A batch of " + settings.batch() + //
			" pictures is more than the " + data.training().count() + " to learn from: choose a smaller batch.");
		RunFolder kept = folder == null ? null : new RunFolder(folder, data, settings);
		ActivationStudy study = new ActivationStudy(data, settings, kept, listener, progress);
		try {
			study.runAll();
		}
		catch (CancellationException e) {
			return study.result(); // what is finished counts
		}
		catch (RuntimeException | OutOfMemoryError e) {
			if (e instanceof TintypeException || !ColorModel.isOutOfMemory(e)) throw e;
			throw new TintypeException("Memory ran out: choose a smaller batch or smaller pictures, or give ImageJ more memory.", e);
		}
		return study.result();
	}

	private StudyResult result() {
		return new StudyResult(data.name(), settings, runs);
	}

	private void runAll() {
		for (int i = 0; i < settings.seeds(); i++)
			for (boolean batchNorm : settings.normalisation().choices())
				for (StudyActivation activation : settings.activations())
					add(activation, batchNorm, settings.firstSeed() + i);
	}

	private void add(StudyActivation activation, boolean batchNorm, long seed) {
		StudyRun run = folder == null ? null : folder.read(activation, batchNorm, seed).orElse(null);
		if (run != null) progress.found();
		else {
			run = made(activation, batchNorm, seed);
			if (folder != null) folder.write(run);
		}
		runs.add(run);
		listener.finished(run);
	}

	private StudyRun made(StudyActivation activation, boolean batchNorm, long seed) {
		progress.begin(activation.label() + (batchNorm ? " with batch norm" : "") + ", seed " + seed);
		try (RunInProgress run = new RunInProgress(data, settings, activation, batchNorm, seed)) {
			for (int epoch = 1; epoch < settings.epochs(); epoch++) {
				run.epoch(progress);
				listener.learning(run.soFar());
			}
			run.epoch(progress);
			return run.soFar();
		}
	}
}
