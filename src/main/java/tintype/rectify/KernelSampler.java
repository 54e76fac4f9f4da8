package tintype.rectify;

/** Weighs the pixels around a place in both directions. */
final class KernelSampler implements Sampler {

	private final Taps source;
	private final Kernel kernel;
	private final Extension extension;
	private final double[] fill;
	private final int side;
	private final double[] across, down;
	private final double[] patch;

	/** @param fill one value per channel: for pixels that {@code extension} has none for, and beyond the horizon */
	KernelSampler(Taps source, Kernel kernel, Extension extension, double[] fill) {
		this.source = source;
		this.kernel = kernel;
		this.extension = extension;
		this.fill = fill;
		side = kernel.taps();
		across = new double[side];
		down = new double[side];
		patch = new double[source.channels() * side * side];
	}

	@Override
	public void add(double[] x, double[] y, int count, double[] sums) {
		for (int k = 0; k < count; k++) {
			boolean seen = x[k] == x[k];
			if (seen) prepare(near(x[k], source.width()), near(y[k], source.height()));
			for (int channel = 0; channel < fill.length; channel++)
				sums[channel * Strip.BLOCK + k] += seen ? weighted(channel) : fill[channel];
		}
	}

	/** Places so far out that no pixel reaches them are all the same. */
	private double near(double place, int size) {
		return Math.max(-side, Math.min(size + side, place));
	}

	/** Loads the pixels around a place, and their weights. */
	private void prepare(double x, double y) {
		double left = Math.floor(x), top = Math.floor(y);
		kernel.weigh(x - left, across);
		kernel.weigh(y - top, down);
		int column = (int) left + 1 - side / 2, row = (int) top + 1 - side / 2;
		boolean inside = column >= 0 && row >= 0 && column + side <= source.width() && row + side <= source.height();
		if (inside) source.patch(column, row, side, patch);
		else extended(column, row);
	}

	private void extended(int column, int row) {
		for (int channel = 0, i = 0; channel < fill.length; channel++)
			for (int y = 0; y < side; y++)
				for (int x = 0; x < side; x++)
					patch[i++] = tap(channel, column + x, row + y);
	}

	private double tap(int channel, int x, int y) {
		int column = extension.inside(x, source.width()), row = extension.inside(y, source.height());
		boolean none = column == Extension.NONE || row == Extension.NONE;
		return none ? fill[channel] : source.value(channel, row * source.width() + column);
	}

	private double weighted(int channel) {
		double sum = 0;
		for (int y = 0, i = channel * side * side; y < side; y++) {
			double line = 0;
			for (int x = 0; x < side; x++)
				line += across[x] * patch[i++];
			sum += down[y] * line;
		}
		return sum - sum == 0 ? sum : weightedWhereNotZero(channel);
	}

	/** For NaN and infinite values, which must not count where their weight is 0. */
	private double weightedWhereNotZero(int channel) {
		double sum = 0;
		for (int i = 0; i < side * side; i++) {
			double weight = down[i / side] * across[i % side];
			if (weight != 0) sum += weight * patch[channel * side * side + i];
		}
		return sum;
	}
}
