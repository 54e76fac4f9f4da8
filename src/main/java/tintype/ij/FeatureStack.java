package tintype.ij;

import java.util.List;

import ij.ImagePlus;
import ij.measure.Calibration;
import tintype.inspect.Layer;
import tintype.inspect.ReceptiveField;
import tintype.inspect.Tensor;

/**
 * What leaves a layer as a stack over the input image: a channel for each feature map,
 * a frame for each image, and the pixel size and origin that lay it over the input.
 */
final class FeatureStack {

	private FeatureStack() {}

	/**
	 * @param layer  whose values they are
	 * @param side   "before" or "after" its activation
	 * @param values [image, y, x, map] or [sequence, time, channel]
	 * @param field  of the layer on the input, or null where it read no image
	 * @param input  image that the network read; stays as it is
	 * @param lines  for the Info: how the values were made
	 * @return 32 bits, not shown; the maps are labelled "conv #7 after", dead ones (all 0) are marked;
	 *         of sequences one plane each, with time as x and the channel as y
	 */
	static ImagePlus of(Layer layer, String side, Tensor values, ReceptiveField field, ImagePlus input, List<String> lines) {
		String title = layer.name() + " " + side;
		boolean maps = values.shape().length == 4;
		ImagePlus imp = TensorImages.stack(title, values, map -> maps ? layer.name() + " #" + map + " " + side : title);
		for (int slice = 1; slice <= imp.getStackSize(); slice++)
			if (isZero((float[]) imp.getStack().getPixels(slice))) imp.getStack().setSliceLabel(imp.getStack().getSliceLabel(slice) + " (dead: all 0)", slice);
		TensorImages.setRange(imp);
		if (field != null && field.isPlaced() && maps) {
			imp.setCalibration(calibration(input.getCalibration(), field));
			FieldRoi.attach(imp, field, input);
		}
		imp.setProperty("Info", String.join("\n", lines) + "\n");
		return imp;
	}

	private static boolean isZero(float[] map) {
		for (float value : map)
			if (value != 0) return false;
		return true;
	}

	/** A pixel is as large as the layer's step over the input; its centre lies where the centre of its field does. */
	private static Calibration calibration(Calibration input, ReceptiveField field) {
		Calibration calibration = new Calibration();
		calibration.setUnit(input.getUnit());
		calibration.pixelWidth = input.pixelWidth * field.strideX();
		calibration.pixelHeight = input.pixelHeight * field.strideY();
		calibration.xOrigin = 0.5 - (field.firstX() + 0.5 - input.xOrigin) / field.strideX();
		calibration.yOrigin = 0.5 - (field.firstY() + 0.5 - input.yOrigin) / field.strideY();
		return calibration;
	}
}
