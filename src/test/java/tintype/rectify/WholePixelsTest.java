package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import tintype.Progress;

/** Maps that put pixels on pixels keep every bit. */
class WholePixelsTest {

	private static final int WIDTH = 37, HEIGHT = 29;

	static List<Arguments> kindsAndInterpolations() {
		List<Arguments> all = new ArrayList<>();
		for (Class<?> kind : List.of(byte[].class, short[].class, float[].class, double[].class, int[].class))
			for (Interpolation interpolation : Interpolation.values())
				for (boolean replicate : new boolean[] { false, true })
					all.add(Arguments.of(kind, interpolation, replicate));
		return all;
	}

	@ParameterizedTest
	@MethodSource("kindsAndInterpolations")
	void keepBits(Class<?> kind, Interpolation interpolation, boolean replicate) {
		int[][] maps = { { 1, 0, 0, 0, 1, 0 }, { 1, 0, 5, 0, 1, -3 }, { 1, 0, -40, 0, 1, 2 }, // the same, shifts
			{ -1, 0, WIDTH - 1, 0, 1, 0 }, { 0, 1, 0, -1, 0, HEIGHT - 1 }, { -1, 0, WIDTH - 1, 0, -1, HEIGHT - 1 } }; // a mirror, turns
		for (int[] map : maps)
			for (double scale : new double[] { 1, 3, 1 / 7.0, 1e-5 })
				for (double noise : new double[] { 0, 1e-13 })
					compare(Pictures.noise(kind, WIDTH * HEIGHT, 11), map, scale, noise, interpolation, replicate);
	}

	/** @param noise what a solver leaves in each number */
	private static void compare(Object source, int[] m, double scale, double noise, Interpolation interpolation, boolean replicate) {
		if (source instanceof float[] floats) {
			floats[40] = Float.NaN;
			floats[100] = Float.NEGATIVE_INFINITY;
			floats[200] = -0f;
		}
		double n = 1 + noise;
		Homography toSource = Homography.of(scale * m[0] * n, scale * (m[1] - noise), scale * m[2], scale * (m[3] + noise), scale * m[4], scale * m[5] * n,
			-noise * scale / 50, noise * scale / 60, scale);
		int width = 45, height = 41;
		Object warped = new Warp(toSource, width, height, interpolation, new Border(replicate, 9), true).of(source, WIDTH, HEIGHT, Progress.NONE);
		for (int k = 0; k < width * height; k++) {
			int i = k % width, j = k / width, x = m[0] * i + m[1] * j + m[2], y = m[3] * i + m[4] * j + m[5];
			int column = Math.max(0, Math.min(WIDTH - 1, x)), row = Math.max(0, Math.min(HEIGHT - 1, y));
			boolean outside = !replicate && (column != x || row != y);
			Object expected = outside ? fill(source) : Array.get(source, row * WIDTH + column);
			assertEquals(expected, Array.get(warped, k), "at " + i + ", " + j);
		}
	}

	private static Object fill(Object source) {
		if (source instanceof byte[]) return (byte) 9;
		if (source instanceof short[]) return (short) 9;
		if (source instanceof float[]) return 9f;
		if (source instanceof double[]) return 9.0;
		return 0xff000009;
	}

	/** Where only the rows fit, the row beside has no part, be it NaN. */
	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void zeroWeightsDoNotCount(Interpolation interpolation) {
		float[] source = (float[]) Pictures.noise(float[].class, WIDTH * HEIGHT, 12);
		for (int x = 0; x < WIDTH; x++)
			source[10 * WIDTH + x] = Float.NaN;
		float[] warped = new Warp(Homography.of(1, 0, 0.5, 0, 1, 0, 0, 0, 1), WIDTH, HEIGHT, interpolation, Border.REPLICATE, true).of(source, WIDTH, HEIGHT, Progress.NONE);
		int above = interpolation == Interpolation.BSPLINE ? 1 : 0;
		for (int k = 0; k < warped.length; k++)
			assertEquals(Math.abs(k / WIDTH - 10) <= above, Float.isNaN(warped[k]), "row " + k / WIDTH);
	}

	/** One bad pixel spoils what it has a weight in, and nothing else. */
	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void notANumberStaysLocal(Interpolation interpolation) {
		float[] source = (float[]) Pictures.noise(float[].class, WIDTH * HEIGHT, 13);
		Warp warp = new Warp(Homography.of(1, 0, 0.5, 0, 1, 0.5, 0, 0, 1), WIDTH, HEIGHT, interpolation, Border.REPLICATE, true);
		float[] good = warp.of(source, WIDTH, HEIGHT, Progress.NONE);
		source[14 * WIDTH + 18] = Float.NaN;
		float[] bad = warp.of(source, WIDTH, HEIGHT, Progress.NONE);
		int reach = interpolation == Interpolation.NEAREST ? 1 : interpolation.kernel().taps();
		int spoilt = 0;
		for (int k = 0; k < bad.length; k++) {
			if (Float.isNaN(bad[k])) spoilt++;
			else if (interpolation != Interpolation.BSPLINE) assertEquals(good[k], bad[k]);
		}
		assertEquals(reach * reach, spoilt);
	}

	/** Half of the width and height is the mean of four pixels, bit by bit in floating point. */
	@Test
	void halfIsTheMeanOfFour() {
		float[] source = (float[]) Pictures.noise(float[].class, 40 * 20, 14), expected = new float[20 * 10];
		for (int k = 0; k < expected.length; k++) {
			int at = k / 20 * 2 * 40 + k % 20 * 2;
			expected[k] = (float) ((((double) source[at] + source[at + 1]) + source[at + 40] + source[at + 41]) / 4);
		}
		Warp warp = new Warp(Homography.of(2, 0, 0.5, 0, 2, 0.5, 0, 0, 1), 20, 10, Interpolation.BILINEAR, Border.fill(0), true);
		assertArrayEquals(expected, warp.of(source, 40, 20, Progress.NONE));
	}

	/** Nearest neighbours at halves go to the right and down. */
	@Test
	void halvesAreRoundedUp() {
		byte[] source = { 0, 1, 2, 3, 4, 5, 6, 7 };
		Warp warp = new Warp(Homography.of(2, 0, 0.5, 0, 1, 0, 0, 0, 1), 4, 1, Interpolation.NEAREST, Border.fill(0), true);
		assertArrayEquals(new byte[] { 1, 3, 5, 7 }, warp.of(source, 8, 1, Progress.NONE));
		Warp scaled = new Warp(Homography.of(3, 0, 0, 0, 6, 1.5, 0, 0, 3), 1, 4, Interpolation.NEAREST, Border.fill(0), true);
		assertArrayEquals(new byte[] { 1, 3, 5, 7 }, scaled.of(source, 1, 8, Progress.NONE));
	}
}
