package tintype.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.Backend;
import tintype.nn.ColorModel;
import tintype.nn.SingleThreads;

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
 * (see {@link StartWeights}), batches and their order. Pictures that do not fill
 * the last batch of an epoch are left out of it.
 * <p>
 * As many runs are made side by side as there are processors, each on one thread
 * alone (see {@link SingleThreads}). So the same data and settings give the same
 * figures to the last bit, whatever the number of processors; only another kind of
 * processor may round otherwise, and in batches of 2048 / classes pictures or more
 * another number of processors the training loss. Each run under way takes memory of its own: the
 * MLP on pictures of 28 x 28 about 20 MB.
 * <p>
 * All activations of one seed come before the next seed, so that a study cut short
 * is still one of pairs. A finished run is kept in the folder and not made again; a
 * run cut short begins anew. Another study may fill the same folder at the same
 * time, best with other seeds; a later call over all seeds then only reads.
 */
public final class ActivationStudy {

	private final StudyData data;
	private final StudySettings settings;
	private final RunFolder folder;
	private final StudyListener listener;
	private final StudyProgress progress;
	private final List<RunKey> keys;
	private final AtomicInteger next = new AtomicInteger();

	/** In the order of the keys; null where none is finished. */
	private final StudyRun[] runs;

	private ActivationStudy(StudyData data, StudySettings settings, RunFolder folder, StudyListener listener, Progress progress) {
		this.data = data;
		this.settings = settings;
		this.folder = folder;
		this.listener = listener;
		int steps = data.training().count() / settings.batch();
		this.progress = new StudyProgress(progress, settings.runs(), settings.epochs(), steps);
		keys = keys(settings);
		runs = new StudyRun[keys.size()];
	}

	private static List<RunKey> keys(StudySettings settings) {
		List<RunKey> keys = new ArrayList<>();
		for (int i = 0; i < settings.seeds(); i++)
			for (boolean batchNorm : settings.normalisation().choices())
				for (StudyActivation activation : settings.activations())
					keys.add(new RunKey(activation, batchNorm, settings.firstSeed() + i));
		return keys;
	}

	/**
	 * Makes all runs that are missing, as many side by side as there are processors,
	 * or as the environment variable OMP_NUM_THREADS says if that is less.
	 *
	 * @param folder   for finished runs, which exists; null to keep none
	 * @param listener told of epochs and finished runs
	 * @param progress asked before every step; by several threads, one at a time, as the listener
	 * @return the finished runs, fewer than all if the study was canceled
	 * @throws TintypeException if there are fewer pictures than a batch has, or the
	 *                          folder can't be written to
	 */
	public static StudyResult run(StudyData data, StudySettings settings, Path folder, StudyListener listener, Progress progress) {
		int processors = Math.min(Runtime.getRuntime().availableProcessors(), Backend.threads());
		return run(data, settings, folder, listener, progress, processors);
	}

	/** @param atOnce most runs under way at a time, at least 1 */
	static StudyResult run(StudyData data, StudySettings settings, Path folder, StudyListener listener, Progress progress, int atOnce) {
		if (data.training().count() < settings.batch()) throw new TintypeException("A batch of " + settings.batch() + //
			" pictures is more than the " + data.training().count() + " to learn from: choose a smaller batch.");
		RunFolder kept = folder == null ? null : new RunFolder(folder, data, settings);
		ActivationStudy study = new ActivationStudy(data, settings, kept, listener, progress);
		try {
			RunThreads.run(Math.min(atOnce, study.keys.size()), study::makeRuns, study.progress::stop);
		}
		catch (RuntimeException | OutOfMemoryError e) {
			if (e instanceof TintypeException || !ColorModel.isOutOfMemory(e)) throw e;
			throw new TintypeException("Memory ran out: choose a smaller batch or smaller pictures, or give ImageJ more memory.", e);
		}
		return study.result();
	}

	private StudyResult result() {
		return new StudyResult(data.name(), settings, Stream.of(runs).filter(Objects::nonNull).toList());
	}

	/** One run after the other, on one of several threads. */
	private void makeRuns() {
		try {
			for (int i = next.getAndIncrement(); i < runs.length; i = next.getAndIncrement())
				add(i);
		}
		catch (CancellationException e) {
			progress.stop(); // what is finished counts
		}
		catch (RuntimeException | Error e) {
			progress.stop();
			throw e;
		}
	}

	private void add(int index) {
		StudyRun run = folder == null ? null : folder.read(keys.get(index)).orElse(null);
		if (run != null) progress.found();
		else {
			run = made(keys.get(index));
			if (folder != null) folder.write(run);
		}
		runs[index] = run;
		synchronized (progress) {
			listener.finished(run);
		}
	}

	private StudyRun made(RunKey key) {
		try (StudyProgress.Run way = progress.begin(key); RunInProgress run = new RunInProgress(data, settings, key)) {
			for (int epoch = 1; epoch < settings.epochs(); epoch++) {
				run.epoch(way);
				StudyRun soFar = run.soFar();
				synchronized (progress) {
					listener.learning(soFar);
				}
			}
			run.epoch(way);
			return run.soFar();
		}
	}
}
