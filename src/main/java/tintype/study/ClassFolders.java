package tintype.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tintype.Progress;
import tintype.TintypeException;
import tintype.train.Awaited;
import tintype.train.PhotoFolder;
import tintype.train.PhotoOpener;
import tintype.train.PhotoReader;

/** A folder whose sub-folders each hold the pictures of one class. */
final class ClassFolders {

	private static final int EDGE = 28;

	/** One picture of so many judges. */
	private static final int TEST_PART = 6;
	private static final long SPLIT_SEED = 7;
	private static final int MOST_CLASSES = 256;

	private final Path folder;
	private final PhotoOpener host;
	private final PhotoReader reader;
	private final Consumer<String> left;
	private final Progress progress;
	private int done;
	private int all;

	/** @param left told why a picture is left out */
	ClassFolders(Path folder, PhotoOpener host, Consumer<String> left, Progress progress) {
		this.folder = folder;
		this.host = host;
		this.left = left;
		this.progress = progress;
		reader = new PhotoReader(host);
	}

	/**
	 * @throws TintypeException      if there are not at least two classes, or too few pictures of one
	 * @throws CancellationException when the caller cancels
	 */
	StudyData read() throws IOException {
		Path train = folder.resolve("train"), test = folder.resolve("test");
		if (Files.isDirectory(train) && Files.isDirectory(test)) return divided(train, test);
		List<PhotoFolder> classes = classes(folder);
		LabelledPictures learning = new LabelledPictures(EDGE, names(classes)), judging = new LabelledPictures(EDGE, names(classes));
		for (int label = 0; label < classes.size(); label++) {
			List<byte[]> pictures = pictures(classes.get(label), 2);
			Collections.shuffle(pictures, new Random(SPLIT_SEED));
			int judges = Math.max(1, Math.round((float) pictures.size() / TEST_PART));
			judging.add(label, pictures.subList(0, judges));
			learning.add(label, pictures.subList(judges, pictures.size()));
		}
		return new StudyData(StudyFolder.name(folder), learning.images(), judging.images());
	}

	/** Where somebody has already decided which pictures judge. */
	private StudyData divided(Path train, Path test) throws IOException {
		List<PhotoFolder> learning = classes(train), judging = classes(test);
		if (!names(learning).equals(names(judging))) throw new TintypeException( //
			train + " and " + test + " have different sub-folders: give both one for each class.");
		return new StudyData(StudyFolder.name(folder), images(learning), images(judging));
	}

	private LabelledImages images(List<PhotoFolder> classes) {
		LabelledPictures images = new LabelledPictures(EDGE, names(classes));
		for (int label = 0; label < classes.size(); label++)
			images.add(label, pictures(classes.get(label), 1));
		return images.images();
	}

	/** What the visible sub-folders hold, sorted by their names. */
	private List<PhotoFolder> classes(Path parent) throws IOException {
		List<Path> found = new ArrayList<>();
		try (Stream<Path> entries = Files.list(parent)) {
			entries.filter(entry -> Files.isDirectory(entry) && !StudyFolder.name(entry).startsWith(".")).forEach(found::add);
		}
		found.sort(Comparator.comparing(StudyFolder::name));
		if (found.size() < 2) throw new TintypeException(parent + //
			" has neither the four files of MNIST nor a sub-folder of pictures for each of at least two classes: choose another folder.");
		if (found.size() > MOST_CLASSES) throw new TintypeException( //
			parent + " has " + found.size() + " sub-folders, but there can be no more than " + MOST_CLASSES + " classes: choose a folder with fewer.");
		List<PhotoFolder> classes = found.stream().map(path -> PhotoFolder.of(path, host)).toList();
		all += classes.stream().mapToInt(pictures -> pictures.files().size()).sum();
		return classes;
	}

	private static List<String> names(List<PhotoFolder> classes) {
		return classes.stream().map(pictures -> StudyFolder.name(pictures.folder())).toList();
	}

	/** The pictures of a class in the order of their names, which systems sort differently. */
	private List<byte[]> pictures(PhotoFolder pictures, int least) {
		List<byte[]> squares = new ArrayList<>();
		List<Path> files = new ArrayList<>(pictures.files());
		files.sort(Comparator.comparing(file -> pictures.folder().relativize(file).toString()));
		for (Path file : files)
			addTo(squares, file);
		if (squares.size() < least) throw new TintypeException( //
			pictures.folder() + " has only " + squares.size() + " of at least " + least + " pictures that can be read: add pictures, or remove the folder.");
		return squares;
	}

	private void addTo(List<byte[]> squares, Path file) {
		if (progress.canceled()) throw new CancellationException("Canceled");
		progress.report(done++, all, "Reading " + file.getFileName());
		try {
			squares.add(Awaited.value(() -> GreySquare.of(reader.read(file), EDGE), progress));
		}
		catch (TintypeException e) {
			left.accept(e.getMessage());
		}
	}
}
