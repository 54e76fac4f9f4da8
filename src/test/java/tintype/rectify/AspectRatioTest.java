package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;
import tintype.rectify.AspectRatio.Evidence;

class AspectRatioTest {

	/** As in the shared cases: the principal point of a picture of 4000 x 3000 pixels. */
	private static final Camera CAMERA = new Camera(2000, 1500, 4000, Double.NaN);

	private static final double A4 = 210 / 297.0, CLICKS = 0.5;

	private static Quad sheet(double tilt, double azimuth, double rotation) {
		return Quad.of(Scene.rectangle(1500 * A4, 1500, 2900, tilt, azimuth, rotation));
	}

	@ParameterizedTest
	@CsvSource({ "10, 30, 0", "25, 40, 10", "25, -20, -15", "40, 60, 20", "60, 50, 0" })
	void perspectiveTellsProportionsAndLens(double tilt, double azimuth, double rotation) {
		AspectRatio ratio = AspectRatio.of(sheet(tilt, azimuth, rotation), CAMERA, CLICKS);
		assertEquals(Evidence.PERSPECTIVE, ratio.evidence());
		assertEquals(A4, ratio.value(), 1e-9);
		assertEquals(2900, ratio.focalLength(), 1e-5);
	}

	@Test
	void sharedCasesAreRecovered() throws IOException {
		for (JsonNode one : RectifyCases.of("aspect_cases", "")) {
			Quad quad = Quad.of(RectifyCases.points(one.get("quad_TL_TR_BR_BL")));
			double width = one.get("image_size").get(0).asDouble(), height = one.get("image_size").get(1).asDouble();
			JsonNode centre = one.get("principal_point");
			Camera camera = new Camera(centre.get(0).asDouble(), centre.get(1).asDouble(), Math.max(width, height), Double.NaN);
			double expected = one.get("true_width_over_height").asDouble();
			AspectRatio found = AspectRatio.of(quad, camera, CLICKS);
			AspectRatio known = AspectRatio.of(quad, camera.withFocalLength(one.get("focal_px").asDouble()), CLICKS);
			boolean settled = one.get("recovered_f").isNumber();
			assertEquals(settled ? Evidence.PERSPECTIVE : Evidence.USUAL_LENS, found.evidence(), one.get("id").asText());
			assertEquals(expected, found.value(), settled ? 1e-9 : 2 * found.sigma(), one.get("id").asText());
			assertEquals(expected, known.value(), 1e-9, one.get("id").asText());
			assertEquals(one.get("naive_mean_sides").asDouble(), AspectRatio.ofSides(quad, CLICKS).value(), 1e-9, one.get("id").asText());
		}
	}

	/** What half a pixel of click error makes of an A4 sheet that is tilted about any axis. */
	@Test
	void clicksOfHalfAPixelAreEnough() {
		Random random = new Random(11);
		int draws = 400, covered = 0;
		double[] errors = new double[draws];
		for (int i = 0; i < draws; i++) {
			double[][] seen = Scene.rectangle(1500 * A4, 1500, 2900, 25, 360 * random.nextDouble(), 60 * random.nextDouble() - 30);
			AspectRatio ratio = AspectRatio.of(Quad.of(Scene.clicked(seen, CLICKS, random)), CAMERA, CLICKS);
			errors[i] = Math.abs(ratio.value() / A4 - 1);
			if (Math.abs(ratio.value() - A4) <= 2 * ratio.sigma()) covered++;
		}
		Arrays.sort(errors);
		assertTrue(errors[draws / 2] <= 0.002);
		assertTrue(errors[draws * 99 / 100] <= 0.06);
		assertTrue(covered >= 0.92 * draws && covered <= 0.995 * draws, covered + " within two sigma");
	}

	/** The scatter of one view under repeated clicks. */
	@Test
	void sigmaIsTheScatter() {
		Random random = new Random(12);
		int draws = 2000;
		double sum = 0;
		double[][] seen = Scene.rectangle(1500 * A4, 1500, 2900, 25, 35, 10);
		for (int i = 0; i < draws; i++)
			sum += Math.pow(AspectRatio.of(Quad.of(Scene.clicked(seen, CLICKS, random)), CAMERA, CLICKS).value() - A4, 2);
		assertEquals(1, AspectRatio.of(Quad.of(seen), CAMERA, CLICKS).sigma() / Math.sqrt(sum / draws), 0.05);
	}

	/** Tilted about one of its sides, a rectangle has one vanishing point only; a usual lens is near enough. */
	@Test
	void aTiltAboutASideLeavesTheLensOpen() {
		AspectRatio ratio = AspectRatio.of(sheet(30, 0, 0), CAMERA, CLICKS);
		assertEquals(Evidence.USUAL_LENS, ratio.evidence());
		assertEquals(3000, ratio.focalLength());
		assertEquals(A4, ratio.value(), 0.01 * A4);
		assertTrue(Math.abs(ratio.value() - A4) <= 2 * ratio.sigma());
		assertTrue(ratio.sentence().contains("only one pair of opposite sides converges"), ratio.sentence());
		AspectRatio known = AspectRatio.of(sheet(30, 0, 0), CAMERA.withFocalLength(2900), CLICKS);
		assertEquals(Evidence.KNOWN_LENS, known.evidence());
		assertEquals(A4, known.value(), 1e-9);
	}

	@Test
	void withoutPerspectiveSidesAreCompared() {
		AspectRatio ratio = AspectRatio.of(sheet(0, 0, 20), CAMERA, CLICKS);
		assertEquals(Evidence.SIDES, ratio.evidence());
		assertEquals(A4, ratio.value(), 1e-12);
		assertTrue(ratio.sigma() < 0.001);
		assertEquals("Width to height is 0.7071 \u00B1 0.0004, from the lengths of the sides: "
			+ "opposite sides are parallel, so there is no perspective to measure.", ratio.sentence());
	}

	/** Compared where they must not be, they say so by their uncertainty. */
	@Test
	void sidesOfATiltedSheetAreUncertain() {
		for (double azimuth : new double[] { 0, 30, 60, 90, 135 }) {
			AspectRatio ratio = AspectRatio.ofSides(sheet(25, azimuth, 0), CLICKS);
			assertTrue(Math.abs(ratio.value() - A4) <= 2 * ratio.sigma(), "at " + azimuth + ": " + ratio.sentence());
		}
	}

	/** Both pairs of sides converge towards the same corner, as right angles never do. */
	@Test
	void whatNoCameraSeesIsTold() {
		Quad kite = Quad.of(new double[][] { { 1900, 1400 }, { 2120, 1420 }, { 2200, 1700 }, { 1920, 1620 } });
		AspectRatio ratio = AspectRatio.of(kite, CAMERA, CLICKS);
		assertEquals(Evidence.USUAL_LENS, ratio.evidence());
		assertTrue(ratio.sentence().contains("no camera sees a rectangle like this"), ratio.sentence());
	}

	@Test
	void theCameraLooksAtTheMiddle() {
		assertEquals(new Camera(1999.5, 1499.5, 4000, Double.NaN), Camera.of(4000, 3000));
		assertThrows(TintypeException.class, () -> new Camera(0, 0, 0, Double.NaN));
		assertThrows(TintypeException.class, () -> Camera.of(10, 10).withFocalLength(-1));
	}

	@Test
	void targetHasThePixelsOfTheLongerSides() {
		Quad keystone = Quad.of(new double[][] { { 100, 0 }, { 300, 0 }, { 400, 200 }, { 0, 200 } });
		assertEquals(new TargetSize(400, 224), TargetSize.of(keystone, 400 / 223.6));
		assertEquals(new TargetSize(400, 400), TargetSize.of(keystone, 1));
		assertEquals(new TargetSize(671, 224), TargetSize.of(keystone, 3));
		assertThrows(TintypeException.class, () -> TargetSize.of(keystone, Double.NaN));
		assertThrows(TintypeException.class, () -> TargetSize.of(keystone, 1e9));
	}
}
