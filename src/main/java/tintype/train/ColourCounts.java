package tintype.train;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.Lab;

/**
 * How often each of the 313 bins occurs in pictures, and their mean colour: what
 * the weights and one baseline of an evaluation are made of.
 */
public final class ColourCounts {

	private final QuarterBins bins = new QuarterBins();
	private final double[] pixels = new double[QuarterBins.SIZE];
	private long total;
	private double sumA;
	private double sumB;

	/** Counts nothing yet. */
	public ColourCounts() {}

	/**
	 * Counts a picture's pixels.
	 *
	 * @param progress asked whether to go on; told nothing
	 * @throws CancellationException when the caller cancels
	 */
	public void add(Photo photo, Progress progress) {
		double[] lab = new double[3];
		for (int i = 0; i < photo.rgb().length; i++) {
			if (i % photo.width() == 0 && progress.canceled()) throw new CancellationException("Canceled");
			Lab.fromSrgb(photo.rgb()[i], lab);
			pixels[bins.nearest(lab[1], lab[2])]++;
			sumA += lab[1];
			sumB += lab[2];
		}
		total += photo.rgb().length;
	}

	/**
	 * Shares of the 313 bins, summing to 1.
	 *
	 * @throws TintypeException if no pixel was counted
	 */
	public double[] shares() {
		requirePixels();
		return Arrays.stream(pixels).map(count -> count / total).toArray();
	}

	/** Mean a of all pixels. */
	double meanA() {
		requirePixels();
		return sumA / total;
	}

	/** Mean b of all pixels. */
	double meanB() {
		requirePixels();
		return sumB / total;
	}

	private void requirePixels() {
		if (total == 0) throw new TintypeException("No pixel was counted, so colours have no weights: choose a folder of colour pictures.");
	}
}
