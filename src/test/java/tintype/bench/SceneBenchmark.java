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
 * How fast the default model's network runs and trains in Tintype and in libtorch: the same
 * weights, pictures and number of threads, the two taking turns, after logits, or the losses
 * of three steps, have been found equal.
 * <p>
 * Arguments, all optional, as {@code name=value}: {@code sizes} of pictures to colour, each
 * along with its mirror image; {@code batch}, the patches of a training step; {@code threads};
 * these three are lists with commas, or {@code none}; and {@code rounds}.
 */
public final class SceneBenchmark {

	/** Of the largest logit. */
	private static final double LOGITS_DIFFER = 1e-4;

	/** ND4J adds the loss up in float32, value by value; see {@link Agreement}. */
	private static final double LOSSES_DIFFER = 3e-4;

	private static final int STEPS_TO_COMPARE = 3;

	private static final int BINS = 98;

	private static final double SECONDS_OF_TURN = 0.4;

	/** Until HotSpot has compiled the loops for the last time. */
	private static final double SECONDS_OF_WARM_UP = 8;

	/** Threads of a library may still spin from the turn before. */
	private static final int PAUSE_MS = 100;

	private final int rounds;

	private SceneBenchmark(int rounds) {
		this.rounds = rounds;
	}

	public static void main(String[] args) throws Exception {
		Map<String, String> options = new LinkedHashMap<>(Map.of("sizes", "192x192,256x256,256x384", "batch", "16", //
			"threads", Runtime.getRuntime().availableProcessors() + ",1", "rounds", "9"));
		for (String option : args) {
			String[] pair = option.split("=", 2);
			if (pair.length < 2 || options.replace(pair[0], pair[1]) == null)
				throw new IllegalArgumentException(option + " is none of sizes=, batch=, threads=, rounds=");
		}
		SceneBenchmark benchmark = new SceneBenchmark(Integer.parseInt(options.get("rounds")));
		for (String threads : list(options.get("threads"))) {
			for (String size : list(options.get("sizes")))
				benchmark.color(size.split("x"), Integer.parseInt(threads));
			for (String batch : list(options.get("batch")))
				benchmark.train(Integer.parseInt(batch), Integer.parseInt(threads));
		}
	}

	private static String[] list(String list) {
		return list.equals("none") ? new String[0] : list.split(",");
	}

	private void color(String[] size, int threads) throws Exception {
		Path file = Files.createTempFile("scene", ".bin");
		try (Opponent tintype = new Opponent(TintypeScene.class, threads, file, size[0], size[1]);
			Opponent libtorch = new Opponent(LibtorchScene.class, threads, file, size[0], size[1]))
		{
			print("%n%s x %s pixels, threads %d%n%s, %s; logits differ by %.1e of the largest%n", size[0], size[1], threads, tintype.description(),
				libtorch.description(), InferenceBenchmark.difference(tintype.parameters()[0], libtorch.parameters()[0], LOGITS_DIFFER));
			contest(tintype, libtorch);
		}
		finally {
			Files.delete(file);
		}
	}

	private void train(int batch, int threads) throws Exception {
		Path file = Files.createTempFile("task", ".bin");
		try (Opponent tintype = new Opponent(TintypeSceneTraining.class, threads, file, BINS, batch);
			Opponent libtorch = new Opponent(LibtorchSceneTraining.class, threads, file, BINS, batch))
		{
			print("%nsteps of %d patches, threads %d%n%s, %s; losses of %d steps differ by %.1e%n", batch, threads, tintype.description(),
				libtorch.description(), STEPS_TO_COMPARE, differenceOfLosses(tintype, libtorch));
			contest(tintype, libtorch);
		}
		finally {
			Files.delete(file);
		}
	}

	private static double differenceOfLosses(Opponent one, Opponent other) throws IOException {
		double largest = 0;
		for (int i = 0; i < STEPS_TO_COMPARE; i++)
			largest = Math.max(largest, Math.abs(other.steps(1)[1] / one.steps(1)[1] - 1));
		if (!(largest <= LOSSES_DIFFER)) throw new IllegalStateException("The losses differ by " + largest);
		return largest;
	}

	private void contest(Opponent tintype, Opponent libtorch) throws IOException, InterruptedException {
		int steps = (int) Math.max(1, SECONDS_OF_TURN / libtorch.steps(1)[0]);
		for (Opponent each : List.of(tintype, libtorch))
			each.steps((int) Math.max(steps, SECONDS_OF_WARM_UP / each.steps(1)[0]));
		double[] own = new double[rounds], others = new double[rounds], ratios = new double[rounds];
		for (int round = 0; round < rounds; round++) {
			Thread.sleep(PAUSE_MS);
			own[round] = tintype.steps(steps)[0] / steps;
			Thread.sleep(PAUSE_MS);
			others[round] = libtorch.steps(steps)[0] / steps;
			ratios[round] = own[round] / others[round];
		}
		print("%.1f ms and %.1f ms, %.0f MB and %.0f MB at most; ratio of the times %.2f (%.2f to %.2f)%n", 1e3 * median(own), 1e3 * median(others),
			tintype.peakMemory(), libtorch.peakMemory(), median(ratios), ratios[0], ratios[rounds - 1]);
	}

	/** Sorts them. */
	private static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	private static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}
}
