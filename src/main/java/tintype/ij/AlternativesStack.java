package tintype.ij;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;

/** Several colourings of an image's current slice, each a plane of a stack. */
final class AlternativesStack {

	private AlternativesStack() {}

	/**
	 * Colours the slice as if it were alone.
	 *
	 * @param count of colourings
	 * @return RGB, not shown; the first plane is the usual colouring, the labels of the
	 *         others say what they lean to
	 */
	static ImagePlus of(ImagePlus input, Colorizer colorizer, int count, Look look, Progress progress) {
		ImageStack stack = new ImageStack(input.getWidth(), input.getHeight());
		colorizer.alternatives(Images.lightness(input, input.getCurrentSlice()), count, look, progress) //
			.forEach((label, rgb) -> stack.addSlice(label, rgb.update(null).getCurrentStorageArray()));
		ImagePlus result = new ImagePlus(ImageFile.nameOf(input) + "-alternatives", stack);
		String of = input.getStackSize() == 1 ? "" : " of slice " + input.getCurrentSlice();
		DerivedImage.keep(input, result, List.of("Tintype: " + colorizer.description(), "Tintype: " + colorizer.words(look),
			"Tintype: " + count + " colourings" + of));
		return result;
	}
}
