package tintype.train;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import org.nd4j.linalg.dataset.DataSet;

import tintype.Progress;
import tintype.color.AbGrid;
import tintype.color.SoftEncoding;
import tintype.nn.RebalancedCrossEntropy;

/**
 * How fast pictures are surveyed and patches come out of the queue when nobody
 * trains. Arguments: folder of pictures, number of batches, then optionally the
 * label of an augmentation.
 */
public final class PatchQueueBenchmark {

	private static final int BATCH = 16;
	private static final int EDGE = 32;
	private static final int HALO = 8;

	private PatchQueueBenchmark() {}

	public static void main(String[] args) {
		int batches = Integer.parseInt(args[1]);
		Augmentation augmentation = args.length > 2 ? Augmentation.of(args[2]) : Augmentation.MIRROR;
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		Watch watch = new Watch();
		PhotoSurvey survey = PhotoSurvey.of(PhotoFolder.of(Path.of(args[0])), reader, EDGE + 2 * HALO, Progress.NONE);
		System.out.printf("Survey: %d pictures of %.2f megapixels, %s%n", survey.usable().size(), survey.meanPixels() * 1e-6, watch);
		AbGrid grid = survey.histogram().grid(10, 2e-4);
		double[] weights = new double[grid.size()];
		RebalancedCrossEntropy loss = new RebalancedCrossEntropy(grid, new SoftEncoding(grid, 5, 5), weights);
		PatchSampler sampler = new PatchSampler(survey, reader, new PatchShape(EDGE, HALO, 1, false), augmentation, 1);
		int length = sampler.blockLength(BATCH);
		try (PatchQueue queue = new PatchQueue(sampler, loss, BATCH, 0)) {
			take(queue, 2 * length); // the first ones wait for a whole block, and for the compiler
			watch = new Watch();
			take(queue, batches);
			System.out.printf("%s, blocks of %d: %.0f patches per second, %s%n", augmentation.label(), length,
				batches * BATCH / watch.seconds(), watch);
		}
	}

	private static void take(PatchQueue queue, int batches) {
		for (int i = 0; i < batches; i++) {
			DataSet data = queue.next();
			data.getFeatures().close();
			data.getLabels().close();
			data.getLabelsMaskArray().close();
		}
	}

	/** Time since it was made: of the clock and, as other programs may run too, of the processors. */
	private static final class Watch {

		private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		private final long start = System.nanoTime();
		private final long startOfWork = system.getProcessCpuTime();

		double seconds() {
			return (System.nanoTime() - start) * 1e-9;
		}

		@Override
		public String toString() {
			return String.format("%.1f s, %.1f s of processor time", seconds(), (system.getProcessCpuTime() - startOfWork) * 1e-9);
		}
	}
}
