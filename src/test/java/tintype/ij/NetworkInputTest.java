package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import tintype.TintypeException;
import tintype.inspect.Operation;
import tintype.inspect.Tensor;

/** Every kind of image as what a network reads. */
class NetworkInputTest {

	private static final Operation.Input ANY = new Operation.Input(-1, -1, 1), COLOUR = new Operation.Input(-1, -1, 3);

	/** CIE lightness of a grey of sRGB, -1 to 1 (IEC 61966-2-1). */
	private static float lightness(double grey) {
		double linear = grey <= 0.04045 ? grey / 12.92 : Math.pow((grey + 0.055) / 1.055, 2.4);
		double l = linear <= 216 / 24389.0 ? linear * 24389 / 27 : 116 * Math.cbrt(linear) - 16;
		return (float) (l / 50 - 1);
	}

	private static ImagePlus image(int bits) {
		return switch (bits) {
			case 8 -> new ImagePlus("", new ByteProcessor(4, 1, new byte[] { 0, 51, (byte) 204, (byte) 255 }));
			case 16 -> displayed(new ImagePlus("", new ShortProcessor(4, 1, new short[] { 100, 600, 1100, 2100 }, null)), 100, 1100);
			case 32 -> displayed(new ImagePlus("", new FloatProcessor(4, 1, new float[] { -2, -1, 0, 2 })), -2, 0);
			default -> new ImagePlus("", new ColorProcessor(4, 1, new int[] { 0, 0x333333, 0xcccccc, 0xff0000 }));
		};
	}

	private static ImagePlus displayed(ImagePlus imp, double min, double max) {
		imp.setDisplayRange(min, max);
		return imp;
	}

	private static float[] values(ImagePlus imp, Operation.Input shape, String range, boolean own) {
		return NetworkInput.of(imp, shape, InputRange.of(range).resolved(imp, own), false).tensor().values();
	}

	/** Deeper images by their range of display, and not cut off. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "8|auto|0 0.2 0.8 1", "8|as they are|0 51 204 255", "8|0 to 1|0 0.2 0.8 1", "8|-1 to 1|-1 -0.6 0.6 1", //
		"16|auto|0 0.5 1 2", "16|as they are|100 600 1100 2100", "16|0 to 1|0 0.5 1 2", "16|-1 to 1|-1 0 1 3", //
		"32|auto|-2 -1 0 2", "32|as they are|-2 -1 0 2", "32|0 to 1|0 0.5 1 2", "32|-1 to 1|-1 0 1 3", //
		"24|auto|0 0.2 0.8 0.299", "24|as they are|0 51 204 76.245", "24|0 to 1|0 0.2 0.8 0.299", "24|-1 to 1|-1 -0.6 0.6 -0.402" })
	void rangesOfEveryDepth(int bits, String range, String expected) {
		float[] numbers = values(image(bits), ANY, range, false);
		double[] right = Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
		for (int i = 0; i < right.length; i++)
			assertEquals(right[i], numbers[i], 1e-5 * Math.max(1, Math.abs(right[i])));
	}

	/** What Tintype's own models read, unless they are told otherwise. */
	@ParameterizedTest
	@CsvSource({ "8, 0.2, 0.8", "16, 0.5, 1", "32, 0.5, 1", "24, 0.2, 0.8" })
	void lightnessOfEveryDepth(int bits, double second, double third) {
		float[] asked = values(image(bits), ANY, "lightness", false);
		assertArrayEquals(new float[] { -1, lightness(second), lightness(third) }, Arrays.copyOf(asked, 3), 2e-3f);
		assertArrayEquals(asked, values(image(bits), ANY, "auto", true));
	}

	@Test
	void coloursAreThreeChannels() {
		ImagePlus imp = new ImagePlus("", new ColorProcessor(2, 1, new int[] { 0xff0033, 0x00cc00 }));
		assertArrayEquals(new float[] { 1, 0, 0.2f, 0, 0.8f, 0 }, values(imp, COLOUR, "auto", false), 1e-6f);
		String sentence = assertThrows(TintypeException.class, () -> values(imp, COLOUR, "lightness", false)).getMessage();
		assertEquals("The network reads 3 channels, not lightness alone: choose another range of values.", sentence);
	}

	/** Two frames of three channels; a plain stack of as many slices is one image. */
	@Test
	void channelsOfAHyperstackGoTogether() {
		ImagePlus imp = IJ.createHyperStack("cells", 2, 1, 3, 1, 2, 32);
		for (int slice = 1; slice <= 6; slice++)
			imp.getStack().getProcessor(slice).setf(1, 0, slice);
		Tensor tensor = NetworkInput.of(imp, COLOUR, InputRange.AS_THEY_ARE, false).tensor();
		assertArrayEquals(new int[] { 2, 1, 2, 3 }, tensor.shape());
		assertArrayEquals(new float[] { 0, 0, 0, 1, 2, 3, 0, 0, 0, 4, 5, 6 }, tensor.values());
		Tensor scaled = NetworkInput.of(imp, new Operation.Input(1, 4, 3), InputRange.AS_THEY_ARE, true).tensor();
		assertArrayEquals(new int[] { 2, 1, 4, 3 }, scaled.shape());
		imp.setDimensions(1, 6, 1);
		String sentence = assertThrows(TintypeException.class, () -> NetworkInput.of(imp, COLOUR, InputRange.AS_THEY_ARE, false)).getMessage();
		assertEquals("The network reads 3 channels and \"cells\" has 1: convert the image first.", sentence);
	}

	/** All of the image, also where a part is selected, and by the range that the user sees. */
	@Test
	void fitScalesAllOfTheImage() {
		ShortProcessor left = new ShortProcessor(8, 8);
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 8; x++)
				left.set(x, y, x < 4 ? 100 : 600);
		ImagePlus imp = displayed(new ImagePlus("", left), 100, 1100);
		imp.setRoi(0, 0, 2, 2);
		assertArrayEquals(new float[] { 0, 0.5f, 0, 0.5f }, NetworkInput.of(imp, new Operation.Input(2, 2, 1), InputRange.UNIT, true).tensor().values(), 0.1f);
		assertEquals(2, imp.getRoi().getBounds().width);
	}

	/** One range of display for all slices, that of the image. */
	@Test
	void slicesAreABatch() {
		ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 0, 100 }, null));
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 200, 400 }, null));
		Tensor tensor = NetworkInput.of(displayed(new ImagePlus("", stack), 0, 200), ANY, InputRange.UNIT, false).tensor();
		assertArrayEquals(new int[] { 2, 1, 2, 1 }, tensor.shape());
		assertArrayEquals(new float[] { 0, 0.5f, 1, 2 }, tensor.values());
	}

	@Test
	void rowsAndSequences() {
		ImagePlus imp = new ImagePlus("plate", new FloatProcessor(3, 2, new float[] { 1, 2, 3, 4, 5, 6 }));
		assertArrayEquals(new int[] { 1, 6 }, NetworkInput.of(imp, new Operation.Input(6), InputRange.AS_THEY_ARE, false).tensor().shape());
		Tensor sequence = NetworkInput.of(imp, new Operation.Input(3, 2), InputRange.AS_THEY_ARE, false).tensor();
		assertArrayEquals(new int[] { 1, 3, 2 }, sequence.shape());
		assertArrayEquals(new float[] { 1, 4, 2, 5, 3, 6 }, sequence.values());
		String sentence = assertThrows(TintypeException.class, () -> NetworkInput.of(imp, new Operation.Input(7), InputRange.AS_THEY_ARE, false)).getMessage();
		assertTrue(sentence.startsWith("The network reads rows of 7 values and \"plate\" has 6 pixels"), sentence);
	}
}
