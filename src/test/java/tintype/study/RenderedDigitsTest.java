package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

class RenderedDigitsTest {

	private static final int PIXELS = RenderedDigits.EDGE * RenderedDigits.EDGE;

	/** Noted once: every machine and every Java draws the same pixels. */
	@Test
	void samePixelsEverywhere() {
		StudyData data = RenderedDigits.of(300, 100, 1);
		assertEquals("b2a856e8 93e25140", digest(data.training()) + " " + digest(data.test()));
	}

	private static String digest(LabelledImages images) {
		CRC32 crc = new CRC32();
		crc.update(images.labels());
		crc.update(images.pixels());
		return Long.toHexString(crc.getValue());
	}

	@Test
	void aLargerSetBeginsWithTheSmaller() {
		StudyData small = RenderedDigits.of(20, 5, 3), large = RenderedDigits.of(50, 40, 3);
		assertArrayEquals(small.training().pixels(), Arrays.copyOf(large.training().pixels(), 20 * PIXELS));
		assertArrayEquals(small.test().labels(), Arrays.copyOf(large.test().labels(), 5));
		assertFalse(Arrays.equals(small.training().pixels(), RenderedDigits.of(20, 5, 4).training().pixels()));
	}

	@Test
	void standardSetIsBalancedAndWithoutTwins() {
		StudyData data = RenderedDigits.standard();
		assertEquals(RenderedDigits.TRAINING, data.training().count());
		assertEquals(RenderedDigits.TEST, data.test().count());
		int[] counts = new int[10];
		for (byte label : data.training().labels())
			counts[label]++;
		assertTrue(Arrays.stream(counts).allMatch(count -> Math.abs(count - 400) < 80), Arrays.toString(counts));
		Set<Integer> seen = new HashSet<>();
		for (LabelledImages part : new LabelledImages[] { data.training(), data.test() })
			for (int i = 0; i < part.count(); i++)
				seen.add(Arrays.hashCode(Arrays.copyOfRange(part.pixels(), i * PIXELS, (i + 1) * PIXELS)));
		assertTrue(seen.size() > 4990, "different " + seen.size());
	}

	/** White on black, inside the square, and as much ink as MNIST has, about an eighth of the pixels. */
	@Test
	void inkLiesInTheMiddle() {
		LabelledImages digits = RenderedDigits.of(500, 1, 2).training();
		double mean = 0, border = 0;
		for (int i = 0; i < digits.pixels().length; i++) {
			int x = i % 28, y = i / 28 % 28;
			int grey = digits.pixels()[i] & 255;
			mean += grey / 255.0 / digits.pixels().length;
			if (x == 0 || y == 0 || x == 27 || y == 27) border += grey / 255.0 / (500 * 108);
		}
		assertEquals(0.107, mean, 0.01);
		assertEquals(0.013, border, 0.01);
	}

	/**
	 * The mean pictures of the digits tell most of the others, but not all: the
	 * set is neither noise nor a task without errors.
	 */
	@Test
	void hardButReadable() {
		StudyData data = RenderedDigits.of(3000, 500, 1);
		double[][] means = means(data.training());
		int wrong = 0;
		for (int i = 0; i < data.test().count(); i++)
			if (nearest(means, data.test(), i) != data.test().labels()[i]) wrong++;
		double error = wrong / (double) data.test().count();
		assertTrue(error > 0.1 && error < 0.45, "error " + error);
	}

	private static double[][] means(LabelledImages images) {
		double[][] means = new double[10][PIXELS];
		int[] counts = new int[10];
		for (byte label : images.labels())
			counts[label]++;
		for (int i = 0; i < images.pixels().length; i++) {
			int label = images.labels()[i / PIXELS];
			means[label][i % PIXELS] += (images.pixels()[i] & 255) / (double) counts[label];
		}
		return means;
	}

	private static int nearest(double[][] means, LabelledImages images, int image) {
		double[] distances = new double[means.length];
		for (int digit = 0; digit < means.length; digit++)
			for (int i = 0; i < PIXELS; i++) {
				double difference = means[digit][i] - (images.pixels()[image * PIXELS + i] & 255);
				distances[digit] += difference * difference;
			}
		int nearest = 0;
		for (int digit = 1; digit < distances.length; digit++)
			if (distances[digit] < distances[nearest]) nearest = digit;
		return nearest;
	}
}
