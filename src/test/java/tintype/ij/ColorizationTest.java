package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import tintype.Colorizer;
import tintype.DefaultModel;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.Slices;
import tintype.TintypeException;
import tintype.color.Lab;

class ColorizationTest {

	private static ImagePlus colorized(ImagePlus imp) {
		return Colorization.of(imp, "default", new Look(Setting.VIVID, 0, 1), Progress.NONE);
	}

	private static ImagePlus separate(ImagePlus imp, Progress progress) {
		return Colorization.of(imp, "default", Look.VIVID, Slices.SEPARATE, progress);
	}

	private static ImagePlus ramp(int bits) {
		return IJ.createImage("ramp.tif", bits + "-bit ramp", 30, 20, 1);
	}

	@Test
	void equalsTheScript() {
		ImagePlus imp = ramp(16);
		int[] pixels = (int[]) colorized(imp).getProcessor().getPixels();
		try (Colorizer colorizer = Colorizer.open("default")) {
			var rgb = colorizer.colorize(Images.lightness(imp, 1), Look.VIVID, Progress.NONE);
			for (int i = 0; i < pixels.length; i++)
				assertEquals(rgb.getAt(i % 30, i / 30).get() & 0xffffff, pixels[i] & 0xffffff);
		}
	}

	@Test
	void keepsLightnessWithoutSaturation() {
		ImagePlus imp = ramp(8);
		ImagePlus grey = Colorization.of(imp, "default", new Look(Setting.VIVID, 0.38, 0), Progress.NONE);
		for (int x = 0; x < 30; x++)
			assertEquals(Images.lightness(imp, 1).getAt(x, 5).get(), Lab.lightness(grey.getProcessor().get(x, 5)), 0.3);
	}

	@Test
	void keepsWhatBelongsToThePicture() {
		ImagePlus imp = ramp(16);
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().setUnit("mm");
		imp.getCalibration().xOrigin = 7;
		imp.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		imp.setProperty("Info", "Taken: 1908");
		imp.setProp("Archive", "box 12");
		ImagePlus result = colorized(imp);
		assertEquals("ramp-colorized", result.getTitle());
		assertEquals(24, result.getBitDepth());
		assertEquals(0.25, result.getCalibration().pixelWidth);
		assertEquals("mm", result.getCalibration().getUnit());
		assertEquals(7, result.getCalibration().xOrigin);
		assertEquals(1, result.getOverlay().size());
		assertNotSame(imp.getOverlay(), result.getOverlay());
		assertNotSame(imp.getCalibration(), result.getCalibration());
		assertEquals("box 12", result.getProp("Archive"));
		String[] info = result.getInfoProperty().split("\n");
		assertEquals("Taken: 1908", info[0]);
		assertTrue(info[1].startsWith("Tintype: ") && info[1].contains("CPU"), info[1]);
		assertEquals("Tintype: " + DefaultModel.words(), info[2]);
	}

	@Test
	void leavesTheInputAlone() {
		for (int bits : new int[] { 8, 16, 32 }) {
			ImagePlus imp = IJ.createImage("stack", bits + "-bit ramp", 20, 10, 3);
			imp.setSlice(2);
			imp.setRoi(2, 3, 4, 5);
			imp.setDisplayRange(20, 200);
			imp.changes = false;
			Object[] before = copies(imp);
			colorized(imp);
			assertArrayEquals(before, copies(imp));
			assertEquals(2, imp.getCurrentSlice());
			assertEquals(new Roi(2, 3, 4, 5), imp.getRoi());
			assertEquals(20, imp.getDisplayRangeMin());
			assertEquals(200, imp.getDisplayRangeMax());
			assertFalse(imp.changes);
			assertFalse(imp.isLocked());
			assertEquals("stack", imp.getTitle());
		}
	}

	private static Object[] copies(ImagePlus imp) {
		Object[] planes = new Object[imp.getStackSize()];
		for (int i = 0; i < planes.length; i++)
			planes[i] = imp.getStack().getProcessor(i + 1).duplicate().getPixels();
		return planes;
	}

	@Test
	void keepsAHyperstacksShapeAndLabels() {
		ImagePlus imp = IJ.createHyperStack("h", 12, 10, 2, 3, 2, 16);
		for (int i = 1; i <= 12; i++) {
			imp.getStack().setSliceLabel("label " + i, i);
			imp.getStack().getProcessor(i).set(i * 100);
		}
		imp.setPosition(2, 3, 1);
		ImagePlus result = colorized(imp);
		assertArrayEquals(imp.getDimensions(), result.getDimensions());
		assertTrue(result.isHyperStack());
		assertEquals(imp.getCurrentSlice(), result.getCurrentSlice());
		for (int i = 1; i <= 12; i++)
			assertEquals("label " + i, result.getStack().getSliceLabel(i));
	}

	@Test
	void separatePicturesEqualThePlanes() {
		ImagePlus imp = IJ.createImage("s", "8-bit ramp", 20, 12, 3);
		imp.getStack().getProcessor(2).invert();
		ImagePlus result = separate(imp, Progress.NONE);
		for (int i = 1; i <= 3; i++) {
			ImagePlus plane = colorized(new ImagePlus("p", imp.getStack().getProcessor(i).duplicate()));
			assertArrayEquals((int[]) plane.getProcessor().getPixels(), (int[]) result.getStack().getPixels(i));
		}
	}

	@Test
	void coloursRgbAndOnePixel() {
		ImagePlus one = new ImagePlus("one", new ByteProcessor(1, 1));
		assertEquals(1, colorized(one).getWidth());
		ImagePlus rgb = IJ.createImage("rgb", "RGB ramp", 9, 9, 2);
		assertEquals(2, colorized(rgb).getStackSize());
	}

	@Test
	void reportsTheWholeStackAndStopsWhenCanceled() {
		ImagePlus imp = IJ.createImage("s", "8-bit ramp", 20, 12, 4);
		List<String> texts = new ArrayList<>();
		Progress canceling = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				assertTrue(done <= total);
				texts.add(text);
			}

			@Override
			public boolean canceled() {
				return texts.contains("Slice 3 of 4");
			}
		};
		assertThrows(CancellationException.class, () -> separate(imp, canceling));
		assertTrue(texts.get(0).startsWith("Opening the model"), texts.get(0));
		assertEquals("Slice 1 of 4", texts.get(1));
		assertFalse(texts.contains("Slice 4 of 4"));
	}

	@Test
	void saysBeforehandWhenAStackIsTooLarge() {
		VirtualStack endless = new VirtualStack(1000, 1000) {

			@Override
			public int size() {
				return 1_000_000;
			}

			@Override
			public int getSize() {
				return 1_000_000;
			}

			@Override
			public ImageProcessor getProcessor(int n) {
				return new ByteProcessor(1000, 1000);
			}
		};
		ImagePlus imp = new ImagePlus("endless", endless);
		String sentence = assertThrows(TintypeException.class, () -> colorized(imp)).getMessage();
		assertTrue(sentence.contains("4000.0 GB") && sentence.contains("Memory & Threads"), sentence);
	}

	@Test
	void coloursAVirtualStack() {
		VirtualStack planes = new VirtualStack(8, 6) {

			@Override
			public int size() {
				return 3;
			}

			@Override
			public int getSize() {
				return 3;
			}

			@Override
			public ImageProcessor getProcessor(int n) {
				ByteProcessor ip = new ByteProcessor(8, 6);
				ip.set(60 * n);
				return ip;
			}
		};
		ImagePlus result = colorized(new ImagePlus("virtual", planes));
		assertEquals(3, result.getStackSize());
		assertTrue(Lab.lightness(result.getStack().getProcessor(3).get(0, 0)) > Lab.lightness(result.getStack().getProcessor(1).get(0, 0)));
	}

	@Test
	void refusesBadInput() {
		assertThrows(TintypeException.class, () -> colorized(new ImagePlus()));
		assertThrows(TintypeException.class, () -> Colorization.of(ramp(8), "default", new Look(Setting.VIVID, 2, 1), Progress.NONE));
		assertThrows(TintypeException.class, () -> Colorization.of(ramp(8), "no-such-model.zip", new Look(Setting.VIVID, 0.38, 1), Progress.NONE));
	}
}
