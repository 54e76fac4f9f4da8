package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many pixels a flat picture gets, and of what size. */
class FlatPlanTest {

	private static final Quad SHEET = Quad.of(new double[][] { { 180, 60 }, { 470, 100 }, { 560, 420 }, { 90, 370 } });

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, 2.35, -3 })
	void aWholeNumberOfPixelsFillsTheWidth(double margin) {
		Mapping mapping = FlatPlan.of(SHEET, new RectangleSize(80, 50, "mm"), margin, 0, 640, 480).mapping();
		assertEquals(80 + 2 * margin, mapping.width() * mapping.pixelSize(), 1e-12);
		assertEquals(50 + 2 * margin, mapping.height() * mapping.pixelSize(), mapping.pixelSize() * .500001);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 80, 8, 1234.5 })
	void noSideHasFewerPixelsThanInThePhotograph(double width) {
		Mapping mapping = FlatPlan.of(SHEET, new RectangleSize(width, width * .625, "mm"), 0, 0, 640, 480).mapping();
		double[] sides = SHEET.sides();
		assertTrue(mapping.width() >= Math.max(sides[0], sides[2]), () -> mapping.toString());
		assertTrue(mapping.height() + .5 >= Math.max(sides[1], sides[3]), () -> mapping.toString());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 3.3, 25 })
	void aGivenResolutionIsKept(double resolution) {
		Mapping mapping = FlatPlan.of(SHEET, new RectangleSize(80, 50, "mm"), 0, resolution, 640, 480).mapping();
		assertEquals(1 / resolution, mapping.pixelSize());
		assertEquals(Math.rint(80 * resolution), mapping.width());
	}
}
