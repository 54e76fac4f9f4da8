package tintype.rectify;

/** The homography of four pairs by elimination in exact fractions, and its exact images: slow, but never wrong by rounding. */
final class ExactHomography {

	private final Fraction[] h = new Fraction[9];

	ExactHomography(double[][] source, double[][] target) {
		Fraction[][] rows = new Fraction[8][];
		for (int i = 0; i < 4; i++) {
			Fraction x = Fraction.of(source[i][0]), y = Fraction.of(source[i][1]), u = Fraction.of(target[i][0]), v = Fraction.of(target[i][1]);
			Fraction o = Fraction.ZERO, e = Fraction.ONE;
			rows[2 * i] = new Fraction[] { x, y, e, o, o, o, o.minus(u.times(x)), o.minus(u.times(y)), o.minus(u) };
			rows[2 * i + 1] = new Fraction[] { o, o, o, x, y, e, o.minus(v.times(x)), o.minus(v.times(y)), o.minus(v) };
		}
		solve(rows);
	}

	/** Gauss-Jordan with whichever column each row has left; the column that stays free is set to 1. */
	private void solve(Fraction[][] rows) {
		int[] column = new int[8];
		boolean[] settled = new boolean[9];
		for (int row = 0; row < 8; row++) {
			int pivot = 0;
			while (settled[pivot] || rows[row][pivot].isZero())
				pivot++;
			column[row] = pivot;
			settled[pivot] = true;
			for (int other = 0; other < 8; other++) {
				if (other == row || rows[other][pivot].isZero()) continue;
				Fraction factor = rows[other][pivot].over(rows[row][pivot]);
				for (int k = 0; k < 9; k++)
					rows[other][k] = rows[other][k].minus(factor.times(rows[row][k]));
			}
		}
		int free = 0;
		while (settled[free])
			free++;
		h[free] = Fraction.ONE;
		for (int row = 0; row < 8; row++)
			h[column[row]] = Fraction.ZERO.minus(rows[row][free]).over(rows[row][column[row]]);
	}

	/** The image of (x, y), rounded once. */
	double[] map(double x, double y) {
		Fraction w = sum(6, x, y);
		return new double[] { sum(0, x, y).over(w).value(), sum(3, x, y).over(w).value() };
	}

	private Fraction sum(int row, double x, double y) {
		return h[row].times(Fraction.of(x)).plus(h[row + 1].times(Fraction.of(y))).plus(h[row + 2]);
	}

	/** True if h33 is 0, so that the source's origin lies on the horizon. */
	boolean originIsOnHorizon() {
		return h[8].isZero();
	}
}
