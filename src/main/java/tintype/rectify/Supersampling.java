package tintype.rectify;

/**
 * Several samples for one pixel of the target where that covers more than one of the
 * source, so that fine detail turns grey there and not into moiré. The pixel's value is
 * their mean.
 * <p>
 * Where one pixel of the target spans s of the source in a direction, max(1, min(s, 2 s - 2))
 * samples are meant: none is added up to s = 1.5, where the blur would cost more than it
 * heals, and all that are needed from s = 2 on. A tile takes that many, rounded up. They
 * are spread over the pixel such that their variance is that of the number meant at the
 * pixel itself, from one in its centre to n that fill it evenly. That makes the blur
 * depend on s and hardly on n, and so no edge shows between tiles with different n.
 */
final class Supersampling {

	/** Per direction; where the target is smaller still, pixels of the source are passed over. */
	static final int MOST = 16;

	/** What is meant may be so much more than what is taken. */
	private static final double TOLERANCE = 1e-3;

	private final PixelMap map;
	private int across, down;

	Supersampling(PixelMap map) {
		this.map = map;
	}

	/** Finds how many samples the pixels of a tile of the target need. */
	void choose(int i, int j, int columns, int rows) {
		int right = i + columns - 1, bottom = j + rows - 1;
		double least = Math.min(Math.min(map.denominator(i, j), map.denominator(right, j)), //
			Math.min(map.denominator(i, bottom), map.denominator(right, bottom)));
		double squared = least > 0 ? least * least : 0;
		across = samples(Math.max(map.strideAcross(j), map.strideAcross(bottom)) / squared);
		down = samples(Math.max(map.strideDown(i), map.strideDown(right)) / squared);
	}

	private static int samples(double stride) {
		return (int) Math.min(MOST, Math.ceil(meant(stride) - TOLERANCE));
	}

	private static double meant(double stride) {
		return Math.max(1, Math.min(stride, 2 * stride - 2));
	}

	/** Samples per pixel from left to right. */
	int across() {
		return across;
	}

	/** Samples per pixel from top to bottom. */
	int down() {
		return down;
	}

	/**
	 * How many pixels of the source the pixels in a row span; NaN where they are at or
	 * beyond the horizon.
	 *
	 * @param i      column of the first
	 * @param across for one step to the right, of length {@code count} at least, overwritten
	 * @param down   for one step down, likewise
	 */
	void spans(int i, int j, int count, double[] across, double[] down) {
		double stride = map.strideAcross(j);
		for (int k = 0; k < count; k++) {
			double w = map.denominator(i + k, j), squared = map.seen(w) ? w * w : Double.NaN;
			across[k] = stride / squared;
			down[k] = map.strideDown(i + k) / squared;
		}
	}

	/**
	 * How far apart in the target the first of n samples lies from the one after the last,
	 * 0 to 1: from the variance (1 - 1 / n^2) / 12 of n equidistant samples over one pixel.
	 *
	 * @param span    in pixels of the source; NaN makes NaN
	 * @param samples n, at least 1
	 */
	static double spread(double span, int samples) {
		double meant = Math.min(samples, meant(span));
		return samples == 1 ? 0 * span : Math.sqrt((1 - 1 / (meant * meant)) / (1 - 1.0 / (samples * samples)));
	}
}
