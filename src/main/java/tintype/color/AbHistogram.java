package tintype.color;

import java.util.Arrays;

import tintype.TintypeException;

/**
 * Pixel counts over the ab plane in cells of half a unit, 2 MiB in all. One
 * pass over the pictures fills it; the used bins and their shares follow for
 * any step without a second pass.
 * <p>
 * Cells begin at whole multiples of 0.5 (rounding down, also below 0), so
 * every step that is a whole number is counted exactly. For other steps a
 * pixel within 0.5 of the border of two bins may go to either. Not safe for
 * several threads: give each its own and {@link #add(AbHistogram) add} them.
 */
public final class AbHistogram {

	private static final double CELL = 0.5;
	private static final int SIDE = 512;
	private static final double ORIGIN = -128;

	private final long[] counts = new long[SIDE * SIDE];
	private long total;

	/** An empty histogram. */
	public AbHistogram() {}

	/**
	 * Counts one pixel. Colours outside -128..128, which no sRGB colour has,
	 * count at the border.
	 *
	 * @throws IllegalArgumentException if a or b is not finite
	 */
	public void add(double a, double b) {
		AbGrid.requireFinite(a, b);
		counts[cell(a) * SIDE + cell(b)]++;
		total++;
	}

	/** Counts all pixels of another histogram too; the other is not changed. */
	public void add(AbHistogram other) {
		for (int i = 0; i < counts.length; i++)
			counts[i] += other.counts[i];
		total += other.total;
	}

	/** Number of pixels counted. */
	public long total() {
		return total;
	}

	/**
	 * The used bins: centres at whole multiples of a step around which enough
	 * pixels lie. A pixel belongs to its nearest centre, so each bin is a
	 * square as wide as the step; on a border it belongs to the higher one.
	 *
	 * @param step         distance of neighbouring centres in ab units, 1..100
	 * @param minimumShare a bin must hold more than this share of all pixels,
	 *                     0 or more; 0 keeps every bin with a pixel
	 * @return the bins, a ascending, then b ascending
	 * @throws TintypeException if the step is out of range or no bin qualifies
	 */
	public AbGrid grid(double step, double minimumShare) {
		if (!(step >= 1 && step <= 100))
			throw new TintypeException("The grid step must be 1 to 100 ab units, but is " + step + "; choose e.g. 10.");
		if (!(minimumShare >= 0))
			throw new TintypeException("The smallest share of a bin must be 0 or more, but is " + minimumShare + "; choose e.g. 0.");
		// a multiple of the step may lie up to half a step outside the plane
		int reach = (int) Math.ceil(-ORIGIN / step) + 1;
		int side = 2 * reach + 1;
		long[] pixels = new long[side * side];
		for (int i = 0; i < SIDE; i++)
			for (int j = 0; j < SIDE; j++)
				pixels[(multiple(i, step) + reach) * side + multiple(j, step) + reach] += counts[i * SIDE + j];
		return qualifying(pixels, reach, step, minimumShare);
	}

	/**
	 * Share of the pixels that are nearest to each bin of a grid; the shares
	 * sum to 1. For bins that are not squares the centre of a histogram cell
	 * decides.
	 *
	 * @return shares, as many as the grid has bins
	 * @throws TintypeException if no pixel was counted
	 */
	public double[] shares(AbGrid grid) {
		if (total == 0)
			throw new TintypeException("No pixel was counted, so bins have no shares; check that the pictures have colour.");
		long[] pixels = new long[grid.size()];
		for (int i = 0; i < SIDE; i++)
			for (int j = 0; j < SIDE; j++)
				if (counts[i * SIDE + j] > 0)
					pixels[grid.nearest(centre(i), centre(j))] += counts[i * SIDE + j];
		double[] shares = new double[pixels.length];
		for (int bin = 0; bin < shares.length; bin++)
			shares[bin] = (double) pixels[bin] / total;
		return shares;
	}

	private AbGrid qualifying(long[] pixels, int reach, double step, double minimumShare) {
		double[] a = new double[pixels.length];
		double[] b = new double[pixels.length];
		int side = 2 * reach + 1;
		int bins = 0;
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] > minimumShare * total) {
				a[bins] = (i / side - reach) * step;
				b[bins++] = (i % side - reach) * step;
			}
		if (bins == 0)
			throw new TintypeException("No bin holds more than the share " + minimumShare + " of " + total
				+ " pixels; choose a smaller share or add pictures.");
		return AbGrid.of(Arrays.copyOf(a, bins), Arrays.copyOf(b, bins));
	}

	private static int multiple(int cell, double step) {
		return (int) Math.floor(centre(cell) / step + 0.5);
	}

	private static double centre(int cell) {
		return ORIGIN + (cell + 0.5) * CELL;
	}

	private static int cell(double v) {
		double cell = Math.floor((v - ORIGIN) / CELL);
		return (int) Math.max(0, Math.min(SIDE - 1, cell));
	}
}
