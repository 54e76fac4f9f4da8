package tintype.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Training speed of Tintype beside libtorch in both layouts of its tensors: the same network, start, batch,
 * loss, optimiser and number of threads, one program after the other, over and
 * over. Ratios of neighbouring turns are what to quote; a machine that does
 * something else meanwhile slows all.
 * <p>
 * Arguments, all optional, as {@code name=value}: {@code bins}, {@code batch}
 * and {@code threads} (lists with commas), {@code rounds}.
 */
public final class TrainingBenchmark {

	private static final int PATCHES_PER_TURN = 64;

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
			Opponent libtorch = new Opponent(LibtorchTraining.class, threads, file, batch, Layout.PLANES);
			Opponent channelsLast = new Opponent(LibtorchTraining.class, threads, file, batch, Layout.PIXELS);
			Opponent peak = new Opponent(GemmPeak.class, threads))
		{
			TrainingTask task = TrainingTask.read(file, batch);
			print("%nbins %d, batch %d, threads %d%n", bins, batch, threads);
			for (Agreement agreement : Agreement.of(tintype, List.of(libtorch, channelsLast), task.parameters()))
				print("after 3 steps, losses differ by %.1e, weights by %.1e, their changes by %.1e%n", agreement.loss(),
					agreement.parameters(), agreement.change());
			Contest contest = new Contest(List.of(tintype, libtorch, channelsLast), peak);
			contest.run(Math.max(1, PATCHES_PER_TURN / batch), rounds);
			contest.print("patches", batch, task.operations());
		}
		finally {
			Files.delete(file);
		}
	}

	private static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}
}
