package tintype.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import tintype.Progress;
import tintype.TintypeException;
import tintype.train.PhotoOpener;

/**
 * Opens a folder with labelled pictures, in one of three forms:
 * <ul>
 * <li>the four files of MNIST, or of another set of ten classes in its format,
 * plain or as {@code .gz};</li>
 * <li>a sub-folder of pictures for each class, of which a sixth, drawn with a
 * fixed seed, judges;</li>
 * <li>two sub-folders {@code train} and {@code test}, each with a sub-folder of
 * pictures for each class.</li>
 * </ul>
 * Pictures of sub-folders become grey squares of 28 x 28 pixels, see
 * {@link GreySquare}.
 */
public final class StudyFolder {

	private StudyFolder() {}

	/**
	 * As {@link #read(Path, PhotoOpener, Consumer, Progress)}, with the formats of
	 * the JDK only: PNG, JPEG, TIFF, BMP, GIF. Pictures that can't be read are left
	 * out silently.
	 */
	public static StudyData read(Path folder, Progress progress) {
		return read(folder, PhotoOpener.NONE, reason -> {}, progress);
	}

	/**
	 * Reads all pictures of a folder.
	 *
	 * @param host     adds what it opens to the formats of the JDK
	 * @param left     told why a picture is left out, a sentence with its name; on
	 *                 this thread
	 * @param progress told about bytes or pictures
	 * @return training and test data, named as the folder
	 * @throws TintypeException      if the folder has none of the forms, a file of
	 *                               MNIST is missing or broken, or a class has too
	 *                               few pictures that can be read
	 * @throws CancellationException when the caller cancels
	 */
	public static StudyData read(Path folder, PhotoOpener host, Consumer<String> left, Progress progress) {
		if (!Files.isDirectory(folder)) throw new TintypeException("There is no folder " + folder + //
			": choose one with the files of MNIST, or with a sub-folder of pictures for each class.");
		try {
			MnistFolder mnist = MnistFolder.of(folder);
			return mnist.isEmpty() ? new ClassFolders(folder, host, left, progress).read() : mnist.read(progress);
		}
		catch (IOException e) {
			throw new TintypeException("The folder " + folder + " could not be listed: check your access rights.", e);
		}
	}

	/** The last name of a path; of a whole disk its root. */
	static String name(Path folder) {
		Path whole = folder.toAbsolutePath().normalize();
		return (whole.getFileName() == null ? whole : whole.getFileName()).toString();
	}
}
