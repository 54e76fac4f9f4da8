package tintype.rectify;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import tintype.Progress;

/**
 * Prints how often the corners of rendered things are found and how exactly, how often
 * something is proposed in photographs of landscapes and towns, and how long a large
 * picture takes. Arguments: number of scenes of each kind, then folders of photographs.
 */
public final class CornerFinderBenchmark {

	private CornerFinderBenchmark() {}

	public static void main(String[] args) throws IOException {
		int scenes = Integer.parseInt(args[0]);
		for (FlatThing thing : FlatThing.values())
			for (String light : new TreeSet<>(SlantedScene.Light.ALL.keySet()))
				System.out.println(row(thing, light, scenes));
		for (FlatThing thing : FlatThing.values())
			cutOff(thing, scenes);
		for (String folder : Arrays.asList(args).subList(1, args.length))
			photographs(Path.of(folder));
		time();
	}

	private static String row(FlatThing thing, String light, int scenes) {
		List<Double> errors = new ArrayList<>();
		StringBuilder missed = new StringBuilder();
		double sure = 1, expected = 0;
		for (int seed = 0; seed < scenes; seed++) {
			SlantedScene scene = SlantedScene.whole(thing, SlantedScene.Light.of(light), 800, 600, seed);
			Optional<CornerProposal> found = CornerFinder.propose(scene.photograph(), scene.width(), scene.height(), Progress.NONE);
			double error = found.map(each -> scene.error(each.corners())).orElse(Double.NaN);
			if (error < 5) {
				errors.add(error);
				expected += found.get().error();
				sure = Math.min(sure, found.get().confidence());
			} else
				missed.append(found.map(each -> String.format(" %.0f px off (%.2f)", error, each.confidence())).orElse(" nothing"));
		}
		errors.sort(null);
		int n = errors.size();
		double median = n == 0 ? Double.NaN : errors.get(n / 2), worst = n == 0 ? Double.NaN : errors.get(n - 1);
		return String.format("%-9s %-10s found %2d of %2d, error median %.3f worst %.3f px (expected %.3f), least confidence %.2f, others:%s", thing,
			light, n, scenes, median, worst, expected / n, sure, missed);
	}

	private static void cutOff(FlatThing thing, int scenes) {
		StringBuilder proposed = new StringBuilder();
		for (int seed = 0; seed < scenes; seed++) {
			SlantedScene scene = SlantedScene.cutOff(thing, SlantedScene.Light.CLEAN, 800, 600, seed);
			int number = seed;
			CornerFinder.propose(scene.photograph(), scene.width(), scene.height(), Progress.NONE)
				.ifPresent(each -> proposed.append(String.format(" %d(%.2f)", number, each.confidence())));
		}
		System.out.println(thing + " cut off, " + scenes + " scenes, proposed in:" + proposed);
	}

	private static void photographs(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			int all = 0, proposed = 0;
			for (Path file : (Iterable<Path>) files.sorted()::iterator) {
				BufferedImage image = ImageIO.read(file.toFile());
				if (image == null) continue;
				all++;
				Optional<CornerProposal> found = CornerFinder.propose(lightness(image), image.getWidth(), image.getHeight(), Progress.NONE);
				if (found.isEmpty()) continue;
				proposed++;
				System.out.printf("  %s %.2f %s%n", file.getFileName(), found.get().confidence(), Arrays.deepToString(found.get().corners()));
			}
			System.out.println(folder.getFileName() + ": proposed in " + proposed + " of " + all);
		}
	}

	/** The mean of red, green and blue, 0 to 100. */
	static float[] lightness(BufferedImage image) {
		int[] levels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		float[] lightness = new float[levels.length];
		for (int i = 0; i < levels.length; i++)
			lightness[i] = ((levels[i] >> 16 & 255) + (levels[i] >> 8 & 255) + (levels[i] & 255)) / 7.65f;
		return lightness;
	}

	private static void time() {
		SlantedScene scene = SlantedScene.whole(FlatThing.SHEET, SlantedScene.Light.CLEAN, 4000, 3000, 1);
		float[] picture = scene.photograph();
		for (int round = 0; round < 3; round++) {
			long start = System.nanoTime();
			Optional<CornerProposal> found = CornerFinder.propose(picture, scene.width(), scene.height(), Progress.NONE);
			double ms = (System.nanoTime() - start) / 1e6;
			System.out.printf("4000 x 3000: %.0f ms, error %.3f px%n", ms, found.map(each -> scene.error(each.corners())).orElse(Double.NaN));
		}
	}
}
