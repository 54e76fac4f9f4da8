package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.study.Sentences.assertTold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Canceled;
import tintype.Progress;
import tintype.SharedData;

class MnistFolderTest {

	@TempDir
	Path folder;

	@BeforeEach
	void writeSet() throws IOException {
		IdxBytes.writeSet(folder);
	}

	@Test
	void readsAllFourFiles() {
		StudyData data = read();
		assertEquals(folder.getFileName().toString(), data.name());
		assertEquals(20, data.training().count());
		assertEquals(10, data.test().count());
		assertEquals(3, data.test().width());
		assertEquals(2, data.test().height());
		assertEquals(10, data.test().classes().size());
		assertArrayEquals(Arrays.copyOfRange(IdxBytes.pictures(10, 2), 16, 76), data.test().pixels());
		assertArrayEquals(Arrays.copyOfRange(IdxBytes.labels(20), 8, 28), data.training().labels());
	}

	@Test
	void allNamesThatAreUsual() throws IOException {
		StudyData plain = read();
		Files.move(folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-images.idx3-ubyte"));
		Files.move(folder.resolve("train-labels-idx1-ubyte"), folder.resolve("Train-Labels.idx1-ubyte.GZ"));
		Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), IdxBytes.packed(IdxBytes.pictures(10, 2)));
		Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
		assertArrayEquals(plain.test().pixels(), read().test().pixels());
		assertArrayEquals(plain.training().pixels(), read().training().pixels());
	}

	@Test
	void saysWhatIsMissing() throws IOException {
		Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
		Files.move(folder.resolve("train-labels-idx1-ubyte"), folder.resolve("train-labels-idx1-ubyte.gz.part"));
		assertTold("lacks train-labels-idx1-ubyte and t10k-images-idx3-ubyte", this::read);
	}

	@Test
	void countsOfPicturesAndLabelsDiffer() throws IOException {
		Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(9));
		assertTold("holds 10 pictures but t10k-labels-idx1-ubyte 9 labels", this::read);
	}

	@Test
	void labelsThatAreNone() throws IOException {
		for (int label : new int[] { 10, 255 }) {
			byte[] labels = IdxBytes.labels(20);
			labels[8 + 4] = (byte) label;
			Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
			assertTold("Label 5 in " + folder.resolve("train-labels-idx1-ubyte") + " is " + label + ", not one of 0 to 9", this::read);
		}
	}

	@Test
	void sizesOfPicturesDiffer() throws IOException {
		Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxBytes.of(new byte[60], IdxBytes.PICTURES, 10, 3, 2));
		assertTold("has pictures of 3 x 2 pixels, t10k-images-idx3-ubyte of 2 x 3", this::read);
	}

	@Test
	void namesExchanged() throws IOException {
		Path pictures = folder.resolve("train-images-idx3-ubyte"), labels = folder.resolve("train-labels-idx1-ubyte"), other = folder.resolve("other");
		Files.move(pictures, other);
		Files.move(labels, pictures);
		Files.move(other, labels);
		assertTold("holds labels where pictures are expected", this::read);
	}

	@Test
	void canBeCanceled() {
		assertThrows(CancellationException.class, () -> StudyFolder.read(folder, new Canceled()));
	}

	/** Mean and deviation of the pixels, as programs for MNIST have them in their sources. */
	@Test
	void mnist() {
		LabelledImages training = StudyFolder.read(SharedData.require("data/mnist"), Progress.NONE).training();
		double sum = 0, squares = 0;
		for (byte pixel : training.pixels()) {
			double grey = Byte.toUnsignedInt(pixel) / 255.0;
			sum += grey;
			squares += grey * grey;
		}
		double mean = sum / training.pixels().length;
		assertEquals(60_000, training.count());
		assertEquals(0.1307, mean, 5e-5);
		assertEquals(0.3081, Math.sqrt(squares / training.pixels().length - mean * mean), 5e-5);
		assertEquals(5, training.labels()[0]);
		int ink = 0;
		for (int i = 0; i < 28 * 28; i++)
			if (training.pixels()[i] != 0) ink++;
		assertEquals(166, ink);
	}

	@Test
	void mnistsTestDigitsBegin7210() {
		byte[] labels = StudyFolder.read(SharedData.require("data/mnist"), new Rising()).test().labels();
		assertArrayEquals(new byte[] { 7, 2, 1, 0 }, Arrays.copyOf(labels, 4));
	}

	/** Progress only grows. */
	private static final class Rising implements Progress {

		private double last;

		@Override
		public void report(long done, long total, String text) {
			assertTrue(done <= total && done / (double) total >= last, done + " of " + total);
			last = done / (double) total;
		}

		@Override
		public boolean canceled() {
			return false;
		}
	}

	private StudyData read() {
		return StudyFolder.read(folder, Progress.NONE);
	}
}
