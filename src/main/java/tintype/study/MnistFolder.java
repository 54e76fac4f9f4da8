package tintype.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import tintype.Progress;
import tintype.TintypeException;

/**
 * A folder with the four files of MNIST, or of another set of ten classes in its
 * format: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, with a dot
 * in place of the second dash or not, with {@code .gz} at the end or not.
 */
final class MnistFolder {

	private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

	private static final List<String> NAMES = List.of( //
		"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

	private final Path folder;

	/** By the first form of their names. */
	private final Map<String, Path> files = new TreeMap<>();

	private MnistFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * Looks for the files by their names; opens none.
	 *
	 * @throws IOException if the folder can't be listed
	 */
	static MnistFolder of(Path folder) throws IOException {
		MnistFolder found = new MnistFolder(folder);
		try (Stream<Path> files = Files.list(folder)) {
			// the plain one of two comes last and stays: it is read sooner
			files.filter(Files::isRegularFile).sorted(MnistFolder::packedFirst).forEach(found::add);
		}
		return found;
	}

	private static int packedFirst(Path one, Path other) {
		return Boolean.compare(isPacked(other), isPacked(one));
	}

	private static boolean isPacked(Path file) {
		return name(file).endsWith(".gz");
	}

	private static String name(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private void add(Path file) {
		String name = name(file).replaceFirst("\\.gz$", "").replaceFirst("\\.idx", "-idx");
		if (NAMES.contains(name)) files.put(name, file);
	}

	/** Whether there is none of the four files. */
	boolean isEmpty() {
		return files.isEmpty();
	}

	/**
	 * Reads all four files.
	 *
	 * @throws TintypeException      if one is missing or broken, or they do not fit together
	 * @throws CancellationException when the caller cancels
	 */
	StudyData read(Progress progress) {
		List<String> missing = new ArrayList<>(NAMES);
		missing.removeAll(files.keySet());
		if (!missing.isEmpty()) throw new TintypeException(folder + " lacks " + String.join(" and ", missing) + //
			" (plain or .gz): put all four files of the set there.");
		Part training = new Part(0), test = new Part(2);
		training.requireSizeOf(test);
		return new StudyData(StudyFolder.name(folder), training.read(progress.part(0, 2)), test.read(progress.part(1, 2)));
	}

	/** A file of pictures and that of their labels. */
	private final class Part {

		private final Path imagesFile;
		private final Path labelsFile;
		private final IdxFile images;
		private final IdxFile labels;

		/** @param first index of the file of pictures in {@link #NAMES} */
		Part(int first) {
			imagesFile = files.get(NAMES.get(first));
			labelsFile = files.get(NAMES.get(first + 1));
			images = IdxFile.open(imagesFile, 3);
			labels = IdxFile.open(labelsFile, 1);
			if (images.shape()[0] != labels.shape()[0]) throw new TintypeException(imagesFile + " holds " + images.shape()[0] + " pictures but " + //
				labelsFile.getFileName() + " " + labels.shape()[0] + " labels: download both again.");
		}

		void requireSizeOf(Part other) {
			if (images.shape()[1] != other.images.shape()[1] || images.shape()[2] != other.images.shape()[2]) throw new TintypeException( //
				imagesFile + " has pictures of " + size() + " pixels, " + other.imagesFile.getFileName() + " of " + other.size() + //
					": choose files of one set.");
		}

		private String size() {
			return images.shape()[2] + " x " + images.shape()[1];
		}

		LabelledImages read(Progress progress) {
			byte[] classes = labels.values(Progress.NONE); // done before anybody could look
			for (int i = 0; i < classes.length; i++)
				if (Byte.toUnsignedInt(classes[i]) >= CLASSES.size()) throw new TintypeException("Label " + (i + 1) + " in " + labelsFile + " is " + //
					Byte.toUnsignedInt(classes[i]) + ", not one of 0 to 9: download it again.");
			return new LabelledImages(images.shape()[2], images.shape()[1], images.values(progress), classes, CLASSES);
		}
	}
}
