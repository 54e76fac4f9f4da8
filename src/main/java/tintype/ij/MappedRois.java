package tintype.ij;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;

/**
 * Selections taken from a photograph to the flat picture, or back, with all that they have
 * besides their shape.
 * <p>
 * Points, lines and polygons are exact; an outline traced along pixels becomes a polygon or,
 * where it is fine, a freehand selection. A rectangle becomes a polygon, and an oval, an
 * ellipse or a rounded rectangle a polygon within 0.01 pixels of the true curve, as ImageJ
 * has no kind for their images. Composite selections keep their holes. Text and pictures
 * are moved, not distorted. What lies beyond the horizon has no image: of an area or a
 * line, the rest is kept and counted as cut; single points are dropped.
 *
 * @param rois in their order, new
 * @param cut  how many of them lost a part beyond the horizon
 * @param lost how many are not among them, as nothing was left
 */
public record MappedRois(List<Roi> rois, int cut, int lost) {

	/**
	 * Selections of the photograph in the flat picture.
	 *
	 * @param rois such as an overlay; stay as they are
	 */
	public static MappedRois toFlat(Iterable<Roi> rois, Mapping mapping) {
		return of(rois, mapping.toFlat(), mapping.width(), mapping.height());
	}

	/**
	 * Selections of the flat picture in the photograph.
	 *
	 * @param rois such as an overlay; stay as they are
	 */
	public static MappedRois toSource(Iterable<Roi> rois, Mapping mapping) {
		return of(rois, mapping.toFlat().inverse(), mapping.sourceWidth(), mapping.sourceHeight());
	}

	/**
	 * @param width  of the image that the map leads to, in pixels
	 * @param height of that image, in pixels
	 */
	static MappedRois of(Iterable<Roi> rois, Homography map, int width, int height) {
		SelectionMap selections = new SelectionMap(map, width, height);
		List<Roi> mapped = new ArrayList<>();
		int cut = 0, lost = 0;
		for (Roi roi : rois) {
			SelectionMap.Mapped each = selections.map(roi);
			if (each.roi() == null) lost++;
			else {
				mapped.add(each.roi());
				if (!each.whole()) cut++;
			}
		}
		return new MappedRois(List.copyOf(mapped), cut, lost);
	}

	/**
	 * Gives an image the overlay of another, mapped; nothing if that has none.
	 *
	 * @param map from pixels of the one image to pixels of the other
	 */
	public static MappedRois mapOverlay(ImagePlus from, ImagePlus to, Homography map) {
		Overlay overlay = from.getOverlay() == null ? new Overlay() : from.getOverlay();
		MappedRois mapped = of(overlay, map, to.getWidth(), to.getHeight());
		if (from.getOverlay() != null) to.setOverlay(mapped.overlay(overlay));
		return mapped;
	}

	/** An overlay of these selections that shows labels and the like as another does; new. */
	public Overlay overlay(Overlay like) {
		Overlay overlay = like.create();
		rois.forEach(overlay::add);
		return overlay;
	}

	/** What to tell the user of the losses; empty if there were none. */
	public String remark() {
		if (cut == 0 && lost == 0) return "";
		return "Beyond the horizon: " + lost + " of " + (rois.size() + lost) + " selections left out, " + cut + " cut.";
	}
}
