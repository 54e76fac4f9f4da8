package tintype.ij;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import tintype.Progress;
import tintype.TintypeException;
import tintype.train.PhotoFolder;
import tintype.train.PhotoOpener;
import tintype.train.PhotoSplit;
import tintype.train.Training;
import tintype.train.TrainingSettings;

/**
 * A model trained on a folder of pictures, while ImageJ's Log tells how it goes
 * and, with a screen and outside batch mode, windows follow it: see
 * {@link TrainingWindows}.
 */
public final class ModelTraining {

	private static final String SUFFIX = "colorizer.zip";

	private ModelTraining() {}

	/**
	 * What to learn from, as a user names it.
	 *
	 * @param folder     of colour pictures
	 * @param validation folder of other pictures; an empty path keeps back a share
	 *                   of the first folder
	 * @param share      that share, above 0 and below 1
	 */
	public record Pictures(File folder, File validation, double share) {

		private PhotoSplit split(PhotoOpener host) {
			if (isEmpty(folder)) throw new TintypeException("No folder of pictures is given: choose one with colour pictures in the field Pictures.");
			PhotoFolder all = PhotoFolder.of(folder.toPath(), host);
			if (isEmpty(validation)) return PhotoSplit.of(all, share);
			return new PhotoSplit(all, PhotoFolder.of(validation.toPath(), host));
		}
	}

	/**
	 * What can be looked at after a training. Each is null if its user has closed
	 * its window meanwhile.
	 *
	 * @param curves losses by epoch, a plot
	 * @param scores AuC and rebalanced AuC by epoch, a plot
	 * @param strip  a stack with a plane per epoch: some pictures in grey, in the
	 *               model's colours and in their own
	 */
	public record Figures(ImagePlus curves, ImagePlus scores, ImagePlus strip) {}

	/**
	 * Trains and writes the model, a table of its epochs beside it, and what is
	 * needed to resume.
	 *
	 * @param start  model to train further, a file or {@code default}; an empty
	 *               path for none
	 * @param output model file; an empty path for FOLDER-colorizer.zip beside the
	 *               folder of pictures
	 * @param resume whether to go on with a run that was cut short
	 * @throws TintypeException      with the reason if the training can't begin or
	 *                               go on
	 * @throws CancellationException when canceled; the best model so far is kept,
	 *                               and the Log says where
	 */
	public static Figures run(TrainingSettings settings, Pictures pictures, File start, File output, boolean resume, Progress progress) {
		PhotoOpener host = new HostPhotos();
		PhotoSplit split = pictures.split(host);
		Path model = isEmpty(output) ? beside(pictures.folder()) : output.toPath();
		TrainingDiary diary = new TrainingDiary(settings, model.toAbsolutePath().normalize());
		TrainingWindows windows = new TrainingWindows(diary.name());
		try {
			diary.finished(Training.run(settings, split, start.getPath().strip(), model, resume, host, new TrainingViews(diary, windows), progress));
			return windows.figures();
		}
		catch (CancellationException e) {
			diary.canceled();
			throw e;
		}
	}

	private static Path beside(File folder) {
		Path path = folder.toPath().toAbsolutePath().normalize();
		Path name = path.getFileName();
		return name == null ? path.resolve(SUFFIX) : path.resolveSibling(name + "-" + SUFFIX);
	}

	private static boolean isEmpty(File file) {
		return file.getPath().isBlank();
	}
}
