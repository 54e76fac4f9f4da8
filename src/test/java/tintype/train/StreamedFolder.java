package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.dataset.DataSet;

import tintype.Progress;
import tintype.color.AbGrid;
import tintype.color.SoftEncoding;
import tintype.nn.RebalancedCrossEntropy;

/**
 * Surveys a folder and takes batches of it in a JVM of its own, with a heap that
 * does not hold the pictures. Arguments: the folder, the number of batches.
 */
public final class StreamedFolder {

	/** More than the machine of the test may have. */
	private static final int THREADS = 8;

	private StreamedFolder() {}

	public static void main(String[] args) {
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		PhotoSurvey survey = PhotoSurvey.of(PhotoFolder.of(Path.of(args[0])), reader, 48, THREADS, Progress.NONE);
		AbGrid grid = survey.histogram().grid(10, 0);
		RebalancedCrossEntropy loss = new RebalancedCrossEntropy(grid, new SoftEncoding(grid, 5, 5), new double[grid.size()]);
		PatchSampler sampler = new PatchSampler(survey, reader, new PatchShape(32, 8, 1, false), Augmentation.OLD_PHOTOGRAPH, 1);
		List<Float> sums = new ArrayList<>();
		try (PatchQueue queue = new PatchQueue(sampler, loss, 16, 0, THREADS)) {
			for (int i = 0; i < Integer.parseInt(args[1]); i++) {
				DataSet data = queue.next();
				sums.add(data.getFeatures().sumNumber().floatValue());
				data.getFeatures().close();
				data.getLabels().close();
				data.getLabelsMaskArray().close();
			}
			System.out.println(survey.usable().size() + " usable, " + survey.skipped().size() + " skipped, " + sums.size() + " batches, " + //
				(queue.picturesRead() > 3 ? "read" : "not read"));
		}
	}
}
