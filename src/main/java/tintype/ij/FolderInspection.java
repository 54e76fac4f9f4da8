package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import ij.ImagePlus;
import tintype.Inspector;
import tintype.Progress;
import tintype.ij.InspectionRequest.Shown;
import tintype.ij.InspectionRequest.Way;

/** What a network makes of many pictures, a report for each; see {@link Inspection}. */
public final class FolderInspection {

	private static final String NAME = "Inspect Folder";

	/** What is the same for every picture: summary, weights, filters. */
	private static final String NETWORK = "_network";

	private static final Shown NOTHING = new Shown("none", false, false, false, false, false, false, "");

	private FolderInspection() {}

	/**
	 * Writes a report for each picture that has none yet, and one of the network alone, in
	 * the folder {@value #NETWORK}. The network is opened once.
	 *
	 * @param model    name of a ready model, such as {@code default}, or a file
	 * @param way      through which part of it; its data are not used
	 * @param gradient of which unit of the last layer, or empty
	 * @throws tintype.TintypeException if the model can't be opened, or no picture could be
	 *           inspected
	 * @throws java.util.concurrent.CancellationException when canceled; what is done stays
	 */
	public static BatchReport of(BatchRequest request, String model, Way way, String gradient, Progress progress) {
		try (Batch batch = new Batch(NAME, request, "")) {
			if (batch.open() == 0) return batch.run(null, progress);
			Shown shown = new Shown("none", false, false, false, false, false, false, gradient);
			try (Inspector network = Inspector.open(model)) {
				File alone = new File(request.output(), NETWORK);
				if (request.shard().index() == 1 && !alone.exists()) Inspection.ofNetwork(network, new InspectionRequest(model, way, NOTHING, "", alone), progress);
				return batch.run(picture -> {
					ImagePlus input = PictureFile.open(picture);
					return (result, part) -> {
						clear(result.resolveSibling(result.getFileName() + ".part"));
						Inspection.ofPicture(input, network, new InspectionRequest(model, way, shown, "", result.toFile()), part);
					};
				}, progress);
			}
		}
	}

	/** Takes away what a run that was killed has left of a report. */
	private static void clear(Path left) throws IOException {
		if (!Files.isDirectory(left)) return;
		try (Stream<Path> files = Files.walk(left)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}
}
