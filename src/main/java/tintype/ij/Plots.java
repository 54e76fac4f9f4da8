package tintype.ij;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;

/** ImageJ plots of curves: labelled axes, a legend, colours that the colour-blind can tell apart. */
final class Plots {

	/** Okabe &amp; Ito 2008, darkest first; grey takes the place of their black, which comes last. */
	private static final List<Color> COLOURS = List.of(new Color(0x0072b2), new Color(0xd55e00), new Color(0x7f7f7f),
		new Color(0x009e73), new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9), Color.BLACK);

	private static final int WIDTH = 600;
	private static final int HEIGHT = 380;
	/** Width of a curve, in pixels. */
	static final float LINE = 2;
	private static final int LEGEND = Plot.AUTO_POSITION + Plot.LEGEND_BOTTOM_UP;

	private Plots() {}

	/**
	 * @param label for the legend, one line
	 * @param x     positions; not copied
	 * @param y     values, as many; NaN leaves a gap
	 */
	record Curve(String label, double[] x, double[] y) {}

	/**
	 * Draws curves over each other, the first on top. The axes fit all points.
	 *
	 * @param title of the plot's window
	 * @param x     label of the horizontal axis, with its unit
	 * @param y     label of the vertical axis, with its unit
	 * @return a plot that is not shown; {@code getImagePlus()} gives its image
	 */
	static Plot of(String title, String x, String y, List<Curve> curves) {
		return of(title, x, y, curves, "line");
	}

	/** The same with a mark at every point, so that few points, or one, are seen too. */
	static Plot ofPoints(String title, String x, String y, List<Curve> curves) {
		return of(title, x, y, curves, "connected circles");
	}

	/** Bars from 0, one for each of the equally spaced positions. */
	static Plot ofBars(String title, String x, String y, double[] positions, double[] heights) {
		Plot plot = empty(title, x, y);
		plot.setColor(COLOURS.get(0), COLOURS.get(0));
		plot.add("bar", positions, heights);
		plot.setColor(Color.BLACK);
		return plot;
	}

	private static Plot of(String title, String x, String y, List<Curve> curves, String style) {
		Plot plot = empty(title, x, y);
		plot.setLineWidth(LINE);
		for (int i = curves.size() - 1; i >= 0; i--) {
			Color colour = COLOURS.get(i % COLOURS.size());
			plot.setColor(colour, colour);
			plot.add(style, curves.get(i).x(), curves.get(i).y());
			plot.setLabel(-1, curves.get(i).label());
		}
		finish(plot);
		return plot;
	}

	/** Axes without curves. */
	static Plot empty(String title, String x, String y) {
		Plot plot = new Plot(title, x, y);
		plot.setFrameSize(WIDTH, HEIGHT);
		return plot;
	}

	/** Fits the axes to all curves, and names those that have a label, the last one first. */
	static void finish(Plot plot) {
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.setLimitsToFit(false);
		plot.setLegend(null, LEGEND);
	}

	/** One of eight colours. */
	static Color colour(int number) {
		return COLOURS.get(number % COLOURS.size());
	}

	/** Marks one point with a circle and a few words. */
	static void mark(Plot plot, double x, double y, String label) {
		plot.setColor(Color.BLACK);
		plot.setLineWidth(LINE);
		plot.add("circle", new double[] { x }, new double[] { y });
		plot.setLabel(-1, label);
		plot.setLineWidth(1);
		plot.setLegend(null, LEGEND);
	}

	/**
	 * Puts a new plot in the place of an older one, in its window if it has one.
	 *
	 * @param image of the older plot; stays the same object
	 */
	static void replace(ImagePlus image, Plot plot) {
		if (image.getWindow() instanceof PlotWindow window) window.drawPlot(plot);
		else {
			image.setProcessor(plot.getProcessor());
			plot.setImagePlus(image);
		}
	}
}
