package tintype.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;
import tintype.nn.ColorModel;

/**
 * Scores a way to colour on a folder of colour pictures, beside two baselines on
 * the same pictures: grey, and the mean colour everywhere. Pictures that are
 * broken, grey, too small, or too large for the memory are left out, with the
 * reason.
 */
public final class FolderEvaluation {

	/** Units of progress per picture. */
	private static final long UNITS = 1000;

	/** Told about each picture as soon as it is compared, on the evaluating thread. */
	@FunctionalInterface
	public interface Watcher {

		/** Watches nothing. */
		Watcher NONE = (index, file, grey, coloured, truth) -> {};

		/**
		 * @param index of the file in its folder, from 0; left-out files count too
		 * @param grey  what was to be coloured
		 */
		void compared(int index, Path file, Photo grey, Photo coloured, Photo truth);
	}

	private final PhotoFolder pictures;
	private final PhotoReader reader;
	private final Colouring colouring;
	private final Progress progress;
	private final Map<Path, String> skipped = new LinkedHashMap<>();
	private final Map<String, Scores> rows = new LinkedHashMap<>();

	private FolderEvaluation(PhotoFolder pictures, PhotoReader reader, Colouring colouring, Progress progress) {
		this.pictures = pictures;
		this.reader = reader;
		this.colouring = colouring;
		this.progress = progress;
	}

	/**
	 * Evaluates all pictures of a folder; reads and keeps one at a time.
	 *
	 * @param pictures  to be turned to grey, coloured and compared
	 * @param weights   pictures whose colours weight the bins and give the mean; may
	 *                  be the same folder
	 * @param reader    opens the files of both folders
	 * @param colouring what is judged
	 * @param watcher   told after each picture
	 * @param progress  told about each picture and its tiles
	 * @throws TintypeException      if one of the folders has no usable picture
	 * @throws CancellationException when the caller cancels
	 */
	public static EvaluationReport of(PhotoFolder pictures, PhotoFolder weights, PhotoReader reader, Colouring colouring, Watcher watcher,
		Progress progress)
	{
		return new FolderEvaluation(pictures, reader, colouring, progress).run(weights, watcher);
	}

	private EvaluationReport run(PhotoFolder weights, Watcher watcher) {
		ColourCounts colours = counts(weights);
		Ways ways = new Ways(colours);
		for (int i = 0; i < pictures.files().size(); i++) {
			Path file = pictures.files().get(i);
			Progress part = new Part(progress, i, pictures.files().size(), "Evaluating " + file.getFileName());
			part.report(0, 1, "");
			Photo truth = usable(file);
			if (truth != null) compare(i, truth, ways, watcher, part);
		}
		if (rows.isEmpty()) throw none(pictures);
		return new EvaluationReport(rows, line(ways.ours), line(ways.grey), line(ways.mean), skipped);
	}

	/** Leaves a picture out whose copies don't fit into memory. */
	private void compare(int index, Photo truth, Ways ways, Watcher watcher, Progress part) {
		Path file = pictures.files().get(index);
		try {
			Photo plain = Colouring.grey(truth, part);
			Photo coloured = colouring.of(plain, part);
			Differences ours = ways.ours.differences(truth, coloured, part);
			Differences grey = ways.grey.differences(truth, plain, part);
			Photo constant = Colouring.constant(plain, ways.colours.meanA(), ways.colours.meanB(), part);
			Differences mean = ways.mean.differences(truth, constant, part);
			watcher.compared(index, file, plain, coloured, truth);
			// only when nothing can fail any more, so that a picture counts in every line or in none
			rows.put(pictures.folder().relativize(file).toString(), ways.ours.add(ours));
			ways.grey.add(grey);
			ways.mean.add(mean);
		}
		catch (OutOfMemoryError | RuntimeException e) {
			if (!ColorModel.isOutOfMemory(e)) throw e;
			skipped.put(file, file + " and its coloured copies don't fit into memory (" + truth.width() + " x " + truth.height() + //
				" pixels): shrink it, or give ImageJ more memory.");
		}
	}

	private static EvaluationReport.Line line(Comparison comparison) {
		return new EvaluationReport.Line(comparison.scores(), comparison.curve());
	}

	private ColourCounts counts(PhotoFolder weights) {
		ColourCounts colours = new ColourCounts();
		int done = 0, counted = 0;
		for (Path file : weights.files()) {
			progress.report(done++, weights.files().size(), "Counting the colours of " + file.getFileName());
			Photo photo = usable(file);
			if (photo == null) continue;
			colours.add(photo, progress);
			counted++;
		}
		if (counted == 0) throw none(weights);
		return colours;
	}

	/** @return null if the picture is left out */
	private Photo usable(Path file) {
		if (progress.canceled()) throw new CancellationException("Canceled");
		if (skipped.containsKey(file)) return null;
		try {
			return Awaited.value(() -> colourful(file), progress);
		}
		catch (TintypeException e) {
			skipped.put(file, e.getMessage());
		}
		return null;
	}

	private Photo colourful(Path file) {
		Photo photo = reader.read(file);
		if (Math.min(photo.width(), photo.height()) < Comparison.SMALLEST_EDGE) throw new TintypeException( //
			file + " is smaller than " + Comparison.SMALLEST_EDGE + " x " + Comparison.SMALLEST_EDGE + " pixels.");
		if (photo.isGrey()) throw new TintypeException(file + " has no colour.");
		return photo;
	}

	private TintypeException none(PhotoFolder folder) {
		return new TintypeException("No picture in " + folder.folder() + " can be used (" + skipped.values().iterator().next() + //
			"): choose a folder of colour pictures of at least " + Comparison.SMALLEST_EDGE + " x " + Comparison.SMALLEST_EDGE + " pixels.");
	}

	/** What is judged and the baselines, on the same pictures and with the same weights. */
	private static final class Ways {

		private final ColourCounts colours;
		private final Comparison ours;
		private final Comparison grey;
		private final Comparison mean;

		Ways(ColourCounts colours) {
			this.colours = colours;
			double[] shares = colours.shares();
			ours = new Comparison(shares);
			grey = new Comparison(shares);
			mean = new Comparison(shares);
		}
	}

	/** One picture's share in the progress of all. */
	private record Part(Progress whole, int index, int count, String text) implements Progress {

		@Override
		public void report(long done, long total, String detail) {
			whole.report(index * UNITS + UNITS * done / total, count * UNITS, text + " (" + (index + 1) + " of " + count + ")");
		}

		@Override
		public boolean canceled() {
			return whole.canceled();
		}
	}
}
