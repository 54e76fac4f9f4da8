package tintype.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.color.Lab;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/**
 * How long the default model takes for photographs of 1 and 12 megapixels, as
 * seconds and as multiples of one pass of its network, the two taking turns; and the
 * most Java heap in use meanwhile. Argument: rounds, 7 if there is none.
 */
public final class ColouringBenchmark {

	private static final int[][] SIZES = { { 1152, 864 }, { 4000, 3000 } };

	private ColouringBenchmark() {}

	public static void main(String[] args) throws Exception {
		int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL); ColorModel model = ModelFile.open(ModelFile.DEFAULT)) {
			System.out.println(colorizer.description());
			for (int[] size : SIZES) {
				var large = enlarged(size[0], size[1]);
				var small = enlarged(172, 129);
				double[] whole = new double[rounds], pass = new double[rounds];
				seconds(() -> colorizer.colorize(large, Look.VIVID, Progress.NONE));
				resetPeaks();
				for (int i = 0; i < rounds; i++) {
					whole[i] = seconds(() -> colorizer.colorize(large, Look.VIVID, Progress.NONE));
					pass[i] = seconds(() -> model.map(small, Progress.NONE));
				}
				System.out.printf("%d x %d pixels: %.2f s, %.1f times one network pass (%.3f s); heap at most %d MB%n", size[0], size[1], median(whole),
					median(whole) / median(pass), median(pass), peakHeap() >> 20);
			}
		}
	}

	/** The project's own landscape, nearest neighbours: sizes matter here, not pixels. */
	static ArrayImg<FloatType, FloatArray> enlarged(int width, int height) throws IOException {
		var sample = ImageIO.read(Path.of("test-images", "landscape-color.png").toFile());
		float[] lightness = new float[width * height];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = (float) Lab.lightness(sample.getRGB(i % width * sample.getWidth() / width, i / width * sample.getHeight() / height));
		return ArrayImgs.floats(lightness, width, height);
	}

	private static double seconds(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) * 1e-9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static void resetPeaks() {
		ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
	}

	private static long peakHeap() {
		return List.copyOf(ManagementFactory.getMemoryPoolMXBeans()).stream().filter(pool -> pool.getType() == MemoryType.HEAP) //
			.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
	}
}
