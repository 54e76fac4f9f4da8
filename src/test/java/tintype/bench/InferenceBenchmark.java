package tintype.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How fast the posts' network runs on one tile in Tintype, libtorch (in both layouts of
 * its tensors) and ONNX Runtime: the same weights, tile and number of threads, all taking
 * turns, after the logits have been found equal. Arguments, all optional: number of bins,
 * edges of the tiles (a list with commas), threads, rounds.
 */
public final class InferenceBenchmark {

	/** Of the largest logit. */
	private static final double LOGITS_DIFFER = 1e-4;

	private static final double SECONDS_OF_TURN = 0.5;

	private InferenceBenchmark() {}

	public static void main(String[] args) throws Exception {
		int bins = args.length > 0 ? Integer.parseInt(args[0]) : 100;
		String edges = args.length > 1 ? args[1] : "128,256,512";
		int threads = args.length > 2 ? Integer.parseInt(args[2]) : Runtime.getRuntime().availableProcessors();
		int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 9;
		for (String edge : edges.split(","))
			run(bins, Integer.parseInt(edge), threads, rounds);
	}

	private static void run(int bins, int edge, int threads, int rounds) throws Exception {
		Path file = Files.createTempFile("tile", ".bin");
		try (Opponent tintype = new Opponent(TintypeInference.class, threads, file, bins, edge);
			Opponent libtorch = new Opponent(LibtorchInference.class, threads, file, Layout.PLANES);
			Opponent channelsLast = new Opponent(LibtorchInference.class, threads, file, Layout.PIXELS);
			Opponent onnx = new Opponent(OnnxInference.class, threads, file);
			Opponent peak = new Opponent(GemmPeak.class, threads))
		{
			System.out.printf(Locale.ROOT, "%nbins %d, tile %d, threads %d%n", bins, edge, threads);
			float[] logits = tintype.parameters()[0];
			for (Opponent other : List.of(libtorch, channelsLast, onnx))
				System.out.printf(Locale.ROOT, "%s: logits differ by %.1e of the largest%n", other.description(), difference(logits, other.parameters()[0], LOGITS_DIFFER));
			int passes = (int) Math.max(1, SECONDS_OF_TURN / libtorch.steps(1)[0]);
			Contest contest = new Contest(List.of(tintype, libtorch, channelsLast, onnx), peak);
			contest.run(passes, rounds);
			contest.print("tiles", 1, operations(file));
		}
		finally {
			Files.delete(file);
		}
	}

	private static double operations(Path file) throws IOException {
		float[][] arrays = TrainingTask.readArrays(file);
		return TrainingTask.operations(Arrays.copyOfRange(arrays, 1, arrays.length), (int) Math.sqrt(arrays[0].length));
	}

	/** Of the largest expected value; fails if it is more than {@code most}. */
	static double difference(float[] expected, float[] actual, double most) {
		if (expected.length != actual.length) throw new IllegalStateException(expected.length + " logits and " + actual.length);
		double largest = 0, difference = 0;
		for (int i = 0; i < expected.length; i++) {
			largest = Math.max(largest, Math.abs(expected[i]));
			difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
		}
		if (!(difference <= most * largest)) throw new IllegalStateException("The logits differ by " + difference + " of " + largest);
		return difference / largest;
	}
}
