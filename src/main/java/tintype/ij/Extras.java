package tintype.ij;

import ij.ImagePlus;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.TintypeException;

/**
 * What a user can have besides the coloured image.
 *
 * @param uncertainty  images of {@link UncertaintyImages where the model is in doubt}
 * @param alternatives number of colourings of the current slice, the usual one among
 *                     them, 2 to {@value Colorizer#MOST_ALTERNATIVES}; 0 for none
 */
public record Extras(boolean uncertainty, int alternatives) {

	/**
	 * The images; those not asked for are null.
	 *
	 * @param entropy      32 bits, of the input's dimensions
	 * @param second       RGB in second-best colours, of the input's dimensions
	 * @param alternatives RGB, a plane per colouring
	 */
	public record Result(ImagePlus entropy, ImagePlus second, ImagePlus alternatives) {}

	/** @throws TintypeException if one can't have so many alternatives */
	public Extras {
		if (alternatives != 0 && (alternatives < 2 || alternatives > Colorizer.MOST_ALTERNATIVES)) throw new TintypeException( //
			"Alternatives must be 0 for none, or 2 to " + Colorizer.MOST_ALTERNATIVES + " with the usual colouring among them, but are " +
				alternatives + ".");
	}

	/**
	 * Makes them.
	 *
	 * @param input as for {@link Colorization}, a stack slice by slice
	 * @param model name of a ready model or a file
	 * @param look  how colourful
	 * @return images that are not shown, with calibration, Info, overlay and
	 *         slice labels as far as they fit
	 * @throws TintypeException if there is no image, the model can't be opened, knows
	 *           too few colours or the images don't fit in memory
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public Result of(ImagePlus input, String model, Look look, Progress progress) {
		if (!uncertainty && alternatives == 0) return new Result(null, null, null);
		Images.requirePixels(input);
		Colorization.requireMemory(input, (uncertainty ? 2 * input.getStackSize() : 0) + alternatives);
		try (Colorizer colorizer = Colorizer.open(model)) {
			int parts = uncertainty && alternatives > 0 ? 2 : 1;
			UncertaintyImages doubt = uncertainty ? UncertaintyImages.of(input, colorizer, look, progress.part(0, parts))
				: new UncertaintyImages(null, null);
			ImagePlus others = alternatives == 0 ? null
				: AlternativesStack.of(input, colorizer, alternatives, look, progress.part(parts - 1, parts));
			return new Result(doubt.entropy(), doubt.second(), others);
		}
		catch (OutOfMemoryError e) {
			throw Colorization.outOfMemory(input, e);
		}
	}
}
