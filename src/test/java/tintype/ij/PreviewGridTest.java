package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

class PreviewGridTest {

	private static PlaneRequest request(String corners) {
		return new PlaneRequest(corners, FirstCorner.AUTOMATIC, PlaneRequest.AUTOMATIC, 0, 0, "mm", 0, 0, "");
	}

	/** Nine lines each way and four names, over what was there, and gone again. */
	@Test
	void isDrawnOverTheOverlayUntilItIsHidden() {
		ImagePlus imp = IJ.createImage("ramp", "8-bit ramp", 60, 50, 1);
		Overlay own = new Overlay(new Roi(1, 2, 3, 4));
		imp.setOverlay(own);
		PreviewGrid grid = new PreviewGrid(imp);
		grid.show(() -> request("5,5 50,8 52,42 4,40"));
		assertEquals(1 + 18 + 4, imp.getOverlay().size());
		assertEquals(4.5, imp.getOverlay().get(1).getFloatPolygon().xpoints[0], 1);
		grid.show(() -> request("5,5 50,8"));
		assertSame(own, imp.getOverlay());
		grid.show(() -> request("5,5 50,8 52,42 4,40"));
		grid.hide();
		assertSame(own, imp.getOverlay());
		assertEquals(1, own.size());
	}

	/** The name of a corner at the right edge, in bold letters 16 pixels high, stands left of it. */
	@Test
	void namesAreNotCutOff() {
		ImagePlus imp = IJ.createImage("ramp", "8-bit ramp", 300, 200, 1);
		new PreviewGrid(imp).show(() -> request("5,5 290,8 292,195 4,190"));
		Overlay overlay = imp.getOverlay();
		assertEquals(5, overlay.get(overlay.size() - 4).getXBase(), 1, "top left");
		assertTrue(overlay.get(overlay.size() - 2).getXBase() < 240, "bottom right, at " + overlay.get(overlay.size() - 2).getXBase());
		assertTrue(overlay.get(overlay.size() - 2).getYBase() < 185, "bottom right, at " + overlay.get(overlay.size() - 2).getYBase());
	}
}
