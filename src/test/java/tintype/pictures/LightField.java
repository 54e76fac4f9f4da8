package tintype.pictures;

/** A raster of linear light, painted over and over; row 0 on top. */
final class LightField {

	final int width;
	final int height;
	private final float[] values;

	LightField(final int width, final int height) {
		this.width = width;
		this.height = height;
		values = new float[3 * width * height];
	}

	Rgb get(final int x, final int y) {
		final int i = 3 * (y * width + x);
		return new Rgb(values[i], values[i + 1], values[i + 2]);
	}

	/** The bilinear value at a position in pixels, pixel centres at whole numbers; edges repeat. */
	Rgb get(final double x, final double y) {
		final double cx = Math.min(width - 1.001, Math.max(0, x)), cy = Math.min(height - 1.001, Math.max(0, y));
		final int i = (int) cx, j = (int) cy;
		return get(i, j).mix(get(i + 1, j), cx - i).mix(get(i, j + 1).mix(get(i + 1, j + 1), cx - i), cy - j);
	}

	/** Sets a pixel; outside the raster nothing happens. */
	void set(final int x, final int y, final Rgb c) {
		blend(x, y, c, 1);
	}

	/** Covers a pixel to the part {@code alpha}; outside the raster nothing happens. */
	void blend(final int x, final int y, final Rgb c, final double alpha) {
		if (x < 0 || y < 0 || x >= width || y >= height)
			return;
		final int i = 3 * (y * width + x);
		values[i] += (float) (alpha * (c.r() - values[i]));
		values[i + 1] += (float) (alpha * (c.g() - values[i + 1]));
		values[i + 2] += (float) (alpha * (c.b() - values[i + 2]));
	}

	/** Paints an upright ellipse with an edge one pixel soft; at least one pixel's area. */
	void dab(final double x, final double y, final double rx, final double ry, final Rgb c, final double alpha) {
		final double ax = Math.max(0.6, rx), ay = Math.max(0.6, ry), soft = Math.min(ax, ay);
		for (int j = (int) Math.floor(y - ay); j <= y + ay; j++)
			for (int i = (int) Math.floor(x - ax); i <= x + ax; i++) {
				final double dx = (i + 0.5 - x) / ax, dy = (j + 0.5 - y) / ay;
				final double edge = (1 - Math.sqrt(dx * dx + dy * dy)) * soft + 0.5;
				if (edge > 0)
					blend(i, j, c, alpha * Math.min(1, edge));
			}
	}

	/** Takes over every value of a raster of the same size. */
	void copy(final LightField other) {
		System.arraycopy(other.values, 0, values, 0, values.length);
	}

	/** Every {@code n} x {@code n} block averaged. */
	LightField shrink(final int n) {
		final LightField small = new LightField(width / n, height / n);
		for (int y = 0; y < small.height; y++)
			for (int x = 0; x < small.width; x++) {
				Rgb sum = Rgb.BLACK;
				for (int k = 0; k < n * n; k++)
					sum = sum.plus(get(x * n + k % n, y * n + k / n));
				small.set(x, y, sum.times(1.0 / (n * n)));
			}
		return small;
	}
}
