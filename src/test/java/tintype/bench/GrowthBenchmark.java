package tintype.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How the time that colouring takes grows with the photograph, in a JVM of its own for each
 * size. Arguments, all optional: models, megapixels, numbers of threads (lists with
 * commas), rounds. With {@code colornet}, which looks at every pixel, 12 megapixels and
 * more take minutes.
 */
public final class GrowthBenchmark {

	/** Until HotSpot has compiled most. */
	private static final double SECONDS_OF_WARM_UP = 4;

	/** Java's, MB: for 24 megapixels and their colours. */
	private static final int HEAP = 2048;

	private GrowthBenchmark() {}

	public static void main(String[] args) throws IOException {
		String models = args.length > 0 ? args[0] : "default,colornet";
		String sizes = args.length > 1 ? args[1] : ".25,1,4,12,24";
		String threads = args.length > 2 ? args[2] : "2,1";
		int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
		for (String model : models.split(","))
			for (String count : threads.split(","))
				for (String size : sizes.split(","))
					run(model, Double.parseDouble(size), Integer.parseInt(count), rounds);
	}

	private static void run(String model, double megapixels, int threads, int rounds) throws IOException {
		int width = (int) Math.round(Math.sqrt(megapixels * 4e6 / 3)), height = width * 3 / 4;
		try (Opponent colouring = new Opponent(HEAP, Colouring.class, threads, model, width, height)) {
			double seconds = seconds(colouring, rounds);
			System.out.printf(Locale.ROOT, "%s, %d x %d pixels, threads %d: %.3f s, %.3f s a megapixel; %.0f MB at most%n", model, width, height, threads, //
				seconds, seconds / (width * height * 1e-6), colouring.peakMemory());
		}
	}

	/** The median; of one round after which there is nothing left to warm up, that. */
	private static double seconds(Opponent colouring, int rounds) throws IOException {
		double first = colouring.steps(1)[0];
		if (first > SECONDS_OF_WARM_UP) return first;
		colouring.steps((int) Math.ceil(SECONDS_OF_WARM_UP / first));
		double[] seconds = new double[rounds];
		for (int round = 0; round < rounds; round++)
			seconds[round] = colouring.steps(1)[0];
		Arrays.sort(seconds);
		return seconds[rounds / 2];
	}
}
