package tintype.pictures;

import ij.ImagePlus;
import ij.io.Opener;
import ij.measure.Calibration;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Compares {@link CellStack} with its file; the answer names the first difference, or is "none". */
public final class CellStackDifference implements Callable<String> {

	@Override
	public String call() {
		final ImagePlus code = CellStack.image();
		final ImagePlus file = new Opener().openImage(PictureFiles.FOLDER.resolve("cells-16bit.tif").toString());
		if (file == null)
			return "no file, or not a TIFF";
		if (!Arrays.equals(code.getDimensions(), file.getDimensions()) || file.getBitDepth() != 16)
			return "size " + Arrays.toString(file.getDimensions()) + " at " + file.getBitDepth() + " bit";
		for (int slice = 1; slice <= CellStack.SLICES; slice++) {
			if (!CellStack.label(slice - 1).equals(file.getStack().getSliceLabel(slice)))
				return "label of slice " + slice + ": " + file.getStack().getSliceLabel(slice);
			final int at = Arrays.mismatch((short[]) code.getStack().getPixels(slice), (short[]) file.getStack().getPixels(
				slice));
			if (at >= 0)
				return "slice " + slice + ", pixel (" + at % CellStack.WIDTH + ", " + at / CellStack.WIDTH + ")";
		}
		return attributes(file);
	}

	private static String attributes(final ImagePlus file) {
		final Calibration c = file.getCalibration();
		if (c.pixelWidth != CellStack.PIXEL || c.pixelHeight != CellStack.PIXEL || c.pixelDepth != CellStack.STEP)
			return "voxel " + c.pixelWidth + " x " + c.pixelHeight + " x " + c.pixelDepth;
		if (!"micron".equals(c.getUnit()))
			return "unit " + c.getUnit();
		if (file.getDisplayRangeMin() != CellStack.DISPLAY_MIN || file.getDisplayRangeMax() != CellStack.DISPLAY_MAX)
			return "display range " + file.getDisplayRangeMin() + ".." + file.getDisplayRangeMax();
		return "none";
	}
}
