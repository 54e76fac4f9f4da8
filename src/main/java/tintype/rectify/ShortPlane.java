package tintype.rectify;

/** Grey values 0..65535. */
final class ShortPlane extends Plane {

	private final short[] pixels;

	ShortPlane(short[] pixels, int width, int height) {
		super(width, height);
		this.pixels = pixels;
	}

	@Override
	short[] pixels() {
		return pixels;
	}

	@Override
	ShortPlane blank(int width, int height) {
		return new ShortPlane(new short[width * height], width, height);
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	double[] unpacked(double value) {
		return new double[] { rounded(value) & 0xffff };
	}

	@Override
	public double value(int channel, int index) {
		return pixels[index] & 0xffff;
	}

	@Override
	public void patch(int x, int y, int side, double[] into) {
		for (int row = 0, i = 0; row < side; row++) {
			int start = (y + row) * width() + x;
			for (int column = 0; column < side; column++)
				into[i++] = pixels[start + column] & 0xffff;
		}
	}

	@Override
	void pick(int at, int count, Plane source, int[] from, double fill) {
		short[] others = ((ShortPlane) source).pixels;
		short beyond = rounded(fill);
		for (int k = 0; k < count; k++)
			pixels[at + k] = from[k] < 0 ? beyond : others[from[k]];
	}

	@Override
	void set(int at, int count, double[] values, double divisor) {
		for (int k = 0; k < count; k++)
			pixels[at + k] = rounded(values[k] / divisor);
	}

	@Override
	BilinearRow bilinear(Plane source) {
		short[] others = ((ShortPlane) source).pixels;
		int below = source.width();
		return (x, y, count, at) -> {
			for (int k = 0; k < count; k++) {
				int column = (int) x[k], row = (int) y[k], i = row * below + column;
				double fx = x[k] - column, fy = y[k] - row;
				int a = others[i] & 0xffff, b = others[i + 1] & 0xffff, c = others[i + below] & 0xffff, d = others[i + below + 1] & 0xffff;
				double top = a + fx * (b - a), bottom = c + fx * (d - c);
				pixels[at + k] = (short) (top + fy * (bottom - top) + 0.5);
			}
		};
	}

	/** The nearest value, halves upwards. */
	private static short rounded(double value) {
		return (short) (Math.max(0, Math.min(65535, value)) + 0.5);
	}
}
