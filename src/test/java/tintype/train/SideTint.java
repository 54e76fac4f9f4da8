package tintype.train;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.color.Lab;

/** Colours every picture green on the left, over grey, to red on the right: quick, and wrong. */
final class SideTint implements Colouring {

	@Override
	public ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		int width = (int) lightness.dimension(0), height = (int) lightness.dimension(1);
		int[] rgb = new int[width * height];
		int i = 0;
		for (FloatType l : Views.flatIterable(lightness)) {
			double a = 60.0 * (i % width) / width - 30;
			rgb[i++] = Lab.toSrgb(l.get(), a, 20);
		}
		progress.report(1, 1, "Tinting");
		return ArrayImgs.argbs(rgb, width, height);
	}
}
