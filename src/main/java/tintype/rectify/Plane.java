package tintype.rectify;

/**
 * One picture in an array of primitive values, row by row, as ImageJ keeps it: what a
 * warp reads and what it writes are of the same kind.
 */
abstract class Plane implements Taps {

	private final int width;

	private final int height;

	Plane(int width, int height) {
		this.width = width;
		this.height = height;
	}

	/**
	 * @param pixels byte[] (0..255), short[] (0..65535), float[], double[] or int[] (RGB); not copied
	 * @throws IllegalArgumentException if they are anything else or not {@code width} x {@code height}
	 */
	static Plane of(Object pixels, int width, int height) {
		Plane plane = pixels instanceof byte[] bytes ? new BytePlane(bytes, width, height) //
			: pixels instanceof short[] shorts ? new ShortPlane(shorts, width, height) //
			: pixels instanceof float[] floats ? new FloatPlane(floats, width, height) //
			: pixels instanceof double[] doubles ? new DoublePlane(doubles, width, height) //
			: pixels instanceof int[] colours ? new ColourPlane(colours, width, height) : null;
		if (plane == null) throw new IllegalArgumentException("Pixels are byte[], short[], float[], double[] or int[].");
		int length = java.lang.reflect.Array.getLength(pixels);
		if (width < 1 || height < 1 || (long) width * height != length)
			throw new IllegalArgumentException("These " + length + " pixels are not " + width + " x " + height + ".");
		return plane;
	}

	@Override
	public final int width() {
		return width;
	}

	@Override
	public final int height() {
		return height;
	}

	/** The array; not a copy. */
	abstract Object pixels();

	/** A new picture of the same kind. */
	abstract Plane blank(int width, int height);

	/** The values, as these pixels can hold them, of one that is given as a number, for RGB packed. */
	double[] unpacked(double value) {
		return new double[] { value };
	}

	/**
	 * Copies pixels of another picture as they are.
	 *
	 * @param at     index of the first that is set here
	 * @param source of the same kind
	 * @param from   indices in the source, or {@link Extension#NONE} for {@code fill}
	 */
	abstract void pick(int at, int count, Plane source, int[] from, double fill);

	/**
	 * Sets pixels in a row: integers are rounded, halves upwards, and clamped.
	 *
	 * @param at      index of the first
	 * @param values  [channel, pixel]; not changed
	 * @param divisor of all values
	 */
	abstract void set(int at, int count, double[] values, double divisor);

	/** What fills rows of this picture from {@code source}, of the same kind, fast; null if there is none. */
	BilinearRow bilinear(Plane source) {
		return null;
	}
}
