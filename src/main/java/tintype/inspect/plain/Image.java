package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;

/**
 * A batch of images; sequences are images of width 1.
 *
 * @param values [image, y, x, channel], channels fastest; not copied
 */
record Image(int batch, int height, int width, int channels, double[] values) {

	/** Place of the first channel of a pixel. */
	int index(int image, int y, int x) {
		return ((image * height + y) * width + x) * channels;
	}

	/** The same values. @param rank 1 for sequences, 2 for images */
	DoubleTensor tensor(int rank) {
		return new DoubleTensor(rank == 1 ? new int[] { batch, height, channels } : new int[] { batch, height, width, channels }, values);
	}
}
