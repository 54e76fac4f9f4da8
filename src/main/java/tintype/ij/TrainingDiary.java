package tintype.ij;

import java.nio.file.Path;
import java.util.Locale;

import ij.IJ;
import tintype.train.Scores;
import tintype.train.TrainingLog;
import tintype.train.TrainingSettings;

/**
 * Tells a training in ImageJ's Log: what begins, a line per epoch, and where
 * the model is. Without a screen ImageJ prints the same lines.
 */
final class TrainingDiary implements TrainingLog {

	private static final int MOST_SKIPPED = 20;

	/** Below this share of waiting, reading pictures is no bottleneck worth a word. */
	private static final double SLOW_READING = 0.1;

	private final TrainingSettings settings;
	private final Path model;
	private Row best;

	/** @param model where it will be, absolute */
	TrainingDiary(TrainingSettings settings, Path model) {
		this.settings = settings;
		this.model = model;
	}

	/** Of the model, for titles. */
	String name() {
		return model.getFileName().toString().replaceFirst("\\.zip$", "");
	}

	@Override
	public void started(Outline outline) {
		IJ.log("Training " + outline.network() + " on " + outline.device() + ".");
		IJ.log(outline.pictures() + " pictures to learn from, " + outline.validation() + " to judge by; " + length() + "; the model goes to " +
			model + ".");
		int told = 0;
		for (var skipped : outline.skipped().entrySet()) {
			if (told++ == MOST_SKIPPED) break;
			IJ.log("Left out: " + reason(skipped.getKey(), skipped.getValue()));
		}
		int more = outline.skipped().size() - MOST_SKIPPED;
		if (more > 0) IJ.log("Left out: " + more + " more.");
		outline.earlier().forEach(this::keepBest);
		if (!outline.earlier().isEmpty()) IJ.log("Going on after epoch " + (outline.earlier().size() - 1) + " of a run that was cut short.");
	}

	private String length() {
		if (settings.epochs() == 1) return "1 epoch";
		return settings.epochs() > 1 ? settings.epochs() + " epochs" : number(settings.minutes()) + " minutes";
	}

	/** Most reasons are sentences that begin with the file already. */
	private static String reason(Path file, String reason) {
		return reason.contains(file.getFileName().toString()) ? reason : file + ": " + reason;
	}

	@Override
	public void add(Row row) {
		keepBest(row);
		IJ.log(line(row, settings.epochs() == 0));
	}

	@Override
	public void warn(String sentence) {
		IJ.log(sentence);
	}

	private void keepBest(Row row) {
		if (row.best()) best = row;
	}

	/** @param open whether the number of epochs is only expected */
	static String line(Row row, boolean open) {
		if (row.epoch() == 0) return "Before the first step: " + colours(row);
		String of = row.epochs() == 0 ? "" : " of " + (open ? "about " : "") + row.epochs();
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "Epoch %d%s: loss %.3f, %s, %.0f patches/s, %.0f pictures/s",
			row.epoch(), of, row.loss(), colours(row), row.patchesPerSecond(), row.picturesPerSecond()));
		if (row.waiting() >= SLOW_READING) line.append(String.format(Locale.ROOT, ", %.0f %% of the time waiting for pictures", 100 * row.waiting()));
		if (row.epoch() < row.epochs()) line.append(", ").append(left(row.minutesLeft()));
		return line.append(row.best() ? "; the best so far" : "").toString();
	}

	private static String colours(Row row) {
		return String.format(Locale.ROOT, "validation %.3f, AuC %.4f, rebalanced %.4f, T %.2f", row.validationLoss(), row.validation().auc(),
			row.validation().rebalancedAuc(), row.temperature());
	}

	private static String left(double minutes) {
		if (minutes < 1) return "less than a minute left";
		return String.format(Locale.ROOT, "%.0f min left", minutes);
	}

	/** A number without a needless ".0". */
	private static String number(double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	/** Tells where the best model so far is. */
	void canceled() {
		if (best == null) IJ.log("The training was canceled before its first epoch ended, so there is no model yet.");
		else IJ.log("The training was canceled. The best model so far, of epoch " + best.epoch() + ", is in " + model +
			"; the same command with resume goes on.");
	}

	/**
	 * Tells what the model is worth and how to use it.
	 *
	 * @param kept the epoch that is in the file
	 */
	void finished(Row kept) {
		Scores scores = kept.validation();
		IJ.log(String.format(Locale.ROOT, "The model, of epoch %d with T %.2f, is in %s: AuC %.4f, rebalanced %.4f, colourfulness %.2f, PSNR %.2f dB.",
			kept.epoch(), kept.temperature(), model, scores.auc(), scores.rebalancedAuc(), scores.colourfulnessRatio(), scores.psnr()));
		IJ.log("To use it: run(\"Colorize...\", \"model=[" + model + "]\");");
	}
}
