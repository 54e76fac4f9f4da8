package tintype.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.deeplearning4j.nn.graph.ComputationGraph;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.ColorModel;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;

/**
 * The epochs of a run: steps, validation, a row, the model if it is the best so
 * far, and a checkpoint again and again. Row 0 is the network before the first
 * step.
 */
final class TrainingRun {

	private static final double SECONDS_BETWEEN_CHECKPOINTS = 30;

	/** A run by the clock measures its speed for this share of its time, within what every {@link Schedule} holds. */
	private static final double MEASURED = Schedule.HOLD / 2;
	private static final double MOST_SECONDS_MEASURED = 45;
	private static final int FEWEST_MEASURED = 3;

	private final TrainingPlan plan;
	private final TrainingSettings settings;
	private final Learner learner;
	private final PatchQueue batches;
	private final TrainingLog log;
	private final Progress progress;
	private final Stopwatch work;

	private final String day;
	private final List<TrainingLog.Row> rows;
	private RunLength length;
	private long step;
	private double lossSum;

	private Stopwatch sinceCheckpoint = new Stopwatch();
	private double secondsOfValidation;

	/**
	 * @param learner in the state that {@code state} describes
	 * @param batches from the step of {@code state} on
	 * @param state   where to begin; its weights and moments are the learner's already
	 * @param work    time spent on this run, in all its parts
	 */
	TrainingRun(TrainingPlan plan, Learner learner, PatchQueue batches, Checkpoint state, Stopwatch work, TrainingLog log, Progress progress) {
		this.plan = plan;
		this.settings = plan.settings();
		this.learner = learner;
		this.batches = batches;
		this.log = log;
		this.progress = progress;
		this.work = work;
		day = state.day();
		rows = new ArrayList<>(state.rows());
		length = state.length();
		step = state.step();
		lossSum = state.lossSum();
	}

	/**
	 * Trains to the end.
	 *
	 * @return the row of the best epoch
	 */
	TrainingLog.Row run() {
		log.started(plan.outline(rows));
		try {
			if (rows.isEmpty()) validate(new Pace(batches));
			while (rows.size() <= length().epochs())
				epoch();
		}
		catch (CancellationException e) {
			if (length != null) save();
			throw e;
		}
		Checkpoint.delete(plan.output());
		return best();
	}

	/** Until the clock has measured it, a run is longer than anything. */
	private RunLength length() {
		return length != null ? length : new RunLength(1, Integer.MAX_VALUE);
	}

	private void epoch() {
		Pace pace = new Pace(batches);
		while (step < (long) rows.size() * length().steps()) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			report(pace);
			double loss = learner.step(batches.next(progress), step, settings.learningRate() * settings.schedule().factor(done()));
			if (!Double.isFinite(loss)) throw diverged();
			lossSum += loss;
			step++;
			pace.add();
			if (length == null) measure(pace);
			if (length != null && sinceCheckpoint.seconds() > SECONDS_BETWEEN_CHECKPOINTS) save();
		}
		save();
		validate(pace);
	}

	private double done() {
		return length == null ? 0 : (double) step / length.total();
	}

	/** Settles how many epochs fit into the minutes. */
	private void measure(Pace pace) {
		double budget = 60 * settings.minutes();
		if (pace.steps() < FEWEST_MEASURED || pace.seconds() < Math.min(MOST_SECONDS_MEASURED, MEASURED * budget)) return;
		length = RunLength.fitting(budget - work.seconds(), pace.secondsPerStep(), secondsOfValidation, Math.toIntExact(step), settings.steps());
	}

	private void report(Pace pace) {
		long total = length == null ? Math.max(step + 1, Math.round(60 * settings.minutes() / pace.secondsPerStep())) : length.total();
		progress.report(step, total, "Training, epoch " + rows.size() + (pace.steps() == 0 ? "" : //
			": " + Math.round(settings.batch() / pace.secondsPerStep()) + " patches/s, " + Stopwatch.words(secondsLeft(pace)) + " left"));
	}

	private double secondsLeft(Pace pace) {
		if (length == null) return Math.max(0, 60 * settings.minutes() - work.seconds());
		return (length.total() - step) * pace.secondsPerStep() + (length.epochs() + 1 - rows.size()) * secondsOfValidation;
	}

	private void validate(Pace pace) {
		pace.stop();
		if (!learner.isSound()) throw diverged();
		Stopwatch validating = new Stopwatch();
		Validation.Result result = learner.judged(this::validated);
		secondsOfValidation = validating.seconds();
		if (!Double.isFinite(result.loss())) throw diverged();
		TrainingLog.Row best = best();
		boolean better = best == null ? step > 0 || plan.refines() : result.scores().merit() > best.validation().merit();
		TrainingLog.Row row = row(pace, result, better);
		if (better) keep(plan.card().made(day, row.temperature(), row.validation().asMap()));
		lossSum = 0;
		rows.add(row.withoutPreview());
		if (length != null) save();
		log.add(row);
		writeTable();
	}

	private Validation.Result validated(ComputationGraph network) {
		ColorModel model = new ColorModel(network, plan.card());
		try {
			return plan.validation().of(model, progress);
		}
		finally {
			model.rest();
		}
	}

	private void keep(ModelCard card) {
		learner.judged(network -> {
			ModelFile.write(new ColorModel(network, card), plan.output());
			return card;
		});
	}

	/** A table that another program holds open is no reason to lose a night's work; the next epoch tries again. */
	private void writeTable() {
		try {
			TrainingTable.write(rows, TrainingTable.file(plan.output()));
		}
		catch (TintypeException e) {
			log.warn(e.getMessage());
		}
	}

	private TrainingLog.Row row(Pace pace, Validation.Result result, boolean better) {
		int epoch = rows.size();
		double patches = settings.batch() / pace.secondsPerStep();
		double loss = epoch == 0 ? Double.NaN : lossSum / length.steps();
		double left = length == null ? 60 * settings.minutes() - work.seconds() : //
			(length.total() - step) * pace.secondsPerStep() + (length.epochs() - epoch) * secondsOfValidation;
		return new TrainingLog.Row(epoch, length == null ? 0 : length.epochs(), step, loss, result.loss(), result.scores(), //
			result.temperature(), better, work.seconds() / 60, left / 60, patches, pace.picturesPerSecond(), pace.waiting(), result.previews());
	}

	private TrainingLog.Row best() {
		return rows.stream().filter(TrainingLog.Row::best).reduce((earlier, later) -> later).orElse(null);
	}

	private void save() {
		if (!learner.isSound()) throw diverged();
		new Checkpoint(settings.toString(), plan.fingerprint(), day, length, step, lossSum, work.seconds(), rows, learner.weights(), //
			learner.averages(), learner.moments()).write(Checkpoint.file(plan.output()));
		sinceCheckpoint = new Stopwatch();
	}

	/** The same steps would diverge again, so there is nothing to go on from. */
	private TintypeException diverged() {
		Checkpoint.delete(plan.output());
		return new TintypeException("Training diverged at step " + step + " (the loss is no longer a number): choose a lower learning rate" + //
			(best() == null ? "." : "; the best model so far, of epoch " + best().epoch() + ", is kept in " + plan.output() + "."));
	}
}
