package tintype.ij;

import ij.gui.PointRoi;
import ij.gui.Roi;

/** What a selection has besides its shape. */
final class RoiAttributes {

	private RoiAttributes() {}

	/**
	 * Copies colours, line, name, group, position in the stack, properties and, between
	 * arrows or points, their style.
	 */
	static void copy(Roi from, Roi to) {
		to.copyAttributes(from);
		if (from.getStrokeWidth() > 0 && !from.getScaleStrokeWidth()) to.setUnscalableStrokeWidth(from.getStrokeWidth());
		if (from.getStroke() != null) to.setStroke(from.getStroke());
		to.setAntiAlias(from.getAntiAlias());
		if (from.hasHyperStackPosition()) to.setPosition(from.getCPosition(), from.getZPosition(), from.getTPosition());
		else if (!(to instanceof PointRoi)) to.setPosition(from.getPosition());
		copyProperties(from, to);
	}

	/** By name: as one text, which is how ImageJ gives them, umlauts and line breaks would get lost. */
	private static void copyProperties(Roi from, Roi to) {
		if (from.getPropertyCount() == 0) return;
		for (String line : from.getProperties().split("\n"))
			for (int end = line.indexOf(": "); end >= 0; end = line.indexOf(": ", end + 1)) {
				String key = line.substring(0, end);
				if (from.getProperty(key) != null) to.setProperty(key, from.getProperty(key));
			}
	}

	/**
	 * Copies counter and slice of points, which each has for itself.
	 *
	 * @param kept the indices in {@code from} of the points of {@code to}
	 */
	static void copyCounters(PointRoi from, PointRoi to, int[] kept) {
		int[] counters = new int[kept.length];
		boolean any = false;
		for (int i = 0; i < kept.length; i++) {
			counters[i] = (from.getCounter(kept[i]) & 0xff) + (from.getPointPosition(kept[i]) << 8);
			any |= counters[i] != 0;
		}
		if (any) to.setCounters(counters);
	}
}
