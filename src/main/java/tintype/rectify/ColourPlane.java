package tintype.rectify;

/** Red, green and blue of 0..255 packed as 0xRRGGBB, each interpolated on its own. */
final class ColourPlane extends Plane {

	/** As ImageJ writes colours. */
	private static final int OPAQUE = 0xff000000;

	private final int[] pixels;

	ColourPlane(int[] pixels, int width, int height) {
		super(width, height);
		this.pixels = pixels;
	}

	@Override
	int[] pixels() {
		return pixels;
	}

	@Override
	ColourPlane blank(int width, int height) {
		return new ColourPlane(new int[width * height], width, height);
	}

	@Override
	public int channels() {
		return 3;
	}

	@Override
	double[] unpacked(double value) {
		int colour = (int) value;
		return new double[] { colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff };
	}

	@Override
	public double value(int channel, int index) {
		return pixels[index] >> 16 - 8 * channel & 0xff;
	}

	@Override
	public void patch(int x, int y, int side, double[] into) {
		int channel = side * side;
		for (int row = 0, i = 0; row < side; row++) {
			int start = (y + row) * width() + x;
			for (int column = 0; column < side; column++, i++) {
				int colour = pixels[start + column];
				into[i] = colour >> 16 & 0xff;
				into[i + channel] = colour >> 8 & 0xff;
				into[i + 2 * channel] = colour & 0xff;
			}
		}
	}

	@Override
	void pick(int at, int count, Plane source, int[] from, double fill) {
		int[] others = ((ColourPlane) source).pixels;
		int beyond = OPAQUE | (int) fill;
		for (int k = 0; k < count; k++)
			pixels[at + k] = from[k] < 0 ? beyond : others[from[k]];
	}

	@Override
	void set(int at, int count, double[] values, double divisor) {
		int channel = values.length / 3;
		for (int k = 0; k < count; k++)
			pixels[at + k] = OPAQUE | rounded(values[k] / divisor) << 16 //
				| rounded(values[channel + k] / divisor) << 8 | rounded(values[2 * channel + k] / divisor);
	}

	/** The nearest value, halves upwards. */
	private static int rounded(double value) {
		return (int) (Math.max(0, Math.min(255, value)) + 0.5);
	}

	@Override
	BilinearRow bilinear(Plane source) {
		boolean reached = Math.max(source.width(), source.height()) <= ColourBilinear.REACH;
		return reached ? new ColourBilinear(((ColourPlane) source).pixels, source.width(), pixels) : null;
	}
}
