package tintype.ij;

import java.awt.Color;
import java.awt.Font;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import tintype.TintypeException;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;
import tintype.rectify.Quad;

/**
 * The flat picture's grid drawn on the photograph, with its corners named, until it is
 * hidden. The overlay that was there comes back then; the pixels are never touched.
 */
public final class PreviewGrid {

	private static final int CELLS = 8;

	private static final Color COLOUR = new Color(0, 200, 255);

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 16);

	private static final String[] NAMES = { "top left", "top right", "bottom right", "bottom left" };

	private final ImagePlus imp;

	private final Overlay before;

	/** @param imp on which to draw */
	public PreviewGrid(ImagePlus imp) {
		this.imp = imp;
		before = imp.getOverlay();
	}

	/** Draws what is asked for now; what can't be done is told in the status bar. */
	public void show(Supplier<PlaneRequest> request) {
		try {
			Mapping mapping = request.get().plan(imp).plan().mapping();
			imp.setOverlay(with(mapping));
			IJ.showStatus("Result: " + mapping.width() + " x " + mapping.height() + " pixels");
		}
		catch (TintypeException e) {
			hide();
			IJ.showStatus(e.getMessage());
		}
	}

	/** Puts the old overlay back. */
	public void hide() {
		imp.setOverlay(before);
	}

	private Overlay with(Mapping mapping) {
		Overlay overlay = before == null ? new Overlay() : before.duplicate();
		Homography back = mapping.toFlat().inverse();
		double right = mapping.width() - 0.5, bottom = mapping.height() - 0.5;
		for (int i = 0; i <= CELLS; i++) {
			double x = -0.5 + i * (right + 0.5) / CELLS, y = -0.5 + i * (bottom + 0.5) / CELLS;
			overlay.add(line(back, x, -0.5, x, bottom));
			overlay.add(line(back, -0.5, y, right, y));
		}
		double[][] corners = Quad.ofPicture(mapping.width(), mapping.height()).corners();
		for (int i = 0; i < corners.length; i++)
			overlay.add(name(NAMES[i], back.map(corners[i][0], corners[i][1])));
		return overlay;
	}

	/** Straight lines stay straight. */
	private static Roi line(Homography back, double x1, double y1, double x2, double y2) {
		double[] from = back.map(x1, y1), to = back.map(x2, y2);
		Roi line = new PolygonRoi(new float[] { (float) from[0], (float) to[0] }, new float[] { (float) from[1], (float) to[1] }, Roi.POLYLINE);
		line.setStrokeColor(COLOUR);
		return line;
	}

	/** At a corner, or so near that the edge of the image doesn't cut it off. */
	private Roi name(String text, double[] at) {
		ImageProcessor paper = new ByteProcessor(1, 1);
		paper.setFont(FONT);
		double right = imp.getWidth() - paper.getStringWidth(text), bottom = imp.getHeight() - paper.getFontMetrics().getHeight();
		TextRoi name = new TextRoi(Math.max(0, Math.min(at[0], right)), Math.max(0, Math.min(at[1], bottom)), text, FONT);
		name.setStrokeColor(COLOUR);
		return name;
	}
}
