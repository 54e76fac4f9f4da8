package tintype.ij;

import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import tintype.Progress;
import tintype.TintypeException;
import tintype.rectify.Mapping;
import tintype.rectify.Warp;

/** A photograph, or each plane of a stack, laid flat by a mapping that is known. */
public final class FlatImage {

	private static final String SUFFIX = "-rectified";

	private static final int BITS_PER_BYTE = 8;

	private FlatImage() {}

	/**
	 * Makes the flat picture. A selection on the input is ignored.
	 *
	 * @param input   of any type and dimensions, as large as the mapping says; not changed
	 * @param mapping where its pixels go
	 * @param lines   added to the Info of the result
	 * @return of the input's type, dimensions, lookup tables, display ranges, slice labels
	 *         and calibrated grey values, not shown; its pixels measure what the mapping
	 *         says, and it holds the mapping and the overlay where it now belongs
	 * @throws TintypeException                           if the input has another size or
	 *                                                    the result does not fit in memory
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static ImagePlus of(ImagePlus input, Mapping mapping, Resampling how, List<String> lines, Progress progress) {
		requireSize(input, mapping);
		requireMemory(input, mapping);
		try {
			ImagePlus flat = image(input, planes(input, how.warp(input, mapping), progress));
			DerivedImage.keep(input, flat, lines);
			flat.setCalibration(calibration(input.getCalibration(), mapping));
			String lost = MappedRois.mapOverlay(input, flat, mapping.toFlat()).remark();
			if (!lost.isEmpty()) IJ.log(lost);
			MappingFile.attach(mapping, flat);
			return flat;
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException("Memory ran out while rectifying \"" + input.getTitle() +
				"\"; give ImageJ more in Edit > Options > Memory & Threads, or choose fewer pixels per unit.", e);
		}
	}

	private static void requireSize(ImagePlus input, Mapping mapping) {
		if (input.getWidth() != mapping.sourceWidth() || input.getHeight() != mapping.sourceHeight()) throw new TintypeException(String.format(
			"The mapping is of a photograph of %d x %d pixels and \"%s\" has %d x %d: choose the picture it was made for, or one of the same size.",
			mapping.sourceWidth(), mapping.sourceHeight(), input.getTitle(), input.getWidth(), input.getHeight()));
	}

	private static void requireMemory(ImagePlus input, Mapping mapping) {
		double bytes = (double) mapping.width() * mapping.height() * input.getStackSize() * input.getBitDepth() / BITS_PER_BYTE;
		FreeMemory.require(bytes, "The flat picture of \"" + input.getTitle() + "\" needs", "choose fewer pixels per unit");
	}

	private static ImageStack planes(ImagePlus input, Warp warp, Progress progress) {
		ImageStack flat = new ImageStack(warp.width(), warp.height());
		int count = input.getStackSize();
		for (int i = 1; i <= count; i++) {
			Object pixels = count == 1 ? input.getProcessor().getPixels() : input.getStack().getPixels(i);
			flat.addSlice(input.getStack().getSliceLabel(i), warp.of(pixels, input.getWidth(), input.getHeight(), progress.part(i - 1, count)));
		}
		return flat;
	}

	private static ImagePlus image(ImagePlus input, ImageStack planes) {
		boolean tabled = input.getType() != ImagePlus.COLOR_RGB && !input.isComposite();
		if (tabled) planes.setColorModel(input.getProcessor().getColorModel());
		ImagePlus flat = new ImagePlus(ImageFile.nameOf(input) + SUFFIX, planes);
		flat.setDimensions(input.getNChannels(), input.getNSlices(), input.getNFrames());
		if (input instanceof CompositeImage composite) {
			CompositeImage result = new CompositeImage(flat, composite.getMode());
			result.copyLuts(composite);
			flat = result;
		}
		if (input.getType() == ImagePlus.COLOR_256) flat.setTypeToColor256();
		else if (tabled) flat.setDisplayRange(input.getDisplayRangeMin(), input.getDisplayRangeMax());
		flat.setOpenAsHyperStack(input.isHyperStack() || input.isComposite());
		flat.setPosition(input.getCurrentSlice());
		return flat;
	}

	/** Along z and t, and of grey values, what the photograph has; along x and y, what the mapping says. */
	private static Calibration calibration(Calibration old, Mapping mapping) {
		Calibration flat = old.copy();
		String depthUnit = old.getZUnit();
		flat.pixelWidth = flat.pixelHeight = mapping.pixelSize();
		flat.setUnit(mapping.unit());
		flat.setZUnit(depthUnit);
		flat.xOrigin = -mapping.left() / mapping.pixelSize();
		flat.yOrigin = -mapping.top() / mapping.pixelSize();
		return flat;
	}
}
