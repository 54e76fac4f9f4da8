package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

/** Plots and tables, which need no screen until they are shown. */
class PlotsTest {

	private static final double[] X = { 0, 1, 2 };

	@Test
	void curvesAreDrawnInTheirColoursWithinTheirLimits() {
		Plot plot = Plots.of("Title", "epoch", "loss (nats)", List.of(new Plots.Curve("ours", X, new double[] { 1, 3, 2 }),
			new Plots.Curve("other", X, new double[] { 5, 4, Double.NaN })));
		assertEquals("epoch", plot.getLabel('x'));
		assertEquals("loss (nats)", plot.getLabel('y'));
		ImageProcessor pixels = plot.getImagePlus().getProcessor();
		assertTrue(count(pixels, 0x0072b2) > 100 && count(pixels, 0xd55e00) > 100);
		double[] limits = plot.getLimits();
		assertTrue(limits[0] <= 0 && limits[1] >= 2 && limits[2] <= 1 && limits[3] >= 5);
		assertArrayEquals(new String[] { "other", "ours" }, new String[] { plot.getPlotObjectLabel(0), plot.getPlotObjectLabel(1) });
	}

	@Test
	void aNewPlotTakesTheOldOnesImage() {
		ImagePlus image = Plots.of("Title", "x", "y", List.of(new Plots.Curve("a", X, X))).getImagePlus();
		Plot plot = Plots.of("Title", "x", "y", List.of(new Plots.Curve("a", X, new double[] { 9, 9, 9 })));
		Plots.mark(plot, 1, 9, "best");
		Plots.replace(image, plot);
		assertArrayEquals((int[]) plot.getProcessor().convertToRGB().getPixels(), (int[]) image.getProcessor().convertToRGB().getPixels());
		assertSame(plot, image.getProperty(Plot.PROPERTY_KEY));
	}

	@Test
	void rowsHaveLabelsAndNewColumnsAppear() {
		ResultsTable table = Tables.create();
		Tables.addRow(table, "first", Map.of("AuC", 0.5));
		Tables.addRow(table, "second", Map.of("PSNR", 20.0));
		Tables.show(table, "Title");
		assertEquals(2, table.size());
		assertEquals("second", table.getLabel(1));
		assertEquals(0.5, table.getValue("AuC", 0));
		assertTrue(Double.isNaN(table.getValue("PSNR", 0)) && Double.isNaN(table.getValue("AuC", 1)));
		assertEquals(20, table.getValue("PSNR", 1));
	}

	private static long count(ImageProcessor pixels, int rgb) {
		int[] all = (int[]) pixels.convertToRGB().getPixels();
		return IntStream.of(all).filter(pixel -> (pixel & 0xffffff) == rgb).count();
	}
}
