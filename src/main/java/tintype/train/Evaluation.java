package tintype.train;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import tintype.Progress;
import tintype.color.AbGrid;
import tintype.color.AbHistogram;
import tintype.nn.Prediction;

/** Scores a way to colour on pictures: each is turned to grey, coloured and compared with itself. */
public final class Evaluation {

	private Evaluation() {}

	/**
	 * Evaluates a way to colour.
	 *
	 * @param files      the true pictures
	 * @param training   colours of the training pictures; they weight the bins
	 * @param prediction the model with temperature and saturation
	 */
	public static Scores of(List<Path> files, AbHistogram training, Prediction prediction, Progress progress) {
		Colouring colouring = prediction::rgb;
		Progress silent = new Silent(progress);
		return of(files, training.shares(AbGrid.zhang313()), grey -> colouring.of(grey, silent), progress);
	}

	/**
	 * @param shares   of the training pixels in the 313 bins
	 * @param colorize from a grey picture of equal lightness to a coloured one
	 */
	static Scores of(List<Path> files, double[] shares, UnaryOperator<Photo> colorize, Progress progress) {
		Comparison comparison = new Comparison(shares);
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		int done = 0;
		for (Path file : files) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(done++, files.size(), "Validating");
			Photo truth = reader.read(file);
			comparison.add(truth, colorize.apply(Colouring.grey(truth, progress)), progress);
		}
		return comparison.scores();
	}

	/** The picture in true greys (R = G = B) of, up to rounding, the same lightness. */
	static Photo grey(Photo photo) {
		return Colouring.grey(photo, Progress.NONE);
	}

	static Photo colorized(Photo grey, Prediction prediction) {
		Colouring colouring = prediction::rgb;
		return colouring.of(grey, Progress.NONE);
	}

	/** Only asks; the bar counts pictures, not their tiles. */
	private record Silent(Progress whole) implements Progress {

		@Override
		public void report(long done, long total, String text) {}

		@Override
		public boolean canceled() {
			return whole.canceled();
		}
	}
}
