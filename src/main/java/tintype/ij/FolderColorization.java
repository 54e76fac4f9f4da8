package tintype.ij;

import java.util.function.Supplier;

import ij.ImagePlus;
import tintype.Colorizers;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;

/** Many pictures coloured, file by file; see {@link Colorization}. */
public final class FolderColorization {

	private static final String NAME = "Colorize Folder";

	private FolderColorization() {}

	/**
	 * Colours the pictures that have no result yet, on a computer of several processors as
	 * many side by side, and one more that is read or written meanwhile.
	 *
	 * @param model  name of a ready model, such as {@code default}, or a file
	 * @param look   how colourful
	 * @param slices of a stack, whether they are a series
	 * @param format of the results
	 * @throws tintype.TintypeException if there is nothing to colour, the model can't be
	 *           opened, a number is out of range, or no picture could be coloured
	 * @throws java.util.concurrent.CancellationException when canceled; what is done stays
	 */
	public static BatchReport of(BatchRequest request, String model, Look look, Slices slices, PictureFormat format, Progress progress) {
		try (Batch batch = new Batch(NAME, request, "." + format.extension())) {
			if (batch.open() == 0) return batch.run(null, progress);
			progress.report(0, 1, Colorization.OPENING);
			Colorization.requireWanted(progress);
			try (Colorizers colorizers = Colorizers.open(model, batch.open())) {
				colorizers.with(colorizer -> colorizer.words(look)); // what is out of range is so for every picture
				return batch.run(picture -> {
					Supplier<ImagePlus> begun = PictureFile.begin(picture);
					return (result, part) -> {
						ImagePlus input = begun.get();
						ImageFile.save(colorizers.with(colorizer -> Colorization.of(input, colorizer, look, slices, part)), result, format);
					};
				}, colorizers.count() + 1, progress);
			}
		}
	}
}
