package tintype.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/**
 * Trains a model on colour pictures and keeps the epoch that colours the
 * validation pictures best, by the mean of AuC and rebalanced AuC:
 *
 * <pre>
 * PhotoSplit pictures = PhotoSplit.of(PhotoFolder.of(Path.of("slides")), 0.1);
 * TrainingSettings settings = TrainingSettings.defaults().withMinutes(10);
 * Training.run(settings, pictures, Path.of("slides.zip"), row -&gt; System.out.println(row), Progress.NONE);
 * </pre>
 *
 * A run writes the model each time it has become better, a table of its epochs
 * beside it, and at least once a minute a checkpoint, which is gone when the run
 * has ended. The same settings and pictures give the same model, on the same
 * number of CPU threads to the last bit, also if the run was cut short and
 * resumed. A run by the clock settles its length by the machine's speed, soon after
 * its first steps.
 */
public final class Training {

	private Training() {}

	/** Trains a new model; goes on where a run of the same kind was cut short. */
	public static TrainingLog.Row run(TrainingSettings settings, PhotoSplit pictures, Path output, TrainingLog log, Progress progress) {
		return run(settings, pictures, "", output, true, PhotoOpener.NONE, log, progress);
	}

	/**
	 * Trains a model.
	 *
	 * @param pictures to learn from, and others that choose epoch and temperature
	 * @param start    the model to go on from, {@value ModelFile#DEFAULT} or a file: its bins and
	 *                 activations stay; empty for random weights
	 * @param output   the model file; keeps the best epoch if the run is canceled
	 * @param resume   whether to go on with a run of the same settings that was cut short
	 * @param host     reads pictures that the JDK can't
	 * @param log      told what is trained, and after each epoch
	 * @param progress asked before every step
	 * @return the row of the best epoch
	 * @throws TintypeException      if no picture can be learned from, a file can't
	 *                               be written or exists already, an unfinished
	 *                               training stands in the way, or the training
	 *                               diverges; the best model so far is kept
	 * @throws CancellationException when the caller cancels; the best model so far is
	 *                               kept, and the run can be resumed
	 */
	public static TrainingLog.Row run(TrainingSettings settings, PhotoSplit pictures, String start, Path output, boolean resume,
		PhotoOpener host, TrainingLog log, Progress progress)
	{
		Stopwatch work = new Stopwatch();
		Path file = output.toAbsolutePath().normalize();
		boolean unfinished = requireWritable(file, resume);
		try (OutputLock lock = new OutputLock(file, "training"); ColorModel model = start.isEmpty() ? null : ModelFile.open(start)) {
			TrainingPlan plan = new TrainingPlan(settings, pictures, model, file, host, progress);
			try (Learner learner = plan.learner()) {
				Checkpoint state = unfinished ? restored(plan, learner) : beginning(plan, learner);
				if (!unfinished) TrainingTable.setAside(file);
				try (PatchQueue batches = plan.batches(state.step())) {
					return new TrainingRun(plan, learner, batches, state, work.after(state.seconds()), log, progress).run();
				}
			}
		}
		catch (RuntimeException | OutOfMemoryError e) {
			if (e instanceof TintypeException || !ColorModel.isOutOfMemory(e)) throw e;
			throw new TintypeException( //
				"Memory ran out: choose a smaller batch or a larger step between colours, or give ImageJ more memory.", e);
		}
	}

	/** @return whether there is a checkpoint to go on from */
	private static boolean requireWritable(Path file, boolean resume) {
		if (file.getFileName() == null || Files.isDirectory(file)) throw new TintypeException("The model can't be written to " + file + ": name a file.");
		if (!Files.isDirectory(file.getParent()) || !Files.isWritable(file.getParent())) throw new TintypeException( //
			"The model can't be written to " + file + ": choose a folder that exists and is writable.");
		boolean unfinished = Files.exists(Checkpoint.file(file));
		if (Files.exists(file) && !unfinished) throw new TintypeException( //
			"There is already a file " + file + ": choose another name for the model, or move that one away.");
		return unfinished && resume;
	}

	private static Checkpoint restored(TrainingPlan plan, Learner learner) {
		Checkpoint state = Checkpoint.read(Checkpoint.file(plan.output()), plan.settings().toString(), plan.fingerprint(), //
			learner.weights().length, learner.averages().length, learner.moments().length);
		if (state.length() == null) return beginning(plan, learner);
		learner.restore(state.weights(), state.averages(), state.moments(), state.step());
		return state;
	}

	private static Checkpoint beginning(TrainingPlan plan, Learner learner) {
		TrainingSettings settings = plan.settings();
		RunLength length = settings.epochs() > 0 ? new RunLength(settings.epochs(), settings.steps()) : null;
		Checkpoint state = new Checkpoint(settings.toString(), plan.fingerprint(), LocalDate.now().toString(), length, 0, 0, 0, List.of(), //
			learner.weights(), learner.averages(), learner.moments());
		state.write(Checkpoint.file(plan.output()));
		return state;
	}
}
