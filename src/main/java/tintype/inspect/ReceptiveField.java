package tintype.inspect;

import java.util.List;

/**
 * The pixels of the input that one place of a layer depends on, a rectangle, and how
 * the layer's places lie over the input. In pixels of the input, whose centres are at
 * whole numbers; padding counts as if it were pixels.
 *
 * @param sizeX   width of the field; infinite if it is the whole image
 * @param sizeY   height of it
 * @param strideX from one place to the next
 * @param strideY downwards
 * @param firstX  centre of the first place's field
 * @param firstY  downwards
 */
public record ReceptiveField(double sizeX, double sizeY, double strideX, double strideY, double firstX, double firstY) {

	/** Of the input itself. */
	static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1, 0, 0);

	/** Of what has no places any more: the whole image. */
	static final ReceptiveField NOWHERE = new ReceptiveField(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** Of numbers in a row, each with a field of its own. */
	static final ReceptiveField SCATTERED = new ReceptiveField(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** Whether the layer's places lie somewhere over the input; otherwise it is a vector. */
	public boolean isPlaced() {
		return !Double.isNaN(strideX);
	}

	/** Whether it is all of the image. */
	public boolean isWhole() {
		return Double.isInfinite(sizeX) || Double.isInfinite(sizeY);
	}

	/** In words: size, stride and first centre, y before x where they differ; "-" for numbers in a row with a field each. */
	public String text() {
		if (!isPlaced()) return isWhole() ? "whole image" : "-";
		String places = "stride " + pair(strideY, strideX) + ", first " + pair(firstY, firstX);
		return (isWhole() ? "whole image" : pair(sizeY, sizeX)) + ", " + places;
	}

	private static String pair(double y, double x) {
		return y == x ? number(x) : number(y) + " x " + number(x);
	}

	private static String number(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(Math.rint(value * 1000) / 1000);
	}

	/** The same places, each depending on all of the image. */
	ReceptiveField whole() {
		return new ReceptiveField(NOWHERE.sizeX, NOWHERE.sizeY, strideX, strideY, firstX, firstY);
	}

	/** After a window along y and one along x has been moved over the layer. */
	ReceptiveField slid(Window y, Window x, int height, int width) {
		return new ReceptiveField(sizeX + (x.size() - 1) * strideX, sizeY + (y.size() - 1) * strideY, strideX * x.stride(), strideY * y.stride(), //
			firstX + ((x.size() - 1) / 2.0 - x.start(width)) * strideX, firstY + ((y.size() - 1) / 2.0 - y.start(height)) * strideY);
	}

	/** After a transposed convolution: places between places, each with its nearest of them. */
	ReceptiveField transposed(Window y, Window x) {
		return between(y.stride(), x.stride(), Math.ceil((double) y.size() / y.stride()) - 1, Math.ceil((double) x.size() / x.stride()) - 1, //
			cut(y) - (y.size() - 1) / 2.0, cut(x) - (x.size() - 1) / 2.0);
	}

	/** Rows that are cut off at the start of what a transposed window makes. */
	private static double cut(Window window) {
		return window.before() >= 0 ? window.before() : Math.max(0, window.size() - window.stride()) / 2;
	}

	/** In pixels of the picture that was scaled to be the input. @param x its width as a multiple of the input's */
	public ReceptiveField enlarged(double x, double y) {
		return new ReceptiveField(sizeX * x, sizeY * y, strideX * x, strideY * y, (firstX + 0.5) * x - 0.5, (firstY + 0.5) * y - 0.5);
	}

	/** After every place has been repeated, or interpolated, this many times. */
	ReceptiveField upsampled(int factorY, int factorX, boolean bilinear) {
		double y = bilinear ? 1 : (factorY - 1.0) / factorY, x = bilinear ? 1 : (factorX - 1.0) / factorX;
		return between(factorY, factorX, y, x, (1 - factorY) / 2.0, (1 - factorX) / 2.0);
	}

	/** @param moreY extent of the field in places; startY position of the first new place in steps of the new ones */
	private ReceptiveField between(int factorY, int factorX, double moreY, double moreX, double startY, double startX) {
		return new ReceptiveField(sizeX + moreX * strideX, sizeY + moreY * strideY, strideX / factorX, strideY / factorY, //
			firstX + startX * strideX / factorX, firstY + startY * strideY / factorY);
	}

	/** After rows and columns were added at the top and left, or taken away where less than 0. */
	ReceptiveField moved(int top, int left) {
		return new ReceptiveField(sizeX, sizeY, strideX, strideY, firstX - left * strideX, firstY - top * strideY);
	}

	/** What depends on several: the smallest rectangle around their fields, if their places are the same. */
	static ReceptiveField union(List<ReceptiveField> fields) {
		ReceptiveField union = fields.get(0);
		for (ReceptiveField field : fields.subList(1, fields.size()))
			union = union.and(field);
		return union;
	}

	/** One place for all of the image, such as a mean, is added to each place of the others. */
	private ReceptiveField and(ReceptiveField other) {
		if (!isPlaced()) return other.isPlaced() ? other.whole() : isWhole() ? this : other;
		if (!other.isPlaced()) return whole();
		if (strideX != other.strideX || strideY != other.strideY) return NOWHERE;
		if (isWhole() || other.isWhole()) return (isWhole() ? other : this).whole();
		double left = Math.min(firstX - sizeX / 2, other.firstX - other.sizeX / 2), right = Math.max(firstX + sizeX / 2, other.firstX + other.sizeX / 2);
		double top = Math.min(firstY - sizeY / 2, other.firstY - other.sizeY / 2), bottom = Math.max(firstY + sizeY / 2, other.firstY + other.sizeY / 2);
		return new ReceptiveField(right - left, bottom - top, strideX, strideY, (left + right) / 2, (top + bottom) / 2);
	}
}
