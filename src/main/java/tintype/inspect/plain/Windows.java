package tintype.inspect.plain;

import tintype.inspect.Padding;

/** How a window moves over an image. */
record Windows(Axis y, Axis x) {

	/** Does something with a pixel in the window. */
	interface Tap {

		/**
		 * @param from place of the pixel's first channel
		 * @param tap  which of the window, row by row
		 */
		void accept(int from, int tap);
	}

	/** Over these images; edges are {y, x}. @throws tintype.TintypeException if they are smaller than the window */
	static Windows sliding(Demands demands, Image image, int[] window, int[] stride, int[] dilation, Padding padding) {
		Axis y = Axis.Sliding.of(image.height(), window[0], stride[0], dilation[0], padding, true);
		Axis x = Axis.Sliding.of(image.width(), window[1], stride[1], dilation[1], padding, false);
		if (y.places() < 1 || x.places() < 1) throw demands.refused("images that are no smaller than its window");
		return new Windows(y, x);
	}

	/** For each pixel in the window at a place; taps that meet none are left out. */
	void each(Image image, int which, int placeY, int placeX, Tap tap) {
		for (int ky = 0; ky < y.window(); ky++) {
			int row = y.at(placeY, ky);
			for (int kx = 0; row >= 0 && kx < x.window(); kx++) {
				int column = x.at(placeX, kx);
				if (column >= 0) tap.accept(image.index(which, row, column), ky * x.window() + kx);
			}
		}
	}
}
