package tintype.ij;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import tintype.Inspector;
import tintype.TintypeException;
import tintype.inspect.Operation;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/**
 * An image as what a network reads.
 *
 * @param tensor [image, y, x, channel], [sequence, time, channel] or [row, unit]
 * @param image  what was read, made as large as the network wants it; never the
 *               user's own image if anything was changed
 */
record NetworkInput(Tensor tensor, ImagePlus image) {

	/** Of red, green and blue in the grey of a colour picture (Rec. ITU-R BT.601). */
	private static final float[] WEIGHTS = { 0.299f, 0.587f, 0.114f };

	/**
	 * Reads an image. Each plane, or each group of channels, is one image of the batch.
	 *
	 * @param imp   stays as it is
	 * @param shape what the network reads, without the batch; -1 for what it leaves open
	 * @param range what the values become; {@link InputRange#AUTO} must be resolved
	 * @param fit   whether an image of another size is scaled
	 * @throws TintypeException if the image does not fit
	 */
	static NetworkInput of(ImagePlus imp, Operation.Input shape, InputRange range, boolean fit) {
		Images.requirePixels(imp);
		int[] edges = shape.shape();
		return switch (edges.length) {
			case 3 -> images(sized(imp, edges[0], edges[1], fit), edges[2], range);
			case 2 -> sequences(sized(imp, edges[1], edges[0], fit), range);
			case 1 -> rows(imp, edges[0], range);
			default -> throw new TintypeException("The network reads [" + Shapes.text(edges) + "], which no image has: give its values as a .npy file.");
		};
	}

	private static ImagePlus sized(ImagePlus imp, int height, int width, boolean fit) {
		boolean right = (height < 0 || imp.getHeight() == height) && (width < 0 || imp.getWidth() == width);
		if (right) return imp;
		if (!fit) throw new TintypeException("The network reads " + (width < 0 ? "any" : width) + " x " + (height < 0 ? "any" : height) + //
			" pixels and \"" + imp.getTitle() + "\" has " + imp.getWidth() + " x " + imp.getHeight() + ": tick Fit, or scale the image.");
		int w = width < 0 ? imp.getWidth() : width, h = height < 0 ? imp.getHeight() : height;
		return named(unselected(imp).resize(w, h, 1, "bilinear average"), imp);
	}

	/** The same pixels without a selection, so that ImageJ takes all of them. */
	static ImagePlus unselected(ImagePlus imp) {
		ImagePlus whole = imp.createImagePlus();
		whole.setStack(imp.getStack());
		whole.setDimensions(imp.getNChannels(), imp.getNSlices(), imp.getNFrames());
		return whole;
	}

	/** With title and range of display of the image that it was made from. */
	static ImagePlus named(ImagePlus made, ImagePlus imp) {
		made.setTitle(imp.getTitle());
		if (imp.getBitDepth() != 24) made.setDisplayRange(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		return made;
	}

	private static NetworkInput images(ImagePlus imp, int channels, InputRange range) {
		boolean colour = imp.getBitDepth() == 24 && channels == 3 && range != InputRange.LIGHTNESS;
		if (colour || channels == 1 || channels < 0) return new NetworkInput(planes(imp, colour ? 3 : 1, range), imp);
		if (range == InputRange.LIGHTNESS) throw new TintypeException("The network reads " + channels + " channels, not lightness alone: choose another range of values.");
		int together = imp.getNChannels() == channels ? channels : imp.getNChannels() == 1 && imp.getStackSize() == channels ? channels : 0;
		if (together == 0 || imp.getBitDepth() == 24) throw new TintypeException("The network reads " + channels + " channels and \"" + imp.getTitle() + //
			"\" has " + (imp.getBitDepth() == 24 ? 3 : imp.getNChannels()) + ": convert the image first.");
		return new NetworkInput(grouped(planes(imp, 1, range), channels), imp);
	}

	/** All planes, [plane, y, x, 1], or [plane, y, x, 3] for red, green and blue. */
	private static Tensor planes(ImagePlus imp, int channels, InputRange range) {
		int size = imp.getWidth() * imp.getHeight(), count = imp.getStackSize();
		FreeMemory.require(4.0 * size * count * channels, "The values of \"" + imp.getTitle() + "\" need", "inspect fewer slices");
		Tensor tensor = new Tensor(new int[] { count, imp.getHeight(), imp.getWidth(), channels }, new float[Math.multiplyExact(size * channels, count)]);
		for (int plane = 0; plane < count; plane++)
			for (int c = 0; c < channels; c++) {
				float[] values = range == InputRange.LIGHTNESS ? lightness(imp, plane + 1) : values(imp, plane + 1, channels == 3 ? c : -1, range);
				for (int i = 0; i < size; i++)
					tensor.values()[(plane * size + i) * channels + c] = values[i];
			}
		return tensor;
	}

	private static float[] lightness(ImagePlus imp, int slice) {
		float[] values = new float[imp.getWidth() * imp.getHeight()];
		int i = 0;
		for (FloatType lightness : Views.flatIterable(Images.lightness(imp, slice)))
			values[i++] = Inspector.scaledLightness(lightness.get());
		return values;
	}

	/** @param channel 0 to 2 of a colour picture, or -1 for its grey */
	private static float[] values(ImagePlus imp, int slice, int channel, InputRange range) {
		ImageStack stack = imp.getStack();
		ImageProcessor plane = stack.getProcessor(slice);
		if (stack.size() > 1) plane.setMinAndMax(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		double[] map = range.map(plane, imp.getBitDepth());
		float[] values = plane instanceof ColorProcessor colour ? grey(colour, channel) : (float[]) plane.convertToFloatProcessor().getPixelsCopy();
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (values[i] * map[0] + map[1]);
		return values;
	}

	private static float[] grey(ColorProcessor colour, int channel) {
		float[] grey = new float[colour.getPixelCount()];
		for (int c = 0; c < WEIGHTS.length; c++) {
			FloatProcessor values = colour.toFloat(c, null);
			float weight = channel < 0 ? WEIGHTS[c] : channel == c ? 1 : 0;
			for (int i = 0; i < grey.length; i++)
				grey[i] += weight * values.getf(i);
		}
		return grey;
	}

	/** [image * channel, y, x, 1] with channels running fastest, to [image, y, x, channel]. */
	private static Tensor grouped(Tensor planes, int channels) {
		int[] shape = planes.shape();
		int size = shape[1] * shape[2];
		float[] values = new float[planes.values().length];
		for (int plane = 0; plane < shape[0]; plane++)
			for (int i = 0; i < size; i++)
				values[(plane / channels * size + i) * channels + plane % channels] = planes.values()[plane * size + i];
		return new Tensor(new int[] { shape[0] / channels, shape[1], shape[2], channels }, values);
	}

	/** Planes whose x is time and whose y is a channel. */
	private static NetworkInput sequences(ImagePlus imp, InputRange range) {
		Tensor planes = planes(imp, 1, range);
		int count = planes.shape()[0], channels = planes.shape()[1], times = planes.shape()[2];
		Tensor turned = new Tensor(new int[] { count, times, channels }, new float[planes.values().length]);
		for (int n = 0; n < count; n++)
			for (int t = 0; t < times; t++)
				for (int c = 0; c < channels; c++)
					turned.values()[turned.index(n, t, c)] = planes.at(n, c, t, 0);
		return new NetworkInput(turned, imp);
	}

	/** The pixels of each plane in a row. */
	private static NetworkInput rows(ImagePlus imp, int units, InputRange range) {
		Tensor planes = planes(imp, 1, range);
		int pixels = planes.shape()[1] * planes.shape()[2];
		if (units >= 0 && pixels != units) throw new TintypeException("The network reads rows of " + units + " values and \"" + imp.getTitle() + "\" has " + //
			pixels + " pixels: give an image of as many pixels, or a table or .npy file.");
		return new NetworkInput(new Tensor(new int[] { planes.shape()[0], pixels }, planes.values()), imp);
	}
}
