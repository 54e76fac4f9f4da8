package tintype.rectify;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The straight line through a step of brightness, to a fraction of a pixel.
 * <p>
 * The step is looked for at up to 200 places along the side. A line is fitted to them with
 * Tukey's biweight (Holland and Welsch, Comm. Stat. A 6, 1977), the width of which shrinks
 * from the search range to the scatter of the places, so that places on something else drop
 * out. This is done with less and less smoothing, as long as the places determine the line
 * about as well: little smoothing for a sharp picture, more for a blurred or noisy one.
 *
 * @param from    {x, y} near one end of the side
 * @param to      {x, y} near the other end
 * @param support the part of the places that have a step on the line, 0 to 1
 * @param error   standard error of the line's position across, pixels
 */
record SideFit(double[] from, double[] to, double support, double error) {

	private static final int MOST_PLACES = 200;

	/** The part of the side at each end that is left out: corners are often round or bent. */
	private static final double ENDS = 0.05;

	/** Most parallel profiles that are averaged for one place. */
	private static final int MEAN = 7;

	private static final int ROUNDS = 14;

	/** Tukey's constant: 95 % efficiency for normally distributed errors. */
	private static final double BIWEIGHT = 4.685;

	/** Standard deviation of a normal distribution over its median absolute deviation. */
	private static final double OF_MEDIAN = 1.4826;

	/** Least height of a step, as a part of the median one, that counts as support. */
	private static final double LEAST_RISE = 0.3;

	/**
	 * A line with less smoothing is preferred as long as its standard error is at most so many
	 * times that with more: smoothing draws the line towards what lies beside it.
	 */
	private static final double SHARPER = 2;

	/**
	 * @param picture samples row by row; not changed
	 * @param from    {x, y} where the side begins, not changed
	 * @param to      {x, y} where the side ends, not changed; the inside of the quad is on the
	 *                right of the way there as seen in the picture (clockwise, y down)
	 * @param bright  true if the inside is brighter
	 * @param off     how far the side may be off, pixels
	 */
	static SideFit of(float[] picture, int width, int height, double[] from, double[] to, boolean bright, double off) {
		double least = Double.POSITIVE_INFINITY;
		SideFit best = null, last = new SideFit(from, to, 0, Double.POSITIVE_INFINITY);
		double tolerance = Math.max(1, off / 8);
		for (double smoothing = Math.max(2, off / 4); smoothing >= 0.9; smoothing /= 2) {
			double range = best == null ? off : Math.max(4, 4 * smoothing);
			last = at(picture, width, height, last, bright, smoothing, range, tolerance);
			if (best == null || last.support >= 0.95 * best.support && last.error < SHARPER * least) best = last;
			least = Math.min(least, last.error);
		}
		return best;
	}

	private static SideFit at(float[] picture, int width, int height, SideFit guess, boolean bright, double smoothing,
		double range, double tolerance)
	{
		double dx = guess.to[0] - guess.from[0], dy = guess.to[1] - guess.from[1], length = Math.hypot(dx, dy);
		double nx = -dy / length, ny = dx / length;
		int places = (int) Math.max(12, Math.min(MOST_PLACES, length / 2)), mean = (int) Math.max(1, Math.min(MEAN, length / places));
		double[] along = new double[places], across = new double[places], rise = new double[places];
		StepProfile profile = new StepProfile(picture, width, height, smoothing, (int) Math.ceil(range));
		int inward = bright ? 1 : -1;
		for (int i = 0; i < places; i++) {
			along[i] = ENDS + (1 - 2 * ENDS) * (i + 0.5) / places;
			profile.look(guess.from[0] + along[i] * dx, guess.from[1] + along[i] * dy, inward * nx, inward * ny, mean);
			across[i] = inward * profile.place;
			rise[i] = profile.rise;
		}
		double medianRise = median(Arrays.stream(rise).filter(each -> each > 0).toArray());
		for (int i = 0; i < places; i++)
			if (!(rise[i] >= LEAST_RISE * medianRise)) across[i] = Double.NaN;
		return fitted(guess, nx, ny, along, across, range, tolerance);
	}

	private static SideFit fitted(SideFit guess, double nx, double ny, double[] along, double[] across, double range, double tolerance) {
		double[] line = new double[2];
		double scatter = 0, weights = 0;
		for (int round = 0; round < ROUNDS; round++) {
			double reach = Math.max(range * Math.pow(0.7, round), BIWEIGHT * scatter);
			weights = improve(line, along, across, reach);
			double within = reach;
			scatter = Math.max(0.01, OF_MEDIAN * median(distances(line, along, across).filter(each -> each < within).toArray()));
		}
		double support = distances(line, along, across).filter(each -> each < tolerance).count() / (double) along.length;
		double[] from = { guess.from[0] + line[0] * nx, guess.from[1] + line[0] * ny };
		double end = line[0] + line[1];
		double[] to = { guess.to[0] + end * nx, guess.to[1] + end * ny };
		return new SideFit(from, to, support, scatter / Math.sqrt(Math.max(1, weights)));
	}

	/** Where this side's line meets another's, {x, y}; not finite for parallel ones. */
	double[] meet(SideFit other) {
		double dx = to[0] - from[0], dy = to[1] - from[1], ex = other.to[0] - other.from[0], ey = other.to[1] - other.from[1];
		double share = ((other.from[0] - from[0]) * ey - (other.from[1] - from[1]) * ex) / (dx * ey - dy * ex);
		return new double[] { from[0] + share * dx, from[1] + share * dy };
	}

	/**
	 * Variance of the corner with another side, pixels squared: at its ends a line is known half as
	 * well as in its middle, and worse where the two meet at a sharp angle.
	 */
	double varianceWith(SideFit other) {
		double dx = to[0] - from[0], dy = to[1] - from[1], ex = other.to[0] - other.from[0], ey = other.to[1] - other.from[1];
		double sine = (dx * ey - dy * ex) / (Math.hypot(dx, dy) * Math.hypot(ex, ey));
		return 4 * (error * error + other.error * other.error) / (sine * sine);
	}

	/** One weighted least-squares fit of offset + slope along; returns the sum of the weights. */
	private static double improve(double[] line, double[] along, double[] across, double reach) {
		double n = 0, t1 = 0, d1 = 0, tt = 0, td = 0;
		for (int i = 0; i < along.length; i++) {
			double far = (across[i] - line[0] - line[1] * along[i]) / reach;
			if (!(Math.abs(far) < 1)) continue;
			double weight = (1 - far * far) * (1 - far * far), t = along[i], d = across[i];
			n += weight;
			t1 += weight * t;
			d1 += weight * d;
			tt += weight * t * t;
			td += weight * t * d;
		}
		double spread = n * tt - t1 * t1;
		if (spread > 1e-9 * n * n) {
			line[1] = (n * td - t1 * d1) / spread;
			line[0] = (d1 - line[1] * t1) / n;
		}
		return n;
	}

	private static DoubleStream distances(double[] line, double[] along, double[] across) {
		return IntStream.range(0, along.length).mapToDouble(i -> Math.abs(across[i] - line[0] - line[1] * along[i]));
	}

	/** 0 of none. */
	private static double median(double[] values) {
		Arrays.sort(values);
		return values.length == 0 ? 0 : values[values.length / 2];
	}
}
