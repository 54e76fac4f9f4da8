package tintype.train;

import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.Lab;

/** A way to colour a picture, such as a model at a temperature. */
@FunctionalInterface
public interface Colouring {

	/**
	 * @param lightness L, 0 to 100, [x, y]; only read
	 * @return sRGB of the same size, a new image
	 * @throws CancellationException when the caller cancels
	 */
	ArrayImg<ARGBType, IntArray> rgb(RandomAccessibleInterval<FloatType> lightness, Progress progress);

	/** Colours a picture from its lightness. */
	default Photo of(Photo photo, Progress progress) {
		float[] lightness = new float[photo.rgb().length];
		for (int i = 0; i < lightness.length; i++) {
			if (i % photo.width() == 0 && progress.canceled()) throw new CancellationException("Canceled");
			lightness[i] = (float) Lab.lightness(photo.rgb()[i]);
		}
		int[] rgb = rgb(ArrayImgs.floats(lightness, photo.width(), photo.height()), progress).update(null).getCurrentStorageArray();
		return new Photo(photo.width(), photo.height(), rgb);
	}

	/** Gives every pixel the same a and b: what a model that learned nothing but the mean would do. */
	static Photo constant(Photo photo, double a, double b, Progress progress) {
		int[] rgb = new int[photo.rgb().length];
		for (int i = 0; i < rgb.length; i++) {
			if (i % photo.width() == 0 && progress.canceled()) throw new CancellationException("Canceled");
			rgb[i] = Lab.toSrgb(Lab.lightness(photo.rgb()[i]), a, b);
		}
		return new Photo(photo.width(), photo.height(), rgb);
	}

	/** The picture in true greys (R = G = B) of, up to rounding, the same lightness. */
	static Photo grey(Photo photo, Progress progress) {
		int[] grey = new int[photo.rgb().length];
		for (int i = 0; i < grey.length; i++) {
			if (i % photo.width() == 0 && progress.canceled()) throw new CancellationException("Canceled");
			grey[i] = 0x010101 * (Lab.toSrgb(Lab.lightness(photo.rgb()[i]), 0, 0) >> 16 & 255);
		}
		return new Photo(photo.width(), photo.height(), grey);
	}
}
