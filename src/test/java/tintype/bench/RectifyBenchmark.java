package tintype.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import tintype.Progress;
import tintype.rectify.Border;
import tintype.rectify.Homography;
import tintype.rectify.Interpolation;
import tintype.rectify.Warp;

/**
 * How long a tilted page takes to be laid flat, beside OpenCV with as many threads, the
 * two taking turns (the ratio is that of each turn): bilinear, colours at 12 megapixels and 32-bit grey at 4. OpenCV's
 * time includes the copies from a Java array and back, into memory it keeps. Supersampling
 * is off, as OpenCV has none. Argument: rounds, 15 if there is none.
 */
public final class RectifyBenchmark {

	private static final int WARM_UP = 8;

	private RectifyBenchmark() {}

	public static void main(String[] args) throws Exception {
		int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
		System.out.println("OpenCV " + opencv_core.getVersionString().getString());
		for (int threads : new int[] { 1, 2 }) {
			compare("RGB", colours(4000, 3000), 4000, 3000, threads, rounds);
			compare("float", greys(2048, 2048), 2048, 2048, threads, rounds);
		}
	}

	private static void compare(String what, Object pixels, int width, int height, int threads, int rounds) throws Exception {
		Homography tilted = tilted(width, height);
		Warp warp = new Warp(tilted, width, height, Interpolation.BILINEAR, Border.fill(0), false);
		ForkJoinPool pool = new ForkJoinPool(threads);
		opencv_core.setNumThreads(threads);
		OpenCv openCv = new OpenCv(pixels, width, height, tilted.matrix());
		double[] ours = new double[rounds], theirs = new double[rounds], ratios = new double[rounds];
		for (int round = -WARM_UP; round < rounds; round++) {
			double own = seconds(pool, threads, () -> warp.of(pixels, width, height, Progress.NONE));
			double other = seconds(pool, threads, openCv::warp);
			if (round >= 0) {
				ours[round] = own;
				theirs[round] = other;
				ratios[round] = own / other;
			}
		}
		double[] difference = difference(warp.of(pixels, width, height, Progress.NONE), openCv.warp());
		pool.shutdown();
		System.out.printf("%s %d x %d, %d threads: %.1f ms, OpenCV %.1f ms, ratio %.2f (quartiles %.2f and %.2f), of the best %.2f; " + //
			"values differ by %.3f on average, at most %.2f%n", what, width, height, threads, 1e3 * at(0.5, ours), 1e3 * at(0.5, theirs), //
			at(0.5, ratios), at(0.25, ratios), at(0.75, ratios), at(0, ours) / at(0, theirs), difference[0], difference[1]);
	}

	/** From the target to a quad that leans in all directions, well inside the source. */
	private static Homography tilted(int width, int height) {
		Homography unit = Homography.of(0.84, -0.05, 0.075, 0.06, 0.79, 0.085, 0.04, 0.06, 1);
		return Homography.of(width, 0, 0, 0, height, 0, 0, 0, 1).after(unit).after(Homography.of(1.0 / width, 0, 0, 0, 1.0 / height, 0, 0, 0, 1));
	}

	private static int[] colours(int width, int height) {
		Random random = new Random(7);
		int[] pixels = new int[width * height];
		Arrays.setAll(pixels, k -> {
			int x = k % width, y = k / width;
			return 0xff000000 | (x * 256 / width) << 16 | (y * 256 / height) << 8 | (128 + (int) (100 * Math.sin(x * 0.05)) + random.nextInt(20));
		});
		return pixels;
	}

	private static float[] greys(int width, int height) {
		Random random = new Random(7);
		float[] pixels = new float[width * height];
		for (int k = 0; k < pixels.length; k++)
			pixels[k] = (float) (100 * Math.sin(k % width * 0.05) * Math.cos(k / width * 0.03) + 5 * random.nextGaussian());
		return pixels;
	}

	/** Of the processor for one thread, whatever else runs meanwhile; of the clock for more. */
	private static double seconds(ForkJoinPool pool, int threads, Runnable work) {
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		return pool.submit(() -> {
			long start = threads == 1 ? bean.getCurrentThreadCpuTime() : System.nanoTime();
			work.run();
			return ((threads == 1 ? bean.getCurrentThreadCpuTime() : System.nanoTime()) - start) * 1e-9;
		}).join();
	}

	private static double at(double part, double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[(int) (part * (sorted.length - 1) + 0.5)];
	}

	/** Mean and greatest, for colours of the blue values. */
	private static double[] difference(Object a, Object b) {
		double sum = 0, most = 0;
		int length = a instanceof int[] colours ? colours.length : ((float[]) a).length;
		for (int k = 0; k < length; k++) {
			double d = a instanceof int[] ca && b instanceof int[] cb ? Math.abs((ca[k] & 0xff) - (cb[k] & 0xff)) : Math.abs(((float[]) a)[k] - ((float[]) b)[k]);
			sum += d;
			most = Math.max(most, d);
		}
		return new double[] { sum / length, most };
	}

	/** OpenCV's warpPerspective between Java arrays. */
	private static final class OpenCv {

		private final Object pixels;
		private final Object result;
		private final Mat source, target, matrix;

		OpenCv(Object pixels, int width, int height, double[] toSource) {
			int type = pixels instanceof int[] ? opencv_core.CV_8UC4 : opencv_core.CV_32FC1;
			this.pixels = pixels;
			result = pixels instanceof int[] ? new int[width * height] : new float[width * height];
			source = new Mat(height, width, type);
			target = new Mat(height, width, type);
			matrix = new Mat(3, 3, opencv_core.CV_64FC1);
			new DoublePointer(matrix.data()).put(toSource);
		}

		Object warp() {
			if (pixels instanceof int[] colours) new IntPointer(source.data()).put(colours);
			else new FloatPointer(source.data()).put((float[]) pixels);
			opencv_imgproc.warpPerspective(source, target, matrix, new Size(target.cols(), target.rows()),
				opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP, opencv_core.BORDER_CONSTANT, new Scalar());
			if (result instanceof int[] colours) new IntPointer(target.data()).get(colours);
			else new FloatPointer(target.data()).get((float[]) result);
			return result;
		}
	}
}
