package tintype.ij;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.MontageMaker;
import ij.process.ImageProcessor;

/** The feature maps of the first image side by side, as they are displayed; of a stack without channels, all slices. */
final class FeatureMontage {

	/** More would be too small to see. */
	private static final int MOST = 256;

	/** Of the whole, in pixels; maps are enlarged up to it by whole factors, without interpolation. */
	private static final int WIDTH = 900;

	private FeatureMontage() {}

	/**
	 * @param stack of feature maps or filters; stays as it is
	 * @return RGB, not shown
	 */
	static ImagePlus of(ImagePlus stack) {
		int count = Math.min(MOST, stack.getNChannels() > 1 ? stack.getNChannels() : stack.getStackSize());
		int columns = (int) Math.ceil(Math.sqrt(count)), rows = (count + columns - 1) / columns;
		int factor = Math.max(1, WIDTH / (columns * stack.getWidth()));
		ImageStack tiles = new ImageStack(factor * stack.getWidth(), factor * stack.getHeight());
		for (int tile = 1; tile <= count; tile++) {
			ImageProcessor map = stack.getStack().getProcessor(tile);
			if (stack.getBitDepth() != 24) {
				map.setLut(stack.getProcessor().getLut());
				map.setMinAndMax(stack.getDisplayRangeMin(), stack.getDisplayRangeMax());
			}
			map.setInterpolationMethod(ImageProcessor.NONE);
			tiles.addSlice(map.convertToRGB().resize(tiles.getWidth(), tiles.getHeight()));
		}
		ImagePlus montage = new MontageMaker().makeMontage2(new ImagePlus("", tiles), columns, rows, 1, 1, count, 1, 1 + factor / 8, false);
		montage.setTitle(ImageFile.nameOf(stack) + " montage");
		return montage;
	}
}
