package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import tintype.Progress;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/** Training runs of seconds: three pictures to learn from, one to judge by, each 48 pixels wide. */
final class SmallRuns implements TrainingLog {

	static final TrainingSettings SETTINGS = TrainingSettings.defaults().withBins(5, 0.002).withPatches(16, 4) //
		.withLearningRate(3e-3, Schedule.COSINE);

	private final Path folder;
	private final List<Row> rows = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();
	private Outline outline;
	private int away;

	SmallRuns(Path folder) throws IOException {
		this.folder = folder;
		for (int i = 0; i < 3; i++)
			Pictures.write(folder.resolve("train/" + i + ".png"), 48, 48, Pictures.landscape(48, i));
		Pictures.write(folder.resolve("val/0.png"), 48, 48, Pictures.landscape(48, 100));
	}

	/** As they are in the folders now. */
	PhotoSplit pictures() {
		return new PhotoSplit(PhotoFolder.of(folder.resolve("train")), PhotoFolder.of(folder.resolve("val")));
	}

	Path output() {
		return folder.resolve("model.zip");
	}

	Row run(TrainingSettings settings) {
		return run(settings, Progress.NONE);
	}

	Row run(TrainingSettings settings, Progress progress) {
		return Training.run(settings, pictures(), output(), this, progress);
	}

	Row refine(TrainingSettings settings, Path start, Progress progress) {
		return Training.run(settings, pictures(), start.toString(), output(), true, PhotoOpener.NONE, this, progress);
	}

	/** Moves the model away, so that the next run can write its own. */
	Path putAway() throws IOException {
		return Files.move(output(), folder.resolve("away-" + away++ + ".zip"));
	}

	/** Canceled as soon as there are so many rows. */
	Progress canceledAfter(int count) {
		return new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return rows.size() >= count;
			}
		};
	}

	@Override
	public void started(Outline newOutline) {
		outline = newOutline;
	}

	@Override
	public void add(Row row) {
		rows.add(row);
	}

	@Override
	public void warn(String sentence) {
		warnings.add(sentence);
	}

	List<String> warnings() {
		return warnings;
	}

	List<Row> rows() {
		return rows;
	}

	Outline outline() {
		return outline;
	}

	/** Equal to the last byte, but for the day, which midnight may change. */
	static void assertSameModel(Path expected, Path actual) throws IOException {
		try (ColorModel one = ModelFile.open(expected); ColorModel other = ModelFile.open(actual)) {
			assertEquals(one.card().training(), other.card().training());
			assertEquals(one.card().scores(), other.card().scores());
			assertEquals(one.card().temperature(), other.card().temperature());
			if (one.card().created().equals(other.card().created())) assertEquals(-1, Files.mismatch(expected, actual));
		}
		assertArrayEquals(logits(expected), logits(actual));
	}

	/** What a model makes of a ramp: every weight shows. */
	static float[] logits(Path file) {
		float[] ramp = new float[20 * 20];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = i * 37 % 101;
		var image = ArrayImgs.floats(ramp, 20, 20);
		try (ColorModel model = ModelFile.open(file)) {
			return model.map(image, Progress.NONE).logits();
		}
	}
}
