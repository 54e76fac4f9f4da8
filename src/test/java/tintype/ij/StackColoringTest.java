package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;

/** Which planes belong together, and that the stack stays a stack. */
class StackColoringTest {

	/** A restless ramp in every plane. */
	private static ImagePlus hyperstack(int channels, int slices, int frames) {
		ImagePlus imp = IJ.createHyperStack("h", 16, 12, channels, slices, frames, 8);
		Random random = new Random(6);
		for (int plane = 1; plane <= imp.getStackSize(); plane++) {
			byte[] pixels = (byte[]) imp.getStack().getPixels(plane);
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (byte) (100 + 5 * (i % 16) + random.nextInt(60));
		}
		return imp;
	}

	private static ImagePlus colorized(ImagePlus imp, Slices slices) {
		return Colorization.of(imp, "default", Look.VIVID, slices, Progress.NONE);
	}

	private static List<List<Integer>> series(ImagePlus imp, Slices slices) {
		List<List<Integer>> series = new ArrayList<>();
		for (int[] each : Series.of(imp, slices))
			series.add(Arrays.stream(each).boxed().toList());
		return series;
	}

	@Test
	void seriesRunAlongTheFramesOrElseInDepth() {
		assertEquals(List.of(List.of(1, 7), List.of(2, 8), List.of(3, 9), List.of(4, 10), List.of(5, 11), List.of(6, 12)),
			series(hyperstack(2, 3, 2), Slices.SERIES));
		assertEquals(List.of(List.of(1, 3, 5), List.of(2, 4, 6)), series(hyperstack(2, 3, 1), Slices.SERIES));
		assertEquals(List.of(List.of(1), List.of(2), List.of(3)), series(hyperstack(3, 1, 1), Slices.SERIES));
		assertEquals(List.of(List.of(1, 2, 3, 4)), series(IJ.createImage("s", "8-bit", 9, 9, 4), Slices.SERIES));
		assertEquals(List.of(List.of(1), List.of(2), List.of(3), List.of(4)), series(hyperstack(2, 1, 2), Slices.SEPARATE));
	}

	@Test
	void aHyperstackEqualsItsSeries() {
		ImagePlus imp = hyperstack(2, 2, 3), result = colorized(imp, Slices.SERIES);
		assertArrayEquals(imp.getDimensions(), result.getDimensions());
		try (Colorizer colorizer = Colorizer.open("default")) {
			for (int[] series : Series.of(imp, Slices.SERIES))
				colorizer.colorizeSeries(Arrays.stream(series).mapToObj(plane -> Images.lightness(imp, plane)).toList(), Look.VIVID,
					(rgb, i) -> assertArrayEquals(rgb.update(null).getCurrentStorageArray(), (int[]) result.getStack().getPixels(series[i])),
					Progress.NONE);
		}
	}

	@Test
	void aSeriesIsNotItsPlanes() {
		ImagePlus imp = hyperstack(1, 1, 3);
		int[] series = (int[]) colorized(imp, Slices.SERIES).getStack().getPixels(2);
		assertFalse(Arrays.equals(series, (int[]) colorized(imp, Slices.SEPARATE).getStack().getPixels(2)));
	}

	@Test
	void keepsCalibrationAndLabelsAndTellsHow() {
		ImagePlus imp = hyperstack(1, 1, 3);
		imp.getCalibration().frameInterval = 0.04;
		for (int i = 1; i <= 3; i++)
			imp.getStack().setSliceLabel("frame " + i, i);
		ImagePlus result = colorized(imp, Slices.SERIES);
		assertEquals(0.04, result.getCalibration().frameInterval);
		assertEquals("frame 3", result.getStack().getSliceLabel(3));
		assertTrue(result.getInfoProperty().contains(", slices: series"), result.getInfoProperty());
		assertTrue(colorized(imp, Slices.SEPARATE).getInfoProperty().contains(", slices: separate pictures"));
	}

	@Test
	void tellsHowFarItIs() {
		List<String> texts = new ArrayList<>();
		Progress listening = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				assertTrue(done <= total);
				texts.add(text);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		Colorization.of(hyperstack(2, 1, 2), "default", Look.VIVID, Slices.SERIES, listening);
		assertEquals("Comparing slices, 1 of 2, series 1 of 2", texts.get(1));
		assertEquals("Slice 2 of 2, series 2 of 2", texts.get(texts.size() - 1));
	}
}
