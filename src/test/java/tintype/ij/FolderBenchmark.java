package tintype.ij;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;

/**
 * Colours a folder of small pictures twice, in JVMs of their own: once without a break,
 * once killed after a third and after two thirds of them. Prints the memory along the way,
 * and whether both runs made the same files. Arguments: number of pictures, 500 if there
 * is none; model, {@code colornet} if there is none. Takes some minutes. With four
 * arguments it is one of those JVMs.
 */
public final class FolderBenchmark {

	private static final int ROWS = 10;

	/** Subfolders that the pictures are spread over. */
	private static final int ROLLS = 7;

	private FolderBenchmark() {}

	public static void main(String[] args) throws Exception {
		if (args.length == 4) {
			colour(Path.of(args[0]), Path.of(args[1]), args[2], Integer.parseInt(args[3]));
			return;
		}
		int count = args.length == 0 ? 500 : Integer.parseInt(args[0]);
		String model = args.length < 2 ? "colornet" : args[1];
		Path folder = Files.createTempDirectory("folder-benchmark");
		try {
			compare(folder, model, count);
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
			}
		}
	}

	private static void compare(Path folder, String model, int count) throws Exception {
		Path input = folder.resolve("in"), whole = folder.resolve("whole"), broken = folder.resolve("broken");
		draw(input, count);
		child(input, whole, model, count).waitFor();
		for (int part = 1; part <= 2; part++) {
			Process child = child(input, broken, model, count);
			while (child.isAlive() && results(broken) < count * part / 3)
				TimeUnit.MILLISECONDS.sleep(5);
			child.destroyForcibly().waitFor();
			System.out.printf("killed after %d of %d pictures%n", results(broken), count);
		}
		child(input, broken, model, count).waitFor();
		Map<String, byte[]> first = files(whole), second = files(broken);
		boolean same = first.keySet().equals(second.keySet()) && first.keySet().stream().allMatch(name -> Arrays.equals(first.get(name), second.get(name)));
		System.out.printf("%d and %d files, %s%n", first.size(), second.size(), same ? "the same to the last byte" : "NOT the same");
	}

	/** Grey and coloured, 8 to 32 bits, files of three kinds, a stack now and then. */
	private static void draw(Path input, int count) throws IOException {
		List<String> types = List.of("8-bit ramp", "16-bit ramp", "RGB ramp", "32-bit ramp");
		for (int i = 0; i < count; i++) {
			ImagePlus imp = IJ.createImage("p" + i, types.get(i % 4), 80 + i % 37, 60 + i % 23, i % 50 == 49 ? 3 : 1);
			imp.getProcessor().setRoi(i % 30, i % 20, 25, 25);
			imp.getProcessor().fill();
			Path file = Files.createDirectories(input.resolve("roll " + i % ROLLS)).resolve("p" + i);
			FileSaver saver = new FileSaver(imp);
			if (imp.getStackSize() > 1) saver.saveAsTiffStack(file + ".tif");
			else if (i % 4 == 0) saver.saveAsPng(file + ".png");
			else if (i % 4 == 2) saver.saveAsJpeg(file + ".jpg");
			else saver.saveAsTiff(file + ".tif");
		}
	}

	private static Process child(Path input, Path output, String model, int count) throws IOException {
		return ChildJvm.builder(Path.of("").toAbsolutePath(), List.of("-Xmx512m", "-Djava.awt.headless=true"), FolderBenchmark.class, input.toString(), output.toString(), model, "" + count).inheritIO().start();
	}

	private static void colour(Path input, Path output, String model, int count) {
		BatchRequest request = new BatchRequest(input.toFile(), output.toFile(), Shard.ALL);
		long start = System.nanoTime();
		double busy = processorSeconds();
		BatchReport report = FolderColorization.of(request, model, Look.VIVID, Slices.SERIES, PictureFormat.TIFF, new Memory(Math.max(1, count / ROWS)));
		double seconds = (System.nanoTime() - start) * 1e-9;
		System.out.printf("%s in %.1f s, processors busy %.0f %%%n", report.words(), seconds, 100 * (processorSeconds() - busy) / seconds / Runtime.getRuntime().availableProcessors());
	}

	/** Of all threads, since the start of this JVM. */
	private static double processorSeconds() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
	}

	/** Prints what is in use, every so many pictures. */
	private static final class Memory implements Progress {

		private final int interval;
		private int pictures;

		Memory(int interval) {
			this.interval = interval;
		}

		@Override
		public void report(long done, long total, String text) {
			if (!text.endsWith(", opening") && !text.endsWith(", working") || pictures++ % interval != 0) return;
			System.gc();
			System.out.printf("%4d pictures: heap %d MB, resident %d MB, off-heap by JavaCPP %d MB%n", pictures - 1, //
				ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20, Pointer.physicalBytes() >> 20, Pointer.totalBytes() >> 20);
		}

		@Override
		public boolean canceled() {
			return false;
		}
	}

	/** Counted while another JVM writes them, so that a file may vanish at any time. */
	private static long results(Path output) {
		long results = 0;
		for (int i = 0; i < ROLLS; i++) {
			String[] names = output.resolve("roll " + i).toFile().list((roll, name) -> name.endsWith(".tif"));
			if (names != null) results += names.length;
		}
		return results;
	}

	/** The files of a run that has ended, by their paths. */
	private static Map<String, byte[]> files(Path output) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(output)) {
			for (Path file : all.filter(Files::isRegularFile).toList())
				files.put(output.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}
}
