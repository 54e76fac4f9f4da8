package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import tintype.TintypeException;
import tintype.color.Lab;

/** L of what ImageJ displays, in full depth. */
class ImagesTest {

	private static final double TOLERANCE = 1e-3;

	private static float at(ImagePlus imp, int slice, int x, int y) {
		return Images.lightness(imp, slice).getAt(x, y).get();
	}

	private static ImagePlus row(ImageProcessor ip) {
		return new ImagePlus("row", ip);
	}

	private static ByteProcessor bytes(int... values) {
		ByteProcessor ip = new ByteProcessor(values.length, 1);
		for (int x = 0; x < values.length; x++)
			ip.set(x, 0, values[x]);
		return ip;
	}

	@Test
	void greyByteIsItsSrgbGrey() {
		ImagePlus imp = row(bytes(0, 1, 128, 254, 255));
		for (int x = 0; x < 5; x++)
			assertEquals(Lab.lightness(imp.getProcessor().get(x, 0) * 0x010101), at(imp, 1, x, 0), TOLERANCE);
		assertEquals(100, at(imp, 1, 4, 0), TOLERANCE);
	}

	@Test
	void displayRangeOfBytesCounts() {
		ImagePlus imp = row(bytes(50, 100, 150, 200, 250));
		imp.setDisplayRange(100, 200);
		assertEquals(0, at(imp, 1, 0, 0), TOLERANCE);
		assertEquals(0, at(imp, 1, 1, 0), TOLERANCE);
		assertEquals(Lab.lightnessOfGrey(0.5), at(imp, 1, 2, 0), TOLERANCE);
		assertEquals(100, at(imp, 1, 3, 0), TOLERANCE);
		assertEquals(100, at(imp, 1, 4, 0), TOLERANCE);
	}

	@Test
	void invertingTableInverts() {
		for (ImageProcessor ip : new ImageProcessor[] { bytes(0, 255), bytes(0, 255).convertToShort(false) }) {
			ip.invertLut();
			ImagePlus imp = row(ip);
			imp.setDisplayRange(0, 255);
			assertEquals(100, at(imp, 1, 0, 0), TOLERANCE);
			assertEquals(0, at(imp, 1, 1, 0), TOLERANCE);
		}
	}

	@Test
	void colourTableGivesItsLightness() {
		ImagePlus imp = row(bytes(0, 128, 255));
		imp.setLut(LUT.createLutFromColor(Color.RED));
		assertEquals(Lab.lightness(0x800000), at(imp, 1, 1, 0), TOLERANCE);
		assertEquals(Lab.lightness(0xff0000), at(imp, 1, 2, 0), TOLERANCE);
	}

	@Test
	void thresholdOverlayIsNotPartOfThePicture() {
		ImagePlus imp = row(bytes(10, 128, 250));
		float before = at(imp, 1, 1, 0);
		imp.getProcessor().setThreshold(100, 200, ImageProcessor.RED_LUT);
		assertEquals(before, at(imp, 1, 1, 0), TOLERANCE);
	}

	@Test
	void shortsKeepTheirDepth() {
		ShortProcessor ip = new ShortProcessor(3, 1, new short[] { 1000, 1001, (short) 41000 }, null);
		ImagePlus imp = row(ip);
		imp.setDisplayRange(1000, 41000);
		assertEquals(0, at(imp, 1, 0, 0), TOLERANCE);
		assertEquals(Lab.lightnessOfGrey(1 / 40000.0), at(imp, 1, 1, 0), 1e-6);
		assertTrue(at(imp, 1, 1, 0) > 0);
		assertEquals(100, at(imp, 1, 2, 0), TOLERANCE);
	}

	@Test
	void floatsGoThroughTheDisplayRange() {
		ImagePlus imp = row(new FloatProcessor(5, 1, new float[] { -5, 0, 0.25f, 1, Float.POSITIVE_INFINITY }, null));
		imp.setDisplayRange(0, 1);
		double[] expected = { 0, 0, Lab.lightnessOfGrey(0.25), 100, 100 };
		for (int x = 0; x < 5; x++)
			assertEquals(expected[x], at(imp, 1, x, 0), TOLERANCE);
	}

	@Test
	void nanPixelIsBlackAndNanImageRefused() {
		float[] values = new float[6];
		Arrays.fill(values, Float.NaN);
		ImagePlus imp = row(new FloatProcessor(6, 1, values, null));
		assertTrue(assertThrows(TintypeException.class, () -> Images.requirePixels(imp)).getMessage().contains("NaN"));
		values[3] = 1;
		Images.requirePixels(imp);
		imp.setDisplayRange(0, 1);
		assertEquals(0, at(imp, 1, 0, 0), 0);
		imp.getProcessor().invertLut();
		assertEquals(0, at(imp, 1, 0, 0), 0);
	}

	@Test
	void rgbGivesItsLightness() {
		ImagePlus imp = row(new ColorProcessor(2, 1, new int[] { 0xff3060c0, 0xffffffff }));
		assertEquals(Lab.lightness(0x3060c0), at(imp, 1, 0, 0), TOLERANCE);
	}

	@Test
	void compositeChannelsHaveTheirOwnRange() {
		ImagePlus stack = IJ.createHyperStack("c", 4, 4, 2, 1, 1, 16);
		stack.getStack().getProcessor(1).set(500);
		stack.getStack().getProcessor(2).set(500);
		CompositeImage imp = new CompositeImage(stack, CompositeImage.GRAYSCALE);
		imp.setPosition(1, 1, 1);
		imp.setDisplayRange(0, 1000);
		imp.setPosition(2, 1, 1);
		imp.setDisplayRange(0, 500);
		assertEquals(Lab.lightnessOfGrey(0.5), at(imp, 1, 0, 0), TOLERANCE);
		assertEquals(100, at(imp, 2, 0, 0), TOLERANCE);
	}

	@Test
	void isAViewNotACopy() {
		ImagePlus imp = row(bytes(0, 0));
		var lightness = Images.lightness(imp, 1);
		imp.getProcessor().set(0, 0, 255);
		assertEquals(100, lightness.getAt(0, 0).get(), TOLERANCE);
	}

	@Test
	void refusesWhatHasNoPixels() {
		assertTrue(assertThrows(TintypeException.class, () -> Images.requirePixels(null)).getMessage().contains("no images"));
		assertTrue(assertThrows(TintypeException.class, () -> Images.requirePixels(new ImagePlus())).getMessage().contains("no pixels"));
	}
}
