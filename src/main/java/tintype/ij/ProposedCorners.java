package tintype.ij;

import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import tintype.Progress;
import tintype.TintypeException;
import tintype.rectify.CornerFinder;
import tintype.rectify.CornerProposal;

/** The outline of a sheet, a plate or a gel as a selection, for the user to look at and to drag. */
public final class ProposedCorners {

	private static final double HALF = 0.5;

	private static final double PERCENT = 100;

	private ProposedCorners() {}

	/**
	 * Selects what looks like the outline of a rectangle in the current slice, in place of
	 * an older selection; the pixels stay as they are.
	 *
	 * @throws TintypeException                           if nothing does
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static void select(ImagePlus imp, Progress progress) {
		Images.requirePixels(imp);
		CornerProposal proposal = CornerFinder.propose(lightness(imp), imp.getWidth(), imp.getHeight(), progress)
			.orElseThrow(() -> new TintypeException("No outline of a sheet, plate or gel stands out in \"" + imp.getTitle() +
				"\": mark its 4 corners with the polygon tool."));
		imp.setRoi(polygon(proposal.corners()));
		IJ.showStatus(String.format(Locale.ROOT, "Proposed with a confidence of %.0f %%: drag the corners where they are wrong",
			PERCENT * proposal.confidence()));
	}

	private static float[] lightness(ImagePlus imp) {
		float[] lightness = new float[imp.getWidth() * imp.getHeight()];
		int i = 0;
		for (FloatType value : Views.flatIterable(Images.lightness(imp, imp.getCurrentSlice())))
			lightness[i++] = value.get();
		return lightness;
	}

	/** A polygon's whole numbers are the corners of pixels. */
	private static Roi polygon(double[][] corners) {
		float[] x = new float[corners.length], y = new float[corners.length];
		for (int i = 0; i < corners.length; i++) {
			x[i] = (float) (corners[i][0] + HALF);
			y[i] = (float) (corners[i][1] + HALF);
		}
		return new PolygonRoi(x, y, Roi.POLYGON);
	}
}
