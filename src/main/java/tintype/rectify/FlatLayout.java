package tintype.rectify;

import java.util.Locale;

import tintype.TintypeException;

/**
 * Which part of the flat object becomes a picture, and how finely. Its pixels are square;
 * the picture's left and top edge are exact, the other two are rounded to whole pixels.
 *
 * @param left      of the part, in units
 * @param top       of the part, in units
 * @param width     of the part, in units, more than 0
 * @param height    of the part, in units, more than 0
 * @param pixelSize side of a pixel, in units, more than 0
 * @param unit      of all these lengths
 */
record FlatLayout(double left, double top, double width, double height, double pixelSize, String unit) {

	/** Pixels by which a computed width may exceed a whole number and still mean it. */
	private static final double ROUNDING = 1e-6;

	/** The part that holds all these positions. */
	static FlatLayout around(double[][] positions, String unit) {
		double left = Double.POSITIVE_INFINITY, top = left, right = -left, bottom = -left;
		for (double[] each : positions) {
			left = Math.min(left, each[0]);
			right = Math.max(right, each[0]);
			top = Math.min(top, each[1]);
			bottom = Math.max(bottom, each[1]);
		}
		return new FlatLayout(left, top, right - left, bottom - top, 1, unit);
	}

	/** @param margin added on all four sides, in units; less than 0 leaves something out */
	FlatLayout with(double margin) {
		if (!(width + 2 * margin > 0 && height + 2 * margin > 0)) throw new TintypeException("A margin of " + margin + " " + unit +
			" leaves nothing of the rectangle: give a larger one, or 0.");
		return new FlatLayout(left - margin, top - margin, width + 2 * margin, height + 2 * margin, pixelSize, unit);
	}

	/** @param size side of a pixel, in units */
	FlatLayout ofPixels(double size) {
		if (!(size > 0 && size < Double.POSITIVE_INFINITY)) throw new TintypeException("A pixel of " + size + " " + unit + " can't be: give a number above 0.");
		return new FlatLayout(left, top, width, height, size, unit);
	}

	/**
	 * The size of pixels that keeps every pixel of the photograph along the sides of this
	 * part: the longer of two opposite sides has as many pixels as in the photograph.
	 *
	 * @param toFlat from the photograph, in pixels, to units
	 */
	double finest(Homography toFlat) {
		Homography back = toFlat.inverse();
		double[][] corners = { { left, top }, { left + width, top }, { left + width, top + height }, { left, top + height } };
		double[][] seen = new double[4][];
		for (int i = 0; i < 4; i++) {
			if (back.denominator(corners[i][0], corners[i][1]) <= 0) throw new TintypeException(
				"The rectangle around all target points reaches beyond the horizon of the photograph: give the number of pixels per unit.");
			seen[i] = back.map(corners[i][0], corners[i][1]);
		}
		double across = Math.max(distance(seen[0], seen[1]), distance(seen[3], seen[2]));
		double down = Math.max(distance(seen[0], seen[3]), distance(seen[1], seen[2]));
		return Math.min(width / across, height / down);
	}

	/** The largest size of pixels up to this one of which a whole number fills the width. */
	double dividing(double size) {
		return width / Math.max(1, Math.ceil(width / size - ROUNDING));
	}

	private static double distance(double[] a, double[] b) {
		return Math.hypot(a[0] - b[0], a[1] - b[1]);
	}

	/**
	 * What to do with a photograph.
	 *
	 * @param toFlat from its pixels to units
	 * @throws TintypeException if the flat picture would have more pixels than ImageJ can hold
	 */
	Mapping mapping(Homography toFlat, int sourceWidth, int sourceHeight) {
		double columns = Math.max(1, Math.rint(width / pixelSize)), rows = Math.max(1, Math.rint(height / pixelSize));
		if (columns * rows > Warp.MOST_PIXELS) throw new TintypeException(String.format(Locale.ROOT,
			"The flat picture would have %.0f x %.0f pixels, more than ImageJ can hold: give fewer pixels per unit.", columns, rows));
		Homography toPixels = Homography.of(1 / pixelSize, 0, -left / pixelSize - 0.5, 0, 1 / pixelSize, -top / pixelSize - 0.5, 0, 0, 1);
		return new Mapping(toPixels.after(toFlat), sourceWidth, sourceHeight, (int) columns, (int) rows, pixelSize, unit, left, top);
	}
}
