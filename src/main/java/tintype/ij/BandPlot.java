package tintype.ij;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

import ij.gui.Plot;

/**
 * Curves with bands around them that may cross: a band is hatched, each with lines of
 * its own between those of the others, so that none hides another.
 */
final class BandPlot {

	/** Lines of one band's hatching, and dashes of a curve, from left to right. */
	private static final int HATCHES = 60, DASHES = 40;

	/** Points of a dash and of the gap behind it. */
	private static final int INK = 5, GAP = 4;

	/** Of a hatching, towards white. */
	private static final double PALE = 0.6;

	private BandPlot() {}

	/**
	 * @param label  for the legend, one line
	 * @param dashed whether the line has gaps
	 * @param x      positions, ascending, at least one
	 * @param y      the curve
	 * @param low    lower edge of the band
	 * @param high   upper edge of it; where it equals the lower one there is no band
	 */
	record Banded(String label, Color colour, boolean dashed, double[] x, double[] y, double[] low, double[] high) {

		private boolean isWide() {
			return x.length > 1 && !Arrays.equals(low, high);
		}
	}

	/** @return a plot that is not shown; the legend names the curves in their order */
	static Plot of(String title, String x, String y, List<Banded> curves) {
		Plot plot = Plots.empty(title, x, y);
		List<Banded> wide = curves.stream().filter(Banded::isWide).toList();
		for (int i = 0; i < wide.size(); i++)
			hatch(plot, wide.get(i), (i + 0.5) / wide.size());
		for (int i = curves.size() - 1; i >= 0; i--)
			line(plot, curves.get(i));
		Plots.finish(plot);
		return plot;
	}

	/** @param shift of the lines, as a share of their distance */
	private static void hatch(Plot plot, Banded curve, double shift) {
		double first = curve.x()[0], step = (curve.x()[curve.x().length - 1] - first) / HATCHES;
		double[] x = new double[3 * HATCHES], y = new double[3 * HATCHES];
		for (int i = 0; i < HATCHES; i++) {
			double at = first + (i + shift) * step;
			x[3 * i] = x[3 * i + 1] = at;
			x[3 * i + 2] = y[3 * i + 2] = Double.NaN;
			y[3 * i] = between(curve.x(), curve.low(), at);
			y[3 * i + 1] = between(curve.x(), curve.high(), at);
		}
		plot.setLineWidth(1);
		plot.setColor(pale(curve.colour()));
		plot.add("line", x, y);
	}

	private static void line(Plot plot, Banded curve) {
		plot.setLineWidth(Plots.LINE);
		plot.setColor(curve.colour(), curve.colour());
		if (curve.x().length == 1) plot.add("circle", curve.x(), curve.y());
		else if (curve.dashed()) dashes(plot, curve);
		else plot.add("line", curve.x(), curve.y());
		plot.setLabel(-1, curve.label());
	}

	private static void dashes(Plot plot, Banded curve) {
		int count = DASHES * (INK + GAP) + INK;
		double first = curve.x()[0], length = curve.x()[curve.x().length - 1] - first;
		double[] x = new double[count], y = new double[count];
		for (int i = 0; i < count; i++) {
			x[i] = first + length * i / (count - 1);
			y[i] = i % (INK + GAP) < INK ? between(curve.x(), curve.y(), x[i]) : Double.NaN;
		}
		plot.add("line", x, y);
	}

	/** On the straight line between two neighbours. */
	private static double between(double[] x, double[] y, double at) {
		int right = 1;
		while (right < x.length - 1 && x[right] < at)
			right++;
		double share = Math.min(1, Math.max(0, (at - x[right - 1]) / (x[right] - x[right - 1])));
		return y[right - 1] + share * (y[right] - y[right - 1]);
	}

	private static Color pale(Color colour) {
		return new Color(paler(colour.getRed()), paler(colour.getGreen()), paler(colour.getBlue()));
	}

	private static int paler(int value) {
		return (int) Math.round(value + PALE * (255 - value));
	}
}
