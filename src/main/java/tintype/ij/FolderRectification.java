package tintype.ij;

import java.io.File;
import java.util.function.Supplier;

import ij.ImagePlus;
import tintype.Progress;
import tintype.rectify.Mapping;

/** Many pictures laid flat by one mapping, as when a camera on a stand takes plate after plate; see {@link Rectification}. */
public final class FolderRectification {

	private static final String NAME = "Rectify Folder";

	/** One is read, one laid flat, one written. */
	private static final int FEWEST = 3;

	/** What a picture of 20 megapixels takes on its way. */
	private static final long BYTES_OF_ONE = 1L << 28;

	private FolderRectification() {}

	/**
	 * Rectifies the pictures that have no result yet.
	 *
	 * @param mapping {@value LastMapping#NAME}, or a .json or .csv file
	 * @param how     pixels are found
	 * @param format  of the results
	 * @throws tintype.TintypeException if there is no such mapping, or no picture could be
	 *           rectified; a picture of another size than the mapping's is a failure
	 * @throws java.util.concurrent.CancellationException when canceled; what is done stays
	 */
	public static BatchReport of(BatchRequest request, File mapping, Resampling how, PictureFormat format, Progress progress) {
		Mapping known = LastMapping.or(mapping);
		try (Batch batch = new Batch(NAME, request, "." + format.extension())) {
			return batch.run(picture -> {
				Supplier<ImagePlus> input = PictureFile.begin(picture);
				return (result, part) -> ImageFile.save(Rectification.again(input.get(), known, how, part), result, format);
			}, atATime(), progress);
		}
	}

	/** One for each processor and two that wait for a disk, if memory is enough. */
	static int atATime() {
		Runtime runtime = Runtime.getRuntime();
		return (int) Math.max(FEWEST, Math.min(runtime.availableProcessors() + 2, runtime.maxMemory() / BYTES_OF_ONE));
	}
}
