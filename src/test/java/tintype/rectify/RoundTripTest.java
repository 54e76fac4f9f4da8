package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.SharedData;

/** How much of a picture is left after it was laid flat, a little smaller, and tilted back. */
class RoundTripTest {

	private static final double SMALLER = 0.9;

	/** Left out at the edges, of the width or height: what was cut off on the way. */
	private static final double MARGIN = 0.15;

	@Test
	void renderedPicture() {
		int size = 512;
		check(Pictures.photograph(size), size, size);
	}

	@Test
	void photograph() throws IOException {
		BufferedImage image = ImageIO.read(SharedData.require("data/wild/skimage_astronaut.png").toFile());
		check(Pictures.pixels(image), image.getWidth(), image.getHeight());
	}

	private static void check(Object picture, int width, int height) {
		Map<Interpolation, Double> decibels = new EnumMap<>(Interpolation.class);
		for (Interpolation interpolation : Interpolation.values())
			decibels.put(interpolation, decibels(picture, width, height, interpolation));
		assertTrue(decibels.get(Interpolation.BSPLINE) >= 40.5, decibels.toString());
		assertTrue(decibels.get(Interpolation.LANCZOS3) >= 40.5, decibels.toString());
		assertTrue(decibels.get(Interpolation.BICUBIC) < decibels.get(Interpolation.BSPLINE) - 2, decibels.toString());
		assertTrue(decibels.get(Interpolation.BILINEAR) < decibels.get(Interpolation.BICUBIC) - 3, decibels.toString());
	}

	/** The peak signal-to-noise ratio of values 0..255. */
	private static double decibels(Object picture, int width, int height, Interpolation interpolation) {
		int flatWidth = (int) (SMALLER * width), flatHeight = (int) (SMALLER * height);
		Homography there = tilt(width, height, flatWidth, flatHeight);
		Object flat = new Warp(there, flatWidth, flatHeight, interpolation, Border.REPLICATE, true).of(picture, width, height, Progress.NONE);
		Object back = new Warp(there.inverse(), width, height, interpolation, Border.REPLICATE, true).of(flat, flatWidth, flatHeight, Progress.NONE);
		double sum = 0;
		long count = 0;
		for (int channel = 0; channel < Pictures.channels(picture); channel++) {
			double[] before = Pictures.values(picture, channel), after = Pictures.values(back, channel);
			for (int y = (int) (MARGIN * height); y < (1 - MARGIN) * height; y++)
				for (int x = (int) (MARGIN * width); x < (1 - MARGIN) * width; x++, count++)
					sum += Math.pow(before[y * width + x] - after[y * width + x], 2);
		}
		return 10 * Math.log10(255 * 255 * count / sum);
	}

	/** From the flat picture to the quad in the source. */
	private static Homography tilt(int width, int height, int flatWidth, int flatHeight) {
		Homography unit = Homography.of(0.90, -0.05, 0.075, 0.06, 0.86, 0.065, 0.04, 0.06, 1);
		return Homography.of(width, 0, 0, 0, height, 0, 0, 0, 1).after(unit) //
			.after(Homography.of(1.0 / flatWidth, 0, 0, 0, 1.0 / flatHeight, 0, 0, 0, 1));
	}
}
