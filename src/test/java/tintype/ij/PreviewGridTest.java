package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

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
}
