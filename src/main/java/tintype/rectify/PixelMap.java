package tintype.rectify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the pixels of a target lie in its source, in double precision.
 * <p>
 * A homography that was solved or scaled carries rounding errors of about 1e-16 of its
 * numbers: a shift by 5 pixels becomes one by 5.000000000000001, which would blur. So
 * what is within {@link #SLACK} of an affine map with round numbers over the whole
 * target is taken for that.
 */
final class PixelMap {

	/** Pixels of the source: less than any place is known to, more than rounding does. */
	private static final double SLACK = 1e-8;

	/** Numbers are round if they are multiples of its reciprocal. */
	private static final double ROUND = 1024;

	private final double[] h;

	/** What a denominator must exceed: on the horizon rounding leaves almost 0. */
	private final double horizon;

	private PixelMap(double[] h, int width, int height) {
		this.h = h;
		horizon = 4 * Math.ulp(Math.abs(h[6]) * width + Math.abs(h[7]) * height + Math.abs(h[8]));
	}

	/**
	 * @param toSource from the target to the source
	 * @param width    of the target, in pixels, at least 1
	 * @param height   likewise
	 */
	static PixelMap of(Homography toSource, int width, int height) {
		PixelMap exact = new PixelMap(toSource.matrix(), width, height), affine = exact.affine(width, height);
		double[] i = { 0, width - 1, 0, width - 1 }, j = { 0, 0, height - 1, height - 1 };
		double[] x = new double[4], y = x.clone(), affineX = x.clone(), affineY = x.clone();
		exact.locate(i, j, 4, x, y);
		affine.locate(i, j, 4, affineX, affineY);
		boolean same = IntStream.range(0, 4).allMatch(k -> Math.abs(x[k] - affineX[k]) <= SLACK && Math.abs(y[k] - affineY[k]) <= SLACK);
		return same ? affine : exact;
	}

	/** The affine part with numbers made round where the target shows no difference. */
	private PixelMap affine(int width, int height) {
		double[] affine = new double[9];
		for (int k = 0; k < 6; k++) {
			double number = h[k] / h[8], round = Math.rint(number * ROUND) / ROUND;
			int extent = k % 3 == 0 ? width : k % 3 == 1 ? height : 1;
			affine[k] = Math.abs(number - round) * extent <= SLACK ? round : number;
		}
		affine[8] = 1;
		return new PixelMap(affine, width, height);
	}

	/** Whether every pixel of the target lies on the centre of one in the source, or would if that went on. */
	boolean whole() {
		return h[6] == 0 && h[7] == 0 && h[8] == 1 && Arrays.stream(h).allMatch(number -> number == Math.rint(number));
	}

	/**
	 * @param i     columns of the target, not necessarily whole
	 * @param j     rows likewise
	 * @param count of places
	 * @param x     overwritten with columns of the source; NaN at or beyond the horizon
	 * @param y     overwritten with rows likewise
	 */
	void locate(double[] i, double[] j, int count, double[] x, double[] y) {
		for (int k = 0; k < count; k++) {
			double w = denominator(i[k], j[k]);
			x[k] = seen(w) ? (h[0] * i[k] + h[1] * j[k] + h[2]) / w : Double.NaN;
			y[k] = seen(w) ? (h[3] * i[k] + h[4] * j[k] + h[5]) / w : Double.NaN;
		}
	}

	/**
	 * The same for neighbours in a row that are all in front of the horizon.
	 *
	 * @param steps 0, 1, 2 and so on
	 */
	void locate(int i, int j, double[] steps, int count, double[] x, double[] y) {
		double x0 = numeratorX(i, j), y0 = numeratorY(i, j), w0 = denominator(i, j), dx = h[0], dy = h[3], dw = h[6];
		for (int k = 0; k < count; k++) {
			double reciprocal = 1 / (w0 + dw * steps[k]);
			x[k] = (x0 + dx * steps[k]) * reciprocal;
			y[k] = (y0 + dy * steps[k]) * reciprocal;
		}
	}

	double numeratorX(double i, double j) {
		return h[0] * i + h[1] * j + h[2];
	}

	double numeratorY(double i, double j) {
		return h[3] * i + h[4] * j + h[5];
	}

	/** Positive in front of the horizon. */
	double denominator(double i, double j) {
		return h[6] * i + h[7] * j + h[8];
	}

	/** Whether a place with this denominator is in front of the horizon. */
	boolean seen(double denominator) {
		return denominator > horizon;
	}

	/**
	 * How many pixels of the source one step to the next column of the target spans,
	 * times the squared {@link #denominator}, which makes it the same all along a row.
	 */
	double strideAcross(double j) {
		return Math.hypot(h[0] * (h[7] * j + h[8]) - h[6] * (h[1] * j + h[2]), h[3] * (h[7] * j + h[8]) - h[6] * (h[4] * j + h[5]));
	}

	/** The same for one step to the next row, which is the same all along a column. */
	double strideDown(double i) {
		return Math.hypot(h[1] * (h[6] * i + h[8]) - h[7] * (h[0] * i + h[2]), h[4] * (h[6] * i + h[8]) - h[7] * (h[3] * i + h[5]));
	}
}
