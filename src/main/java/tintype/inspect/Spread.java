package tintype.inspect;

/**
 * What values are like.
 *
 * @param count     how many there are
 * @param broken    how many of them are infinite or no numbers; the rest of this is
 *                  about the others
 * @param min       NaN if there are no others
 * @param max       NaN if there are no others
 * @param mean      NaN if there are no others
 * @param deviation root of the mean squared distance from the mean
 * @param zeros     share of 0 among all, 0 to 1
 */
public record Spread(long count, long broken, double min, double max, double mean, double deviation, double zeros) {

	/** Of all values of a tensor. */
	public static Spread of(Tensor tensor) {
		return of(tensor.values(), 0, 1);
	}

	/** Of those at first, first + step, ... */
	static Spread of(float[] values, int first, int step) {
		long count = 0, broken = 0, zeros = 0;
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY, sum = 0, squares = 0;
		for (int i = first; i < values.length; i += step, count++)
			if (Float.isFinite(values[i])) {
				min = Math.min(min, values[i]);
				max = Math.max(max, values[i]);
				sum += values[i];
				if (values[i] == 0) zeros++;
			}
			else broken++;
		if (broken == count) return new Spread(count, broken, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
		double mean = sum / (count - broken);
		for (int i = first; i < values.length; i += step)
			if (Float.isFinite(values[i])) squares += (values[i] - mean) * (values[i] - mean);
		return new Spread(count, broken, min, max, mean, Math.sqrt(squares / (count - broken)), zeros / (double) count);
	}

	/** Sum of the values that are numbers. */
	public double sum() {
		return count == broken ? 0 : mean * (count - broken);
	}

	/** Of these values and others together (Chan, Golub &amp; LeVeque 1979). */
	public Spread and(Spread other) {
		if (count == broken || other.count == other.broken) return part(other);
		double mine = count - broken, its = other.count - other.broken, both = mine + its, apart = other.mean - mean;
		double squares = mine * deviation * deviation + its * other.deviation * other.deviation + apart * apart * mine * its / both;
		return new Spread(count + other.count, broken + other.broken, Math.min(min, other.min), Math.max(max, other.max), //
			mean + apart * its / both, Math.sqrt(squares / both), together(other));
	}

	/** Where at most one of the two has numbers. */
	private Spread part(Spread other) {
		Spread numbers = count == broken ? other : this;
		return new Spread(count + other.count, broken + other.broken, numbers.min, numbers.max, numbers.mean, numbers.deviation, together(other));
	}

	private double together(Spread other) {
		return count + other.count == 0 ? 0 : (zeros * count + other.zeros * other.count) / (count + other.count);
	}
}
