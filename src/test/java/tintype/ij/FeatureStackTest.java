package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import tintype.Inspector;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.SmallNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.read.KerasFilesTest;

/** What leaves a layer as a stack that lies over the input. */
class FeatureStackTest {

	private static final Tensor WAVES = Layers.waves(1, 3, SmallNetworks.HEIGHT, SmallNetworks.WIDTH, 1);

	@TempDir
	private Path folder;

	private Path model;

	@BeforeEach
	void writeModel() {
		model = SmallNetworks.digits(folder, 0);
	}

	private static ImagePlus calibrated(ImagePlus imp) {
		Calibration calibration = new Calibration();
		calibration.setUnit("um");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.25;
		calibration.xOrigin = 3;
		calibration.yOrigin = -4.5;
		imp.setCalibration(calibration);
		return imp;
	}

	/** @param first centre of the first pixel's field, in pixels of the input @param stride from one to the next */
	@ParameterizedTest
	@CsvSource({ "conv, 1, 2", "pool, 2, 4" })
	void aPixelLiesWhereItsFieldDoes(String layer, int first, int stride) {
		ImagePlus input = calibrated(Asked.image(WAVES));
		Calibration on = Asked.of(model, input, "to=" + layer).after().getCalibration(), over = input.getCalibration();
		assertEquals(over.getUnit(), on.getUnit());
		for (int pixel = 0; pixel < 2; pixel++) {
			assertEquals(over.getX(first + stride * pixel + 0.5), on.getX(pixel + 0.5), 1e-9);
			assertEquals(over.getY(first + stride * pixel + 0.5), on.getY(pixel + 0.5), 1e-9);
		}
	}

	/** The network reads half as many pixels across and a third down, so that its fields are larger on the user's image. */
	@Test
	void aScaledImageIsMeasuredAsTheUserHasIt() {
		ImagePlus input = calibrated(IJ.createImage("large", "32-bit ramp", 2 * 28, 3 * 28, 1));
		ImagePlus maps = Asked.of(KerasFilesTest.fixture("debugging1.h5"), input, "to=conv2d_1 fit").after();
		Calibration on = maps.getCalibration(), over = input.getCalibration();
		assertEquals(26, maps.getWidth());
		for (int pixel = 0; pixel < 2; pixel++) {
			assertEquals(over.getX(2 * (1 + pixel + 0.5)), on.getX(pixel + 0.5), 1e-9);
			assertEquals(over.getY(3 * (1 + pixel + 0.5)), on.getY(pixel + 0.5), 1e-9);
		}
		maps.setRoi(2, 1, 1, 1);
		assertEquals(List.of(4.0, 3.0, 6.0, 9.0), bounds(maps));
	}

	/** Where the network reads edges of any length, what its strides leave over is cut off and nothing scaled. */
	@Test
	void anOpenNetworkIsFittedByCutting() {
		ImagePlus input = calibrated(IJ.createImage("odd", "32-bit ramp", 17, 15, 1));
		ImagePlus maps = Asked.of(model, input, "to=pool fit").after();
		assertEquals("3 x 2", maps.getWidth() + " x " + maps.getHeight());
		assertEquals(input.getCalibration().getX(2.5), maps.getCalibration().getX(0.5), 1e-9);
	}

	private static List<Double> bounds(ImagePlus maps) {
		Rectangle2D field = FieldRoi.selected(maps).getFloatBounds();
		return List.of(field.getX(), field.getY(), field.getWidth(), field.getHeight());
	}

	/** As anchors for an uncalibrated image: xOrigin = 0.5 - (c + 0.5) / s. */
	@Test
	void withoutACalibrationPixelsOfTheInputAreTheUnit() {
		Calibration on = Asked.of(model, Asked.image(WAVES), "to=conv").after().getCalibration();
		assertEquals("pixel", on.getUnit());
		assertEquals(2, on.pixelWidth);
		assertEquals(-0.25, on.xOrigin);
	}

	@Test
	void aChannelForEachMapAndAFrameForEachImage() {
		ImagePlus maps = Asked.of(model, Asked.image(WAVES), "to=conv").after();
		assertArrayEquals(new int[] { 6, 5, SmallNetworks.MAPS, 1, 3 }, maps.getDimensions());
		assertTrue(maps.isHyperStack());
		assertEquals(32, maps.getBitDepth());
		try (Inspector network = Inspector.open(model.toString())) {
			Tensor after = network.after("conv", WAVES);
			for (int image = 0; image < 3; image++)
				for (int map = 0; map < SmallNetworks.MAPS; map++)
					assertArrayEquals(Asked.plane(after, map, image), Asked.plane(maps, map, image));
		}
	}

	@Test
	void labelsNameTheMapAndMarkDeadOnes() {
		Inspection result = Asked.of(model, Asked.image(WAVES), "to=conv values=both");
		assertEquals("conv after", result.after().getTitle());
		assertEquals("conv #0 after", result.after().getStack().getSliceLabel(1));
		assertEquals("conv #2 after (dead: all 0)", result.after().getStack().getSliceLabel(3));
		assertEquals("conv #2 after (dead: all 0)", result.after().getStack().getSliceLabel(9));
		assertEquals("conv #2 before", result.before().getStack().getSliceLabel(3));
	}

	@Test
	void theInfoSaysHowTheValuesWereMade() {
		String info = Asked.of(model, Asked.image(WAVES), "to=conv values=before phase=training seed=5").before().getInfoProperty();
		assertTrue(info.contains("layer conv, before its activation"), info);
		assertTrue(info.contains("training phase, seed 5, read waves, values as they are"), info);
		assertTrue(info.contains("receptive field 3, stride 2, first 1"), info);
	}

	/** Grey from 0, or diverging with 0 in the middle. */
	@Test
	void oneRangeOfDisplayForAllMaps() {
		Inspection result = Asked.of(model, Asked.image(WAVES), "to=conv values=both");
		assertEquals(0, result.after().getDisplayRangeMin());
		assertTrue(result.after().getDisplayRangeMax() > 0);
		assertEquals(-result.before().getDisplayRangeMax(), result.before().getDisplayRangeMin());
		LUT lut = result.before().getProcessor().getLut();
		assertTrue(lut.getRed(127) > 250 && lut.getBlue(128) > 250, "white at 0");
		assertTrue(lut.getBlue(64) > lut.getRed(64) && lut.getRed(192) > lut.getBlue(192), "blue below, red above");
	}

	/** x is time and y the channel, so that there is no map to name. */
	@Test
	void aSequenceIsOnePlane() {
		Layer layer = Layers.named("heard", new Operation.Identity(), Curve.LINEAR, List.of());
		ImagePlus imp = FeatureStack.of(layer, "after", Layers.tensor(new int[] { 1, 3, 2 }, 1, 10, 2, 20, 3, 30), null, null, List.of("made"));
		assertArrayEquals(new float[] { 1, 2, 3, 10, 20, 30 }, (float[]) imp.getProcessor().getPixels());
		assertEquals("heard after", imp.getStack().getSliceLabel(1));
		assertEquals("made\n", imp.getInfoProperty());
	}

	/** From a hidden layer it is not known what the values lie over. */
	@Test
	void valuesFromTheMiddleHaveNoPlaceOnAnImage() {
		ImagePlus maps = Asked.of(model, new ImagePlus("middle", Asked.image(Layers.waves(0, SmallNetworks.MAPS, 5, 6, 1)).getStack()), "from=pool to=pool").after();
		assertArrayEquals(new int[] { 3, 2, SmallNetworks.MAPS, 1, 1 }, maps.getDimensions());
		assertNull(maps.getProp("Tintype field"));
		assertEquals(1, maps.getCalibration().pixelWidth);
	}
}
