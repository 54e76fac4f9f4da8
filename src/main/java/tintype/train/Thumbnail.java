package tintype.train;

import java.util.Arrays;

/**
 * A picture shrunken to 18 x 18 cells, each the mean red, green and blue of its
 * area: what tells pictures apart whose perceptual hashes agree, such as two
 * objects on the same white background.
 */
public final class Thumbnail {

	private static final int CELLS = 18;

	/** [row, column, channel] in sRGB, 0..255; bytes, as a survey keeps one of these per picture. */
	private final byte[] codes = new byte[CELLS * CELLS * 3];

	Thumbnail(AreaMeans picture) {
		double[] means = picture.of(CELLS, CELLS);
		for (int i = 0; i < codes.length; i++)
			codes[i] = (byte) Math.round(means[i]);
	}

	/**
	 * Pearson's correlation over all cells and channels, -1..1: 1 for copies that
	 * differ only in brightness and contrast. Where one of the pictures is even
	 * it is 1 if they are the same, else 0.
	 */
	double correlation(Thumbnail other) {
		double mean = mean(), otherMean = other.mean(), own = 0, others = 0, both = 0;
		for (int i = 0; i < codes.length; i++) {
			double x = (codes[i] & 255) - mean, y = (other.codes[i] & 255) - otherMean;
			own += x * x;
			others += y * y;
			both += x * y;
		}
		if (own == 0 || others == 0) return equals(other) ? 1 : 0;
		return both / Math.sqrt(own * others);
	}

	private double mean() {
		long sum = 0;
		for (byte code : codes)
			sum += code & 255;
		return (double) sum / codes.length;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Thumbnail thumbnail && Arrays.equals(codes, thumbnail.codes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(codes);
	}
}
