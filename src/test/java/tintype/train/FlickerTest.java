package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.color.Lab;

/** The measure of flicker, and that a series has little of it. */
class FlickerTest {

	/** Twice the ab distance that rounding to 8-bit sRGB makes. */
	private static final double ROUNDING = 1;

	@Test
	void isTheDistanceOfTheColours() {
		Flicker flicker = new Flicker();
		flicker.add(new int[] { Lab.toSrgb(50, 10, 0), Lab.toSrgb(50, 0, 0) });
		flicker.add(new int[] { Lab.toSrgb(50, 10, 8), Lab.toSrgb(50, 0, 0) });
		assertEquals(4, flicker.mean(), ROUNDING);
		flicker.add(new int[] { Lab.toSrgb(50, 10, 8), Lab.toSrgb(50, 0, 0) });
		assertEquals(2, flicker.mean(), ROUNDING / 2);
	}

	@Test
	void leavesOutWhatMoves() {
		Flicker flicker = new Flicker();
		flicker.add(new int[] { Lab.toSrgb(50, 40, 0), Lab.toSrgb(30, 0, 20) });
		flicker.add(new int[] { Lab.toSrgb(60, 0, 0), Lab.toSrgb(31, 0, 20) });
		assertEquals(0, flicker.mean(), ROUNDING);
	}

	@Test
	void isUnknownWithoutAPixelThatStays() {
		Flicker flicker = new Flicker();
		flicker.add(new int[] { 0 });
		assertTrue(Double.isNaN(flicker.mean()));
		flicker.add(new int[] { 0xffffff });
		assertTrue(Double.isNaN(flicker.mean()));
	}

	@Test
	void aSeriesFlickersLessAndKeepsItsColour() {
		List<Img<FloatType>> frames = new Newsreel(0.12, 1.5, 0.5).frames("landscape.png", 10);
		try (Colorizer colorizer = Colorizer.open("default")) {
			Restlessness separate = Restlessness.separate(colorizer, frames), series = Restlessness.series(colorizer, frames);
			System.out.println("Default model, separate pictures: " + separate + "; series: " + series);
			assertTrue(series.flicker() <= separate.flicker() / 2, separate + " " + series);
			assertEquals(1, series.chroma() / separate.chroma(), 0.1);
		}
	}

	/** Frames that stand still, then another scene: neither sees the other, nor does anything change. */
	@Test
	void nothingPassesACut() {
		List<RandomAccessibleInterval<FloatType>> frames = new ArrayList<>();
		for (String picture : List.of("landscape.png", "label-oblique.png"))
			for (Img<FloatType> frame : new Newsreel(0, 0, 0).frames(picture, 4))
				frames.add(Views.zeroMin(Views.interval(frame, Intervals.createMinSize(0, 0, 80, 70))));
		List<int[]> colours = new ArrayList<>();
		try (Colorizer colorizer = Colorizer.open("default")) {
			colorizer.colorizeSeries(frames, Look.VIVID, (rgb, frame) -> colours.add(rgb.update(null).getCurrentStorageArray()), Progress.NONE);
			for (int frame : new int[] { 0, 3, 4, 7 }) {
				Flicker difference = new Flicker();
				difference.add(colorizer.colorize(frames.get(frame), Look.VIVID, Progress.NONE).update(null).getCurrentStorageArray());
				difference.add(colours.get(frame));
				assertEquals(0, difference.mean(), 0.1, "frame " + frame);
			}
		}
	}
}
