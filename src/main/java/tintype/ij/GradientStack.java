package tintype.ij;

import java.util.List;

import ij.ImagePlus;
import tintype.inspect.Target;
import tintype.inspect.Tensor;

/** The derivatives of a number within a network by the pixels of its input, over that input. */
final class GradientStack {

	private GradientStack() {}

	/**
	 * @param values [image, y, x, channel] or [sequence, time, channel], as the input
	 * @param input  that was read, or null if it was no image; stays as it is
	 * @param lines  for the Info: how the values were made
	 * @return 32 bits, not shown; blue where the number falls when the pixel rises, red where it rises too
	 */
	static ImagePlus of(Target target, Tensor values, ImagePlus input, List<String> lines) {
		String title = "gradient of " + name(target);
		ImagePlus imp = TensorImages.stack(title, values, channel -> values.shape().length == 4 ? title + " by channel " + channel : title);
		TensorImages.setSignedRange(imp);
		if (input != null) DerivedImage.keep(input, imp, lines);
		else imp.setProperty("Info", String.join("\n", lines) + "\n");
		return imp;
	}

	/** Such as {@code conv #3 at 10,12}. */
	static String name(Target target) {
		int[] place = target.place();
		return target.layer() + " #" + target.channel() + (place == null ? "" : " at " + place[1] + "," + place[0]);
	}
}
