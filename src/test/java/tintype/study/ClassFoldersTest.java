package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.study.Sentences.assertTold;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Canceled;
import tintype.Progress;
import tintype.train.PhotoOpener;

class ClassFoldersTest {

	@TempDir
	Path folder;

	@Test
	void aSixthOfEachClassJudges() throws IOException {
		write("cats", 12, 0x101010);
		write("dogs", 6, 0x808080);
		write("ants", 2, 0xf0f0f0);
		Files.createDirectory(folder.resolve(".hidden"));
		StudyData data = read();
		assertEquals(List.of("ants", "cats", "dogs"), data.training().classes());
		assertArrayEquals(new int[] { 1, 10, 5 }, counts(data.training()));
		assertArrayEquals(new int[] { 1, 2, 1 }, counts(data.test()));
		assertEquals(28, data.training().width());
		for (int i = 0; i < data.training().count(); i++)
			assertEquals(new int[] { 0xf0, 0x10, 0x80 }[data.training().labels()[i]], data.training().pixels()[i * 784 + 400] & 255);
	}

	/** No picture both teaches and judges, none is lost, and the next time they are the same. */
	@Test
	void everyPictureOnOneSide() throws IOException {
		for (int i = 0; i < 30; i++)
			write(folder.resolve(i % 2 == 0 ? "even" : "odd").resolve(i + ".png"), 28, 28, 0x010101 * i);
		StudyData data = read();
		List<Integer> greys = new ArrayList<>(greys(data.training()));
		assertTrue(greys.size() > 20 && !greys.equals(greys.stream().sorted().toList()), greys.toString());
		greys.addAll(greys(data.test()));
		assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), greys.stream().sorted().limit(10).toList());
		assertEquals(30, greys.stream().distinct().count());
		assertArrayEquals(data.test().pixels(), read().test().pixels());
	}

	@Test
	void unreadableFilesAreNamedAndLeftOut() throws IOException {
		write("a", 3, 0);
		write("b", 3, 0xffffff);
		Files.writeString(folder.resolve("a/broken.png"), "no picture");
		Path cut = folder.resolve("b/cut.png");
		byte[] whole = Files.readAllBytes(folder.resolve("b/0.png"));
		Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
		Files.writeString(folder.resolve("b/notes.txt"), "not even a name of a picture");
		List<String> left = new ArrayList<>();
		StudyData data = StudyFolder.read(folder, PhotoOpener.NONE, left::add, Progress.NONE);
		assertEquals(6, data.training().count() + data.test().count());
		assertEquals(2, left.size(), left.toString());
		assertTrue(left.get(0).contains("broken.png") && left.get(1).contains("cut.png"), left.toString());
	}

	@Test
	void tooFewPicturesOfAClass() throws IOException {
		write("a", 3, 0);
		write("b", 1, 0);
		Files.writeString(folder.resolve("b/broken.png"), "no picture");
		assertTold(folder.resolve("b") + " has only 1 of at least 2 pictures that can be read", this::read);
		Files.delete(folder.resolve("b/broken.png"));
		Files.delete(folder.resolve("b/0.png"));
		assertTold("There is no picture in " + folder.resolve("b"), this::read);
	}

	@Test
	void tooFewClasses() throws IOException {
		assertTold("neither the four files of MNIST nor a sub-folder", this::read);
		write("a", 3, 0);
		assertTold("at least two classes", this::read);
		assertTold("There is no folder", () -> StudyFolder.read(folder.resolve("missing"), Progress.NONE));
	}

	@Test
	void trainAndTestDividedBefore() throws IOException {
		write("train/a", 2, 0);
		write("train/b", 3, 0xffffff);
		write("test/a", 1, 0);
		write("test/b", 1, 0xffffff);
		StudyData data = read();
		assertArrayEquals(new int[] { 2, 3 }, counts(data.training()));
		assertArrayEquals(new int[] { 1, 1 }, counts(data.test()));
		assertEquals(255, data.test().pixels()[784 + 400] & 255);
		write("test/c", 1, 0);
		assertTold("have different sub-folders", this::read);
	}

	@Test
	void canBeCanceled() throws IOException {
		write("a", 3, 0);
		write("b", 3, 0);
		assertThrows(CancellationException.class, () -> StudyFolder.read(folder, new Canceled()));
	}

	private StudyData read() {
		return StudyFolder.read(folder, Progress.NONE);
	}

	private static int[] counts(LabelledImages images) {
		int[] counts = new int[images.classes().size()];
		for (byte label : images.labels())
			counts[label]++;
		return counts;
	}

	/** Of the first pixel of each picture. */
	private static List<Integer> greys(LabelledImages images) {
		List<Integer> greys = new ArrayList<>();
		for (int i = 0; i < images.count(); i++)
			greys.add(images.pixels()[i * 784] & 255);
		return greys;
	}

	private void write(String name, int count, int rgb) throws IOException {
		for (int i = 0; i < count; i++)
			write(folder.resolve(name).resolve(i + ".png"), 10 + i, 10 + i, rgb);
	}

	private static void write(Path file, int width, int height, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		int[] pixels = new int[width * height];
		Arrays.fill(pixels, rgb);
		image.setRGB(0, 0, width, height, pixels, 0, width);
		Files.createDirectories(file.getParent());
		assertTrue(ImageIO.write(image, "png", file.toFile()));
	}
}
