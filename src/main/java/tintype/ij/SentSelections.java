package tintype.ij;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import tintype.TintypeException;
import tintype.rectify.Mapping;

/**
 * Selection and overlay of an image sent to another: from the flat picture back to the
 * photograph, or from the photograph to a flat picture. The other image gets them in its
 * overlay, besides what is there; the pixels of both stay as they are.
 */
public final class SentSelections {

	private SentSelections() {}

	/**
	 * Sends them.
	 *
	 * @param from    a flat picture, or a photograph
	 * @param mapping {@value LastMapping#NAME} or a file; not needed for a flat picture, which
	 *                holds its own
	 * @param onto    title of the open image that gets them; empty for the only one of the
	 *                right size
	 * @return the image that has got them
	 * @throws TintypeException if there are none, the mapping does not fit, or it is not clear
	 *                          which image is meant
	 */
	public static ImagePlus of(ImagePlus from, File mapping, String onto) {
		Images.requirePixels(from);
		Mapping own = MappingFile.attached(from);
		boolean back = own != null && isOfSize(from, own.width(), own.height());
		Mapping known = back ? own : LastMapping.or(mapping);
		if (!back && !isOfSize(from, known.sourceWidth(), known.sourceHeight())) throw new TintypeException("\"" + from.getTitle() +
			"\" is neither a flat picture that holds its mapping nor as large as the photograph of this mapping: choose another image or mapping.");
		List<Roi> selections = selections(from);
		MappedRois mapped = back ? MappedRois.toSource(selections, known) : MappedRois.toFlat(selections, known);
		ImagePlus to = back ? receiver(from, onto, known.sourceWidth(), known.sourceHeight()) : receiver(from, onto, known.width(), known.height());
		Overlay overlay = to.getOverlay() == null ? new Overlay() : to.getOverlay();
		mapped.rois().forEach(overlay::add);
		to.setOverlay(overlay);
		if (!mapped.remark().isEmpty()) IJ.log(mapped.remark());
		return to;
	}

	private static List<Roi> selections(ImagePlus imp) {
		List<Roi> selections = new ArrayList<>();
		if (imp.getOverlay() != null) imp.getOverlay().forEach(selections::add);
		if (imp.getRoi() != null) selections.add(imp.getRoi());
		if (selections.isEmpty()) throw new TintypeException("\"" + imp.getTitle() + "\" has neither a selection nor an overlay: draw what is to be sent.");
		return selections;
	}

	private static ImagePlus receiver(ImagePlus from, String title, int width, int height) {
		int[] ids = WindowManager.getIDList();
		List<ImagePlus> fitting = IntStream.of(ids == null ? new int[0] : ids).mapToObj(WindowManager::getImage)
			.filter(imp -> imp != from && isOfSize(imp, width, height) && (title.isBlank() || imp.getTitle().equals(title))).toList();
		if (fitting.size() == 1) return fitting.get(0);
		throw new TintypeException(fitting.size() + " open images" + (title.isBlank() ? "" : " \"" + title + "\"") + " have the " + width + " x " + height +
			" pixels of the one that is to get the selections: " + (fitting.isEmpty() ? "open it." : "name the one that is meant."));
	}

	private static boolean isOfSize(ImagePlus imp, int width, int height) {
		return imp.getWidth() == width && imp.getHeight() == height;
	}
}
