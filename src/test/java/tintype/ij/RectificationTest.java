package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Wand;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.process.ImageConverter;
import ij.process.LUT;
import tintype.Progress;
import tintype.TintypeException;
import tintype.rectify.Homography;
import tintype.rectify.Interpolation;
import tintype.rectify.Quad;

class RectificationTest {

	private static final int BETWEEN_LIGHT_AND_DARK = 120;

	private static PlaneRequest plate(String size) {
		return new PlaneRequest(TiltedPlate.corners(), FirstCorner.AUTOMATIC, size, 0, 0, "mm", 0, 0, "");
	}

	private static ImagePlus flat(ImagePlus input, PlaneRequest request) {
		return Rectification.of(input, request, Resampling.USUAL, Progress.NONE).flat();
	}

	/** By ImageJ's own wand and statistics. */
	@Test
	void aSquareOfKnownSizeMeasuresRight() {
		ImagePlus flat = flat(TiltedPlate.photograph(), plate("96-well plate"));
		Wand wand = new Wand(flat.getProcessor());
		wand.autoOutline(flat.getWidth() / 2, flat.getHeight() / 2, 0, BETWEEN_LIGHT_AND_DARK);
		flat.setRoi(new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI));
		double area = flat.getStatistics(Measurements.AREA).area;
		assertEquals("mm", flat.getCalibration().getUnit());
		assertEquals(TiltedPlate.SIDE, Math.sqrt(area), 0.002 * TiltedPlate.SIDE);
		assertEquals(TiltedPlate.SIDE, flat.getRoi().getFloatWidth() * flat.getCalibration().pixelWidth, 0.002 * TiltedPlate.SIDE);
		assertEquals(TiltedPlate.SIDE, flat.getRoi().getFloatHeight() * flat.getCalibration().pixelHeight, 0.002 * TiltedPlate.SIDE);
	}

	@Test
	void proportionsComeFromThePerspectiveAndLoseNoPixel() {
		Rectification result = Rectification.of(TiltedPlate.photograph(), plate("automatic"), Resampling.USUAL, Progress.NONE);
		assertTrue(result.remark().startsWith("Width to height is "), result.remark());
		assertEquals(TiltedPlate.WIDTH / TiltedPlate.HEIGHT, (double) result.flat().getWidth() / result.flat().getHeight(), 0.002);
		double[][] corners = TiltedPlate.CORNERS;
		assertTrue(result.flat().getWidth() >= Math.hypot(corners[2][0] - corners[3][0], corners[2][1] - corners[3][1]) - 1);
		assertEquals("pixel", result.flat().getCalibration().getUnit());
	}

	@Test
	void onePixelPerUnitAndAMargin() {
		ImagePlus flat = flat(TiltedPlate.photograph(),
			new PlaneRequest(TiltedPlate.corners(), FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 120, 80, "cm", 10, 2, ""));
		assertEquals("280 x 200", flat.getWidth() + " x " + flat.getHeight());
		Calibration calibration = flat.getCalibration();
		assertEquals(0.5, calibration.pixelWidth);
		// The origin is the top left corner of the rectangle.
		assertEquals(20, calibration.xOrigin);
		assertEquals(-10, calibration.getX(0));
	}

	@Test
	void aKnownWidthAloneIsEnough() {
		ImagePlus flat = flat(TiltedPlate.photograph(),
			new PlaneRequest(TiltedPlate.corners(), FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, TiltedPlate.WIDTH, 0, "mm", 0, 5, ""));
		assertEquals(Math.round(TiltedPlate.WIDTH * 5), flat.getWidth());
	}

	@Test
	void selectionsAndNumbersMakeTheSamePixels() {
		ImagePlus photo = TiltedPlate.photograph();
		byte[] expected = (byte[]) flat(photo, plate("A4")).getProcessor().getPixels();
		float[] x = new float[4], y = new float[4];
		for (int i = 0; i < 4; i++) {
			x[i] = (float) TiltedPlate.CORNERS[(i + 2) % 4][0];
			y[i] = (float) TiltedPlate.CORNERS[(i + 2) % 4][1];
		}
		PlaneRequest drawn = new PlaneRequest("", FirstCorner.AUTOMATIC, "A4", 0, 0, "mm", 0, 0, "");
		photo.setRoi(new PointRoi(x, y));
		assertArrayEquals(expected, (byte[]) flat(photo, drawn).getProcessor().getPixels());
		for (int i = 0; i < 4; i++) {
			x[i] += 0.5f;
			y[i] += 0.5f;
		}
		photo.setRoi(new PolygonRoi(x, y, Roi.POLYGON));
		assertArrayEquals(expected, (byte[]) flat(photo, drawn).getProcessor().getPixels());
	}

	/** The first point is the plate's top left corner. */
	@ParameterizedTest
	@CsvSource({ "top left, 0", "top right, 1", "bottom right, 2", "bottom left, 3" })
	void theFirstCornerTurnsTheResult(String first, int turns) {
		ImagePlus photo = TiltedPlate.photograph();
		Resampling once = new Resampling(Interpolation.BILINEAR, false, 0, true);
		PlaneRequest automatic = new PlaneRequest(TiltedPlate.corners(), FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 100, 100, "mm", 0, 2, "");
		PlaneRequest chosen = new PlaneRequest(TiltedPlate.corners(), FirstCorner.of(first), PlaneRequest.MEASURED, 100, 100, "mm", 0, 2, "");
		ImagePlus upright = Rectification.of(photo, automatic, once, Progress.NONE).flat();
		ImagePlus turned = Rectification.of(photo, chosen, once, Progress.NONE).flat();
		for (int i = 0; i < turns; i++)
			upright.setProcessor(upright.getProcessor().rotateRight());
		byte[] expected = (byte[]) upright.getProcessor().getPixels(), found = (byte[]) turned.getProcessor().getPixels();
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i] & 255, found[i] & 255, 1);
	}

	@Test
	void theInputStaysAsItIs() {
		ImagePlus photo = TiltedPlate.photograph();
		photo.setRoi(new Roi(100, 100, 600, 400));
		byte[] before = ((byte[]) photo.getProcessor().getPixels()).clone();
		flat(photo, PlaneRequest.automatic());
		assertArrayEquals(before, (byte[]) photo.getProcessor().getPixels());
		assertEquals(new Roi(100, 100, 600, 400), photo.getRoi());
		assertEquals("pixel", photo.getCalibration().getUnit());
	}

	@Test
	void hyperstacksKeepTheirDimensionsTablesAndLabels() {
		ImagePlus stack = IJ.createImage("stack", "16-bit composite-mode label", 60, 50, 2, 3, 2);
		stack.getStack().setSliceLabel("third", 3);
		stack.getCalibration().pixelDepth = 2.5;
		stack.getCalibration().frameInterval = 4;
		((CompositeImage) stack).setDisplayMode(IJ.COLOR);
		stack.setC(2);
		stack.setDisplayRange(7, 900);
		ImagePlus flat = flat(stack, new PlaneRequest("5,5 50,8 52,42 4,40", FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 40, 30, "um", 0, 1, ""));
		assertArrayEquals(new int[] { 40, 30, 2, 3, 2 }, flat.getDimensions());
		assertEquals("third", flat.getStack().getSliceLabel(3));
		assertEquals(2.5, flat.getCalibration().pixelDepth);
		assertEquals(4, flat.getCalibration().frameInterval);
		assertEquals(IJ.COLOR, ((CompositeImage) flat).getMode());
		LUT[] luts = flat.getLuts();
		assertEquals(900, luts[1].max);
		assertTrue(Arrays.equals(stack.getLuts()[0].getBytes(), luts[0].getBytes()));
		assertEquals(16, flat.getBitDepth());
	}

	@ParameterizedTest
	@CsvSource({ "8-bit ramp, 8", "16-bit ramp, 16", "32-bit ramp, 32", "RGB ramp, 24" })
	void everyTypeStaysItself(String type, int depth) {
		ImagePlus ramp = IJ.createImage("ramp.png", type, 60, 50, 1);
		ImagePlus flat = flat(ramp, new PlaneRequest("5,5 50,8 52,42 4,40", FirstCorner.AUTOMATIC, "automatic", 0, 0, "mm", 0, 0, ""));
		assertEquals(depth, flat.getBitDepth());
		assertEquals("ramp-rectified", flat.getTitle());
	}

	@Test
	void indexedColoursAreNeverMixed() {
		ImagePlus indexed = IJ.createImage("indexed", "8-bit black", 60, 50, 1);
		indexed.getProcessor().setValue(200);
		indexed.getProcessor().fill(new Roi(0, 0, 30, 50));
		IJ.run(indexed, "Fire", "");
		indexed.setProcessor(indexed.getProcessor().convertToRGB());
		new ImageConverter(indexed).convertRGBtoIndexedColor(8);
		assertEquals(ImagePlus.COLOR_256, indexed.getType());
		ImagePlus flat = flat(indexed, new PlaneRequest("5,5 50,8 52,42 4,40", FirstCorner.AUTOMATIC, "automatic", 0, 0, "mm", 0, 0, ""));
		byte[] pixels = (byte[]) flat.getProcessor().getPixels();
		byte[] source = (byte[]) indexed.getProcessor().getPixels();
		for (byte pixel : pixels)
			assertTrue(contains(source, pixel));
		assertEquals(ImagePlus.COLOR_256, flat.getType());
		assertEquals(Interpolation.NEAREST, Resampling.USUAL.interpolation(indexed));
	}

	private static boolean contains(byte[] values, byte wanted) {
		for (byte value : values)
			if (value == wanted) return true;
		return false;
	}

	/** Nine wells, one clicked wrongly. */
	@Test
	void aWrongPointAmongManyIsNamed() {
		ImagePlus photo = TiltedPlate.photograph();
		StringBuilder corners = new StringBuilder(), targets = new StringBuilder();
		Homography toPhoto = Quad.of(new double[][] { { 0, 0 }, { TiltedPlate.WIDTH, 0 },
			{ TiltedPlate.WIDTH, TiltedPlate.HEIGHT }, { 0, TiltedPlate.HEIGHT } }).onto(Quad.of(TiltedPlate.CORNERS));
		for (int i = 0; i < 9; i++) {
			double u = 10 + 40 * (i % 3), v = 10 + 30 * (i / 3);
			double[] seen = toPhoto.map(u, v);
			corners.append(seen[0] + (i == 4 ? 25 : 0)).append(',').append(seen[1]).append(' ');
			targets.append(u).append(',').append(v).append(' ');
		}
		Rectification result = Rectification.of(photo,
			new PlaneRequest(corners.toString(), FirstCorner.AUTOMATIC, "automatic", 0, 0, "mm", 5, 10, targets.toString()), Resampling.USUAL, Progress.NONE);
		assertArrayEquals(new int[] { 4 }, result.plan().fit().outliers());
		assertEquals("900 x 700", result.flat().getWidth() + " x " + result.flat().getHeight());
		ResultsTable table = FitTables.points(result.plan());
		assertEquals(1, table.getValue("Outlier", 4));
		assertEquals(25, table.getValue("Off (pixel)", 4), 0.01);
		assertEquals(0, table.getValue("Off (pixel)", 0), 0.01);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,1 5,1 5,5 | A rectangle has 4 corners and 3 points are marked on \"ramp.png\": mark the 4 corners with the polygon or the multi-point tool.",
		"1,1 5,1 5,5 1,5 3,9 | A rectangle has 4 corners and 5 points are marked on \"ramp.png\": mark 4 only, or give the target of each point.",
		"1,1 5,1 5,5 1 | The corners hold 7 numbers, so one point lacks its y; write them as x,y x,y x,y x,y." })
	void mistakesGetASentence(String corners, String sentence) {
		ImagePlus ramp = IJ.createImage("ramp.png", "8-bit ramp", 60, 50, 1);
		PlaneRequest request = new PlaneRequest(corners, FirstCorner.AUTOMATIC, "automatic", 0, 0, "mm", 0, 0, "");
		assertEquals(sentence, assertThrows(TintypeException.class, () -> flat(ramp, request)).getMessage());
	}

	@Test
	void withoutPointsItSaysSo() {
		ImagePlus ramp = IJ.createImage("ramp.png", "8-bit ramp", 60, 50, 1);
		assertEquals("A rectangle has 4 corners and 0 points are marked on \"ramp.png\": mark the 4 corners with the polygon or the multi-point tool.",
			assertThrows(TintypeException.class, () -> flat(ramp, PlaneRequest.automatic())).getMessage());
	}
}
