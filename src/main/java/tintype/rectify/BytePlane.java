package tintype.rectify;

/** Grey values 0..255. */
final class BytePlane extends Plane {

	private final byte[] pixels;

	BytePlane(byte[] pixels, int width, int height) {
		super(width, height);
		this.pixels = pixels;
	}

	@Override
	byte[] pixels() {
		return pixels;
	}

	@Override
	BytePlane blank(int width, int height) {
		return new BytePlane(new byte[width * height], width, height);
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	double[] unpacked(double value) {
		return new double[] { rounded(value) & 0xff };
	}

	@Override
	public double value(int channel, int index) {
		return pixels[index] & 0xff;
	}

	@Override
	public void patch(int x, int y, int side, double[] into) {
		for (int row = 0, i = 0; row < side; row++) {
			int start = (y + row) * width() + x;
			for (int column = 0; column < side; column++)
				into[i++] = pixels[start + column] & 0xff;
		}
	}

	@Override
	void pick(int at, int count, Plane source, int[] from, double fill) {
		byte[] others = ((BytePlane) source).pixels;
		byte beyond = rounded(fill);
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
		byte[] others = ((BytePlane) source).pixels;
		int below = source.width();
		return (x, y, count, at) -> {
			for (int k = 0; k < count; k++) {
				int column = (int) x[k], row = (int) y[k], i = row * below + column;
				double fx = x[k] - column, fy = y[k] - row;
				int a = others[i] & 0xff, b = others[i + 1] & 0xff, c = others[i + below] & 0xff, d = others[i + below + 1] & 0xff;
				double top = a + fx * (b - a), bottom = c + fx * (d - c);
				pixels[at + k] = (byte) (top + fy * (bottom - top) + 0.5);
			}
		};
	}

	/** The nearest value, halves upwards. */
	private static byte rounded(double value) {
		return (byte) (Math.max(0, Math.min(255, value)) + 0.5);
	}
}
