package tintype.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Training speed of Tintype beside libtorch: the same network, start, batch,
 * loss, optimiser and number of threads, one program after the other, over and
 * over. Ratios of neighbouring turns are what to quote; a machine that does
 * something else meanwhile slows both.
 * <p>
 * Arguments, all optional, as {@code name=value}: {@code bins}, {@code batch}
 * and {@code threads} (lists with commas), {@code rounds}.
 */
public final class TrainingBenchmark {

	private static final int PATCHES_PER_TURN = 64;

	/** Threads of a library may still spin from the turn before. */
	private static final int PAUSE_MS = 100;

	private final int bins;
	private final int rounds;

	private TrainingBenchmark(int bins, int rounds) {
		this.bins = bins;
		this.rounds = rounds;
	}

	public static void main(String[] args) throws Exception {
		Map<String, String> options = new LinkedHashMap<>(Map.of("bins", "98", "batch", "16,32", //
			"threads", Runtime.getRuntime().availableProcessors() + ",1", "rounds", "15"));
		for (String option : args) {
			String[] pair = option.split("=", 2);
			if (pair.length < 2 || options.replace(pair[0], pair[1]) == null)
				throw new IllegalArgumentException(option + " is none of bins=, batch=, threads=, rounds=");
		}
		TrainingBenchmark benchmark = new TrainingBenchmark(Integer.parseInt(options.get("bins")), Integer.parseInt(options.get("rounds")));
		for (int threads : numbers(options.get("threads")))
			for (int batch : numbers(options.get("batch")))
				benchmark.run(batch, threads);
	}

	private static int[] numbers(String list) {
		return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
	}

	private void run(int batch, int threads) throws Exception {
		Path file = Files.createTempFile("task", ".bin");
		try (Opponent tintype = new Opponent(TintypeTraining.class, threads, file, bins, batch);
			Opponent libtorch = new Opponent(LibtorchTraining.class, threads, file, batch))
		{
			TrainingTask task = TrainingTask.read(file, batch);
			print("%nbins %d, batch %d, threads %d%n", bins, batch, threads);
			Agreement agreement = Agreement.of(tintype, libtorch, task.parameters());
			print("after 3 steps, losses differ by %.1e, weights by %.1e, their changes by %.1e%n", agreement.loss(),
				agreement.parameters(), agreement.change());
			contest(List.of(tintype, libtorch), batch, task.operations());
		}
		finally {
			Files.delete(file);
		}
	}

	/** The first round warms up. */
	private void contest(List<Opponent> opponents, int batch, double operations) throws IOException, InterruptedException {
		int steps = Math.max(1, PATCHES_PER_TURN / batch);
		double[][] speeds = new double[opponents.size()][rounds];
		for (int round = -1; round < rounds; round++)
			for (int i = 0; i < speeds.length; i++) {
				Thread.sleep(PAUSE_MS);
				double speed = steps * batch / opponents.get(i).steps(steps)[0];
				if (round >= 0) speeds[i][round] = speed;
			}
		for (int i = 0; i < speeds.length; i++) {
			double speed = quantile(speeds[i], 0.5);
			print("%-45s %6.1f patches/s %6.1f GFLOP/s %6.0f MB at most%n", opponents.get(i).description(), speed,
				speed * operations * 1e-9, opponents.get(i).peakMemory());
		}
		double[] ratios = new double[rounds];
		Arrays.setAll(ratios, round -> speeds[0][round] / speeds[1][round]);
		print("ratio %.2f (quartiles %.2f to %.2f, all %.2f to %.2f of %d)%n", quantile(ratios, 0.5), quantile(ratios, 0.25),
			quantile(ratios, 0.75), quantile(ratios, 0), quantile(ratios, 1), rounds);
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
