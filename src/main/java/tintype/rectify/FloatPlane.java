package tintype.rectify;

/** Values of 32 bits, any. */
final class FloatPlane extends Plane {

	private final float[] pixels;

	FloatPlane(float[] pixels, int width, int height) {
		super(width, height);
		this.pixels = pixels;
	}

	@Override
	float[] pixels() {
		return pixels;
	}

	@Override
	FloatPlane blank(int width, int height) {
		return new FloatPlane(new float[width * height], width, height);
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	public double value(int channel, int index) {
		return pixels[index];
	}

	@Override
	public void patch(int x, int y, int side, double[] into) {
		for (int row = 0, i = 0; row < side; row++) {
			int start = (y + row) * width() + x;
			for (int column = 0; column < side; column++)
				into[i++] = pixels[start + column];
		}
	}

	@Override
	void pick(int at, int count, Plane source, int[] from, double fill) {
		float[] others = ((FloatPlane) source).pixels;
		float beyond = (float) fill;
		for (int k = 0; k < count; k++)
			pixels[at + k] = from[k] < 0 ? beyond : others[from[k]];
	}

	@Override
	void set(int at, int count, double[] values, double divisor) {
		for (int k = 0; k < count; k++)
			pixels[at + k] = (float) (values[k] / divisor);
	}

	@Override
	BilinearRow bilinear(Plane source) {
		float[] others = ((FloatPlane) source).pixels;
		int below = source.width();
		return (x, y, count, at) -> {
			for (int k = 0; k < count; k++) {
				int column = (int) x[k], row = (int) y[k], i = row * below + column;
				double fx = x[k] - column, fy = y[k] - row;
				double a = others[i], b = others[i + 1], c = others[i + below], d = others[i + below + 1];
				double top = a + fx * (b - a), bottom = c + fx * (d - c), value = top + fy * (bottom - top);
				pixels[at + k] = (float) (value - value == 0 ? value : weighted(a, b, c, d, fx, fy));
			}
		};
	}

	/** For NaN and infinite values, which must not count where their weight is 0. */
	private static double weighted(double a, double b, double c, double d, double fx, double fy) {
		double top = fx == 0 ? a : (1 - fx) * a + fx * b, bottom = fx == 0 ? c : (1 - fx) * c + fx * d;
		return fy == 0 ? top : (1 - fy) * top + fy * bottom;
	}
}
