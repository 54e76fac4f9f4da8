package tintype.ij;

import java.util.List;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;
import tintype.TintypeException;

/**
 * One ImageJ image coloured: its lightness kept, its colours invented by a
 * network. A stack is coloured as a series, or each plane alone.
 */
public final class Colorization {

	/** For a status line. */
	static final String OPENING = "Opening the model; the first time on a computer takes longer";

	private static final String SUFFIX = "-colorized";

	private Colorization() {}

	/**
	 * Colours an image into a new one. A selection on the input is ignored.
	 *
	 * @param input  8, 16 or 32-bit grey as displayed, RGB by its
	 *               lightness; stays as it is
	 * @param model  name of a ready model, such as {@code default}, or a file
	 * @param look   how colourful
	 * @param slices of a stack, whether they are a {@link Series}
	 * @return RGB of the same dimensions, not shown, named like the input with
	 *         {@code -colorized}; how it was made stands in its Info
	 * @throws TintypeException if there is nothing to colour, the model can't be
	 *           opened, a number is out of range or the result doesn't fit in
	 *           memory
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static ImagePlus of(ImagePlus input, String model, Look look, Slices slices, Progress progress)
	{
		requireColourable(input);
		progress.report(0, 1, OPENING);
		requireWanted(progress);
		try (Colorizer colorizer = Colorizer.open(model)) {
			requireWanted(progress);
			return of(input, colorizer, look, slices, progress);
		}
		catch (OutOfMemoryError e) {
			throw outOfMemory(input, e);
		}
	}

	/**
	 * As above, by a model that is open already, for one picture after the other.
	 *
	 * @param colorizer stays open
	 */
	public static ImagePlus of(ImagePlus input, Colorizer colorizer, Look look, Slices slices, Progress progress) {
		requireColourable(input);
		try {
			List<int[]> planes = StackColoring.planes(colorizer, input, look, slices, progress);
			return DerivedImage.like(input, planes, SUFFIX, List.of("Tintype: " + colorizer.description(),
				"Tintype: " + colorizer.words(look) + StackColoring.words(input, slices)));
		}
		catch (OutOfMemoryError e) {
			throw outOfMemory(input, e);
		}
	}

	/** As above, a stack as a series. */
	public static ImagePlus of(ImagePlus input, String model, Look look, Progress progress) {
		return of(input, model, look, Slices.SERIES, progress);
	}

	/** What to tell when there was less memory than foreseen. */
	static TintypeException outOfMemory(ImagePlus input, OutOfMemoryError e) {
		return new TintypeException("Memory ran out while colouring \"" + input.getTitle() +
			"\"; give ImageJ more in Edit > Options > Memory & Threads, or close other images.", e);
	}

	private static void requireColourable(ImagePlus input) {
		Images.requirePixels(input);
		requireMemory(input, input.getStackSize());
	}

	static void requireWanted(Progress progress) {
		if (progress.canceled()) throw new CancellationException("Canceled");
	}

	/** @param planes of the results, of four bytes per pixel */
	static void requireMemory(ImagePlus input, int planes) {
		FreeMemory.require(4.0 * input.getWidth() * input.getHeight() * planes, "The colours of \"" + input.getTitle() + "\" need",
			"colour fewer slices at a time");
	}
}
