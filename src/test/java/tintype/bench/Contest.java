package tintype.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Opponents that do the same work in turns, over and over, and a matrix product between
 * them that tells how much the machine multiplies at that time.
 */
final class Contest {

	/** Threads of a library may still spin from the turn before. */
	private static final int PAUSE_MS = 100;

	/** HotSpot compiles the loops of Java again and again for as long, while others need one step. */
	private static final double WARM_UP_SECONDS = 8;

	/** So many that the pause before the first hardly counts. */
	private static final int PRODUCTS = 5;

	private final List<Opponent> opponents;
	private final Opponent peak;

	/** Of a step, for each opponent and round; in the last row of a product. */
	private double[][] seconds;

	/**
	 * @param opponents the first is the one whose times are set against those of each other one
	 * @param peak      a {@link GemmPeak}
	 */
	Contest(List<Opponent> opponents, Opponent peak) {
		this.opponents = opponents;
		this.peak = peak;
	}

	/**
	 * Lets them work, first each by itself to warm up, which does not count.
	 *
	 * @param steps  of each opponent in its turn
	 * @param rounds that count
	 */
	void run(int steps, int rounds) throws IOException, InterruptedException {
		seconds = new double[opponents.size() + 1][rounds];
		for (Opponent each : opponents)
			for (double spent = 0; spent < WARM_UP_SECONDS;)
				spent += each.steps(steps)[0];
		for (int round = 0; round < rounds; round++)
			for (int i = 0; i < seconds.length; i++) {
				Thread.sleep(PAUSE_MS);
				seconds[i][round] = i < opponents.size() ? opponents.get(i).steps(steps)[0] / steps : peak.steps(PRODUCTS)[0] / PRODUCTS;
			}
	}

	/**
	 * Prints a line for each opponent, and its ratio to the first.
	 *
	 * @param unit       what a step does
	 * @param count      how many of it
	 * @param operations in floating point for one of it
	 */
	void print(String unit, int count, double operations) throws IOException {
		double most = GemmPeak.OPERATIONS / quantile(seconds[opponents.size()], 0);
		print("%s: %.0f GFLOP/s at best%n", peak.description(), most * 1e-9);
		for (int i = 0; i < opponents.size(); i++) {
			double speed = count / quantile(seconds[i], 0.5);
			print("%-48s %7.2f %s/s %7.1f ms %6.1f GFLOP/s, %3.0f %% of that; %5.0f MB at most%n", opponents.get(i).description(), speed, unit,
				1e3 / speed, speed * operations * 1e-9, 100 * speed * operations / most, opponents.get(i).peakMemory());
		}
		for (int i = 1; i < opponents.size(); i++)
			printRatio(opponents.get(i).description(), seconds[0], seconds[i]);
	}

	private static void printRatio(String other, double[] own, double[] others) {
		double[] ratios = IntStream.range(0, own.length).mapToDouble(round -> own[round] / others[round]).toArray();
		print("time over that of %s: %.2f (quartiles %.2f to %.2f, all %.2f to %.2f of %d)%n", other, quantile(ratios, 0.5), quantile(ratios, 0.25),
			quantile(ratios, 0.75), quantile(ratios, 0), quantile(ratios, 1), ratios.length);
	}

	private static double quantile(double[] values, double share) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double place = share * (sorted.length - 1);
		int below = (int) place;
		return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
	}

	private static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}
}
