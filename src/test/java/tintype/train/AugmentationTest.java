package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import tintype.Labelled;
import tintype.TintypeException;
import tintype.color.Lab;

class AugmentationTest {

	private static final int SIDE = 16;
	private static final Photo PHOTO = new Photo(64, 64, Pictures.landscape(64, 3));

	@Test
	void labels() {
		assertEquals("[none, mirror, mirror and scale, old photograph]", Labelled.labels(Augmentation.class).toString());
		assertEquals(Augmentation.SCALE, Augmentation.of("mirror and scale"));
		assertThrows(TintypeException.class, () -> Augmentation.of("turn"));
	}

	/** Old photographs are scaled as the others, so the same chance gives the same true colours. */
	@Test
	void toneChangesNoTarget() {
		boolean changed = false;
		for (int seed = 0; seed < 50; seed++) {
			Patch scaled = Patch.cut(PHOTO, new PatchShape(10, 3, 1, false), Augmentation.SCALE, new SplittableRandom(seed));
			Patch old = Patch.cut(PHOTO, new PatchShape(10, 3, 1, false), Augmentation.OLD_PHOTOGRAPH, new SplittableRandom(seed));
			assertArrayEquals(scaled.a(), old.a());
			assertArrayEquals(scaled.b(), old.b());
			changed |= !Arrays.equals(scaled.lightness(), old.lightness());
		}
		assertTrue(changed);
	}

	@Test
	void oldLightnessStaysInRangeAndMoves() {
		int same = 0;
		double lowest = 100, highest = 0, sum = 0;
		for (int seed = 0; seed < 400; seed++) {
			int[] rgb = Augmentation.NONE.square(PHOTO, SIDE, new SplittableRandom(seed));
			float[] plain = Augmentation.NONE.lightness(rgb, SIDE, null);
			float[] old = Augmentation.OLD_PHOTOGRAPH.lightness(rgb, SIDE, new SplittableRandom(seed));
			assertArrayEquals(old, Augmentation.OLD_PHOTOGRAPH.lightness(rgb, SIDE, new SplittableRandom(seed)));
			for (float value : old)
				assertTrue(value >= 0 && value <= 100, "L is " + value);
			if (Arrays.equals(plain, old)) same++;
			double difference = mean(old) - mean(plain);
			lowest = Math.min(lowest, difference);
			highest = Math.max(highest, difference);
			sum += difference;
		}
		assertEquals(100, same, 30); // a quarter is left alone; 3.5 standard deviations
		assertTrue(lowest < -8 && highest > 8, "means move by " + lowest + " to " + highest);
		assertEquals(0, sum / 400, 5);
	}

	/** Red on film that is blind to it is dark, blue is light. */
	@Test
	void orthochromaticFilmSeesNoRed() {
		double darkest = 100, lightest = 0;
		for (int seed = 0; seed < 200; seed++) {
			darkest = Math.min(darkest, mean(OldPhotograph.of(Pictures.filled(SIDE, 0xff0000), SIDE, new SplittableRandom(seed))));
			lightest = Math.max(lightest, mean(OldPhotograph.of(Pictures.filled(SIDE, 0x0000ff), SIDE, new SplittableRandom(seed))));
		}
		assertTrue(darkest < 15, "red, L 53, becomes " + darkest + " at least");
		assertTrue(lightest > 70, "blue, L 32, becomes " + lightest + " at most");
	}

	@Test
	void greyKeepsItsOrder() {
		for (int seed = 0; seed < 100; seed++) {
			double dark = mean(OldPhotograph.of(Pictures.filled(SIDE, 0x303030), SIDE, new SplittableRandom(seed)));
			double light = mean(OldPhotograph.of(Pictures.filled(SIDE, 0xc0c0c0), SIDE, new SplittableRandom(seed)));
			assertTrue(dark < light - 10, "seed " + seed + ": " + dark + " " + light);
		}
	}

	private static double mean(float[] values) {
		double sum = 0;
		for (float value : values)
			sum += value;
		return sum / values.length;
	}

	/** A stripe pattern finer than the new pixels comes out even, of the stripes' mean light. */
	@Test
	void shrinkingDoesNotAlias() {
		int[] stripes = new int[64 * 64];
		for (int i = 0; i < stripes.length; i++)
			stripes[i] = i % 2 == 0 ? 0xffffff : 0;
		int[] half = AreaSampling.square(new Photo(64, 64, stripes), 0, 0, 2, 32, false);
		assertArrayEquals(Pictures.filled(32, 0xbcbcbc), half); // half the light
		for (int pixel : AreaSampling.square(new Photo(64, 64, stripes), 0.7, 3.1, 1.9, 32, false))
			assertEquals(0xbc, pixel & 255, 8);
	}

	@Test
	void wholeStepsCopy() {
		int[] expected = new int[SIDE * SIDE], mirrored = new int[SIDE * SIDE];
		for (int i = 0; i < expected.length; i++) {
			expected[i] = PHOTO.rgb()[(5 + i / SIDE) * 64 + 7 + i % SIDE] & 0xffffff;
			mirrored[i] = PHOTO.rgb()[(5 + i / SIDE) * 64 + 7 + SIDE - 1 - i % SIDE] & 0xffffff;
		}
		assertArrayEquals(expected, AreaSampling.square(PHOTO, 7, 5, 1, SIDE, false));
		assertArrayEquals(mirrored, AreaSampling.square(PHOTO, 7, 5, 1, SIDE, true));
	}

	/** A ramp in linear light stays one, at every zoom. */
	@Test
	void enlargingInterpolates() {
		int[] ramp = new int[64 * 64];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = 0x010101 * (100 + i % 64);
		Photo photo = new Photo(64, 64, ramp);
		for (double zoom : new double[] { 2, 1.7, 1, 0.8, 0.5 }) {
			int[] square = AreaSampling.square(photo, 10, 10, 1 / zoom, 8, false);
			for (int x = 0; x < 8; x++)
				assertEquals(100 + 10 + (x + 0.5) / zoom - 0.5, square[x] & 255, 1, zoom + " at " + x);
		}
	}

	@Test
	void everyCornerStaysInside() {
		Photo tight = new Photo(SIDE, SIDE + 1, Arrays.copyOf(PHOTO.rgb(), SIDE * (SIDE + 1)));
		for (Augmentation augmentation : Augmentation.values())
			for (int seed = 0; seed < 200; seed++)
				assertEquals(SIDE * SIDE, augmentation.square(tight, SIDE, new SplittableRandom(seed)).length);
	}

	/** A ramp's slope in the square tells the zoom. */
	@Test
	void zoomsLieBetweenAHalfAndTwo() {
		int[] ramp = new int[200 * 200];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = Lab.toSrgb(5 + 0.45 * (i % 200), 0, 0);
		Photo photo = new Photo(200, 200, ramp);
		double smallest = 9, largest = 0, logs = 0;
		int mirrored = 0;
		for (int seed = 0; seed < 300; seed++) {
			int[] square = Augmentation.SCALE.square(photo, 40, new SplittableRandom(seed));
			double slope = (Lab.lightness(square[39]) - Lab.lightness(square[0])) / 39 / 0.45;
			if (slope < 0) mirrored++;
			double zoom = 1 / Math.abs(slope);
			smallest = Math.min(smallest, zoom);
			largest = Math.max(largest, zoom);
			logs += Math.log(zoom) / 300;
		}
		assertTrue(smallest > 0.47 && smallest < 0.55, "smallest zoom " + smallest);
		assertTrue(largest > 1.8 && largest < 2.2, "largest zoom " + largest);
		assertEquals(0, logs, 0.12);
		assertEquals(150, mirrored, 35);
		assertFalse(mirrored == 0);
	}

	@Test
	void blurKeepsTheMeanAndCalmsNoise() {
		SplittableRandom random = new SplittableRandom(1);
		float[] noise = new float[200 * 200];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		GaussianBlur blur = GaussianBlur.of(0.8);
		blur.blur(noise, 200);
		double squares = 0;
		for (float value : noise)
			squares += value * value;
		assertEquals(blur.noiseGain(), Math.sqrt(squares / noise.length), 0.01);
		float[] even = new float[SIDE * SIDE];
		Arrays.fill(even, 42);
		blur.blur(even, SIDE);
		for (float value : even)
			assertEquals(42, value, 1e-4);
		float[] sharp = { 1, 2, 3, 4 };
		GaussianBlur.of(0).blur(sharp, 2);
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, sharp);
	}
}
