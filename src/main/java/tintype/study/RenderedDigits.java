package tintype.study;

import java.util.List;
import java.util.Random;

/**
 * Handwritten-looking digits that are drawn here, so that a study runs where
 * nothing was ever downloaded. White on black in 28 x 28 pixels, as in MNIST.
 * <p>
 * Each digit is one of several forms, whose points slip and which is bent,
 * leant, turned, stretched and shifted, written with a pen of some width whose
 * pressure changes, blurred and made noisy. No font and no graphics library is
 * used: the same seed gives the same pixels on every machine. A digit depends on
 * the seed and its number alone, so a larger set begins with the smaller one.
 */
public final class RenderedDigits {

	/** Of the pictures, in pixels. */
	public static final int EDGE = 28;

	/** Digits to learn from in {@link #standard()}. */
	public static final int TRAINING = 4000;

	/** Digits that judge in {@link #standard()}. */
	public static final int TEST = 1000;

	private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

	/** Makes seeds that follow one another unlike (the golden ratio's fraction in 64 bits). */
	private static final long UNLIKE = 0x9e3779b97f4a7c15L;

	private static final double LEAST_SOFTNESS = 0.9;
	private static final double SOFTNESS_RANGE = 1.4;
	private static final double PALEST = 0.65;
	private static final double MOST_NOISE = 0.08;

	private final DigitStrokes strokes = new DigitStrokes();

	private RenderedDigits() {}

	/** {@value #TRAINING} digits to learn from and {@value #TEST} that judge, always the same. */
	public static StudyData standard() {
		return of(TRAINING, TEST, 1);
	}

	/**
	 * @param training number of digits to learn from, at least 1
	 * @param test     number of digits that judge, at least 1; none of the others
	 * @param seed     decides every pixel
	 */
	public static StudyData of(int training, int test, long seed) {
		RenderedDigits digits = new RenderedDigits();
		return new StudyData("Rendered digits", digits.written(training, 2 * seed), digits.written(test, 2 * seed + 1));
	}

	private LabelledImages written(int count, long seed) {
		byte[] pixels = new byte[count * EDGE * EDGE], labels = new byte[count];
		for (int i = 0; i < count; i++) {
			Random random = new Random((seed * UNLIKE + i) * UNLIKE);
			labels[i] = (byte) random.nextInt(CLASSES.size());
			write(labels[i], random, pixels, i * EDGE * EDGE);
		}
		return new LabelledImages(EDGE, EDGE, pixels, labels, CLASSES);
	}

	private void write(int digit, Random random, byte[] pixels, int at) {
		double[][][][] forms = strokes.of(digit);
		double[][][] form = forms[random.nextInt(forms.length)];
		InkRaster sheet = new InkRaster(EDGE);
		new Handwriting(random, EDGE).write(form, sheet, LEAST_SOFTNESS + SOFTNESS_RANGE * random.nextDouble());
		double contrast = PALEST + (1 - PALEST) * random.nextDouble();
		double noise = MOST_NOISE * random.nextDouble();
		for (double ink : sheet.ink()) {
			double grey = contrast * ink + noise * random.nextGaussian();
			pixels[at++] = (byte) Math.round(255 * Math.max(0, Math.min(1, grey)));
		}
	}
}
