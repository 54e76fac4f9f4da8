package tintype.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Told how a training run goes, on the training thread. */
@FunctionalInterface
public interface TrainingLog {

	/** Called once, before the first step. */
	default void started(Outline outline) {}

	/** Called after each epoch. */
	void add(Row row);

	/** Called when something went wrong that does not stop the run, with a sentence for the user. */
	default void warn(String sentence) {}

	/**
	 * What is going to be trained, on what.
	 *
	 * @param model      where the model will be
	 * @param network    name, activation, bins and number of weights, in words
	 * @param device     that trains, in words
	 * @param pictures   to learn from
	 * @param validation pictures that choose the epoch
	 * @param skipped    the files left out, each with the reason
	 * @param earlier    rows of the epochs that a run cut short had finished; empty for a new run
	 */
	record Outline(Path model, String network, String device, int pictures, int validation, Map<Path, String> skipped,
		List<Row> earlier) {}

	/**
	 * @param epoch             from 1; 0 is the network before the first step
	 * @param epochs            of the whole run; 0 while the clock still measures it
	 * @param step              training steps done so far
	 * @param loss              mean rebalanced cross entropy over the epoch's training pixels, in nats; NaN
	 *                          for epoch 0, as are all speeds
	 * @param validationLoss    the same on validation pictures, or their middle
	 * @param validation        how the model colours the validation pictures now, at the best temperature
	 * @param temperature       that best temperature
	 * @param best              whether this is the best epoch so far, and was kept
	 * @param minutes           of work so far, over all parts of a resumed run
	 * @param minutesLeft       of work still expected
	 * @param patchesPerSecond  in training
	 * @param picturesPerSecond read for it
	 * @param waiting           share of the training time that the network waited for pictures, 0 to 1
	 * @param preview           some validation pictures, coloured now; empty in {@link Outline#earlier()}
	 */
	record Row(int epoch, int epochs, long step, double loss, double validationLoss, Scores validation, double temperature,
		boolean best, double minutes, double minutesLeft, double patchesPerSecond, double picturesPerSecond, double waiting,
		List<Preview> preview)
	{

		/** The same without pictures, which are too large to keep for every epoch. */
		Row withoutPreview() {
			return new Row(epoch, epochs, step, loss, validationLoss, validation, temperature, best, minutes, minutesLeft,
				patchesPerSecond, picturesPerSecond, waiting, List.of());
		}
	}

	/**
	 * One validation picture, or a part of it.
	 *
	 * @param name      of its file
	 * @param grey      what the network read
	 * @param coloured  what it made of it
	 * @param truth     what it was
	 */
	record Preview(String name, Photo grey, Photo coloured, Photo truth) {}
}
