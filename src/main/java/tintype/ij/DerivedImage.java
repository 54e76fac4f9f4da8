package tintype.ij;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** A new image that keeps of an input all but its pixels and its selection. */
final class DerivedImage {

	private DerivedImage() {}

	/**
	 * Makes the result of an input with the same planes.
	 *
	 * @param input  stays as it is
	 * @param planes one plane per plane of the input, in its order: {@code int[]} for
	 *               RGB, {@code float[]} for 32 bits; not copied
	 * @param suffix appended to the title without its file extension
	 * @param lines  appended to the Info of the input
	 * @return an image that is not shown, with copies of the input's dimensions,
	 *         position, calibration (but no calibrated grey values), slice
	 *         labels, overlay and text properties
	 */
	static ImagePlus like(ImagePlus input, List<?> planes, String suffix, List<String> lines) {
		ImagePlus result = image(input, planes, ImageFile.nameOf(input) + suffix);
		keep(input, result, lines);
		Overlay overlay = input.getOverlay();
		if (overlay != null) result.setOverlay(overlay.duplicate());
		return result;
	}

	/**
	 * Gives an image made from an input what does not depend on the number of planes:
	 * calibration, text properties, and Info with these lines more.
	 */
	static void keep(ImagePlus input, ImagePlus result, List<String> lines) {
		Calibration calibration = input.getCalibration().copy();
		calibration.disableDensityCalibration();
		result.setCalibration(calibration);
		copyProperties(input, result);
		result.setProperty("Info", info(input.getInfoProperty(), lines));
		result.changes = true;
	}

	private static ImagePlus image(ImagePlus input, List<?> planes, String title) {
		int w = input.getWidth();
		int h = input.getHeight();
		if (planes.size() == 1) return new ImagePlus(title, processor(w, h, planes.get(0)));
		ImageStack stack = new ImageStack(w, h);
		for (int i = 0; i < planes.size(); i++)
			stack.addSlice(input.getStack().getSliceLabel(i + 1), planes.get(i));
		ImagePlus result = new ImagePlus(title, stack);
		result.setDimensions(input.getNChannels(), input.getNSlices(), input.getNFrames());
		result.setOpenAsHyperStack(input.isHyperStack() || input.isComposite());
		result.setPosition(input.getCurrentSlice());
		return result;
	}

	private static ImageProcessor processor(int w, int h, Object pixels) {
		return pixels instanceof int[] rgb ? new ColorProcessor(w, h, rgb) : new FloatProcessor(w, h, (float[]) pixels);
	}

	private static void copyProperties(ImagePlus input, ImagePlus result) {
		result.setProperties(input.getPropertiesAsArray());
		if (input.getProperties() == null) return;
		input.getProperties().forEach((key, value) -> {
			if (value instanceof String) result.setProperty((String) key, value);
		});
	}

	private static String info(String old, List<String> lines) {
		String added = String.join("\n", lines) + "\n";
		if (old == null || old.isEmpty()) return added;
		return old.endsWith("\n") ? old + added : old + "\n" + added;
	}
}
