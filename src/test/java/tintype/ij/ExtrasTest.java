package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.TintypeException;
import tintype.color.Lab;

class ExtrasTest {

	/** The widest step of 8-bit sRGB in L is 0.55 in the dark, 0.28 per rounding. */
	private static final double ROUNDING = 0.3;

	private static Extras.Result extras(ImagePlus input, boolean uncertainty, int alternatives) {
		return new Extras(uncertainty, alternatives).of(input, "default", Look.VIVID, Progress.NONE);
	}

	private static ImagePlus stack() {
		ImagePlus imp = IJ.createImage("plate.tif", "16-bit ramp", 14, 10, 3);
		for (int slice = 1; slice <= 3; slice++)
			imp.getStack().setSliceLabel("plate " + slice, slice);
		imp.getStack().getProcessor(2).invert();
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().setUnit("mm");
		imp.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		imp.setProperty("Info", "Taken: 1908");
		imp.setSlice(2);
		return imp;
	}

	private static void assertBelongsTo(ImagePlus result) {
		assertEquals(0.25, result.getCalibration().pixelWidth);
		assertEquals("mm", result.getCalibration().getUnit());
		String info = result.getInfoProperty();
		assertTrue(info.startsWith("Taken: 1908\nTintype: ") && info.contains("Tintype: vivid, temperature "), info);
	}

	private static int colours() {
		try (Colorizer colorizer = Colorizer.open("default")) {
			return colorizer.card().grid().size();
		}
	}

	@Test
	void nothingAskedNothingMade() {
		assertEquals(new Extras.Result(null, null, null), extras(stack(), false, 0));
		Extras.Result uncertain = extras(stack(), true, 0);
		assertNull(uncertain.alternatives());
		assertEquals(3, uncertain.second().getStackSize());
	}

	@Test
	void uncertaintyKeepsWhatBelongsToThePicture() {
		ImagePlus imp = stack();
		Extras.Result result = extras(imp, true, 0);
		for (ImagePlus image : new ImagePlus[] { result.entropy(), result.second() }) {
			assertArrayEquals(imp.getDimensions(), image.getDimensions());
			assertEquals("plate 2", image.getStack().getSliceLabel(2));
			assertEquals(1, image.getOverlay().size());
			assertNotSame(imp.getOverlay(), image.getOverlay());
			assertEquals(2, image.getCurrentSlice());
			assertBelongsTo(image);
		}
		assertEquals("plate-entropy", result.entropy().getTitle());
		assertEquals("plate-second", result.second().getTitle());
		assertFalse(imp.changes);
	}

	@Test
	void entropyIsInBitsAndLooksLikeIt() {
		ImagePlus entropy = extras(stack(), true, 0).entropy();
		double most = Math.log(colours()) / Math.log(2);
		assertEquals(32, entropy.getBitDepth());
		assertEquals("bits", entropy.getCalibration().getValueUnit());
		assertEquals(0, entropy.getDisplayRangeMin());
		assertEquals(most, entropy.getDisplayRangeMax(), 1e-6);
		assertFalse(entropy.getProcessor().isDefaultLut(), "in colours");
		for (int slice = 1; slice <= 3; slice++)
			for (float bits : (float[]) entropy.getStack().getPixels(slice))
				assertTrue(bits > 0.1 && bits < most, "entropy " + bits);
	}

	@Test
	void secondColoursHaveThePicturesLightness() {
		ImagePlus imp = stack();
		Extras.Result result = extras(imp, true, 0);
		ImagePlus usual = Colorization.of(imp, "default", Look.VIVID, Progress.NONE);
		int different = 0;
		for (int i = 0; i < 140; i++) {
			int rgb = result.second().getStack().getProcessor(1).get(i);
			if (rgb != usual.getStack().getProcessor(1).get(i)) different++;
			if (inGamut(rgb)) assertEquals(Images.lightness(imp, 1).getAt(i % 14, i / 14).get(), Lab.lightness(rgb), ROUNDING);
		}
		assertTrue(different > 70, different + " of 140 pixels in another colour");
	}

	private static boolean inGamut(int rgb) {
		for (int shift = 0; shift <= 16; shift += 8)
			if ((rgb >> shift & 255) == 0 || (rgb >> shift & 255) == 255) return false;
		return true;
	}

	@Test
	void alternativesBeginWithTheUsualColouring() {
		ImagePlus imp = IJ.createImage("ramp", "8-bit ramp", 20, 12, 1);
		ImagePlus result = extras(imp, false, 4).alternatives();
		assertEquals("ramp-alternatives", result.getTitle());
		assertEquals(4, result.getStackSize());
		assertEquals("as usual", result.getStack().getSliceLabel(1));
		assertArrayEquals((int[]) Colorization.of(imp, "default", Look.VIVID, Progress.NONE).getProcessor().getPixels(),
			(int[]) result.getStack().getPixels(1));
		for (int plane = 2; plane <= 4; plane++)
			assertTrue(result.getStack().getSliceLabel(plane).startsWith("leaning to a "), result.getStack().getSliceLabel(plane));
	}

	@Test
	void alternativesAreOfTheCurrentSlice() {
		ImagePlus imp = stack();
		ImagePlus result = extras(imp, false, 2).alternatives();
		assertBelongsTo(result);
		assertTrue(result.getInfoProperty().contains("of slice 2"), result.getInfoProperty());
		ImagePlus slice = new ImagePlus("slice", imp.getStack().getProcessor(2).duplicate());
		slice.setDisplayRange(imp.getDisplayRangeMin(), imp.getDisplayRangeMax());
		assertArrayEquals((int[]) Colorization.of(slice, "default", Look.VIVID, Progress.NONE).getProcessor().getPixels(),
			(int[]) result.getStack().getPixels(1));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1, 11 })
	void refusesOtherNumbers(int alternatives) {
		String sentence = assertThrows(TintypeException.class, () -> new Extras(false, alternatives)).getMessage();
		assertEquals("Alternatives must be 0 for none, or 2 to 10 with the usual colouring among them, but are " + alternatives + ".", sentence);
	}
}
