package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import tintype.Canceled;
import tintype.Progress;
import tintype.TintypeException;

class WarpTest {

	private static final int WIDTH = 61, HEIGHT = 47;

	/** A quad that leans in all directions and reaches over two edges. */
	private static final double[] TILTED = { 0.9, -0.21, 9.3, 0.16, 0.74, -3.2137, 0.0012, 0.0027, 1 };

	/** Beyond the line i + j = 64 of the target there is nothing. */
	private static final double[] WITH_HORIZON = { -0.613, -0.209, 40.3, -0.107, -0.511, 35.1, -1 / 64.0, -1 / 64.0, 1 };

	private static final List<Class<?>> KINDS = List.of(byte[].class, short[].class, float[].class, double[].class, int[].class);

	static List<Arguments> everything() {
		List<Arguments> all = new ArrayList<>();
		for (Class<?> kind : KINDS)
			for (Interpolation interpolation : Interpolation.values())
				for (Border border : List.of(Border.fill(37), Border.REPLICATE))
					all.add(Arguments.of(kind.getSimpleName(), kind, interpolation, border));
		return all;
	}

	@ParameterizedTest(name = "{0} {2} {3}")
	@MethodSource("everything")
	void likeTheFormulas(String name, Class<?> kind, Interpolation interpolation, Border border) {
		Object source = Pictures.noise(kind, WIDTH * HEIGHT, 3);
		for (double[] matrix : List.of(TILTED, WITH_HORIZON))
			compare(source, matrix, interpolation, border);
	}

	private static void compare(Object source, double[] matrix, Interpolation interpolation, Border border) {
		int width = 300, height = 40;
		Object warped = new Warp(Homography.of(matrix), width, height, interpolation, border, false).of(source, WIDTH, HEIGHT, Progress.NONE);
		for (int channel = 0; channel < Pictures.channels(source); channel++) {
			double fill = source instanceof int[] ? (int) border.fill() >> 16 - 8 * channel & 0xff : border.fill();
			PlainWarp plain = new PlainWarp(Pictures.values(source, channel), WIDTH, HEIGHT, interpolation, new Border(border.replicate(), fill));
			double[] values = Pictures.values(warped, channel);
			for (int k = 0; k < values.length; k++) {
				double expected = Pictures.stored(source, plain.at(matrix, k % width, k / width));
				assertEquals(expected, values[k], tolerance(source, interpolation), "channel " + channel + " at " + k % width + ", " + k / width);
			}
		}
	}

	private static double tolerance(Object source, Interpolation interpolation) {
		if (interpolation == Interpolation.NEAREST) return 0;
		boolean exact = source instanceof double[] && interpolation != Interpolation.BSPLINE;
		return exact ? 1e-11 : source instanceof float[] || source instanceof double[] ? 1e-6 : 1;
	}

	@Test
	void beyondTheHorizonIsFilled() {
		byte[] source = (byte[]) Pictures.noise(byte[].class, WIDTH * HEIGHT, 5);
		for (boolean supersampling : new boolean[] { false, true })
			for (Interpolation interpolation : Interpolation.values()) {
				Homography toSource = Homography.of(-0.6, -0.2, 40, -0.1, -0.5, 35, -1 / 60.0, -1 / 60.0, 1);
				byte[] warped = new Warp(toSource, 100, 80, interpolation, new Border(true, 201), supersampling).of(source, WIDTH, HEIGHT, Progress.NONE);
				for (int k = 0; k < warped.length; k++)
					if (k % 100 + k / 100 >= 60) assertEquals(201, warped[k] & 0xff, interpolation + " at " + k);
			}
	}

	/** The values of a fill are those that the pixels can hold. */
	@Test
	void fillIsClamped() {
		Homography away = Homography.of(1, 0, 1000.5, 0, 1, 0, 0, 0, 1);
		for (Interpolation interpolation : Interpolation.values()) {
			assertArrayEquals(new byte[] { -1, -1 }, new Warp(away, 2, 1, interpolation, Border.fill(300), true).of(new byte[4], 2, 2, Progress.NONE));
			assertArrayEquals(new short[] { 0, 0 }, new Warp(away, 2, 1, interpolation, Border.fill(-7), true).of(new short[4], 2, 2, Progress.NONE));
			assertArrayEquals(new float[] { Float.NaN, Float.NaN },
				new Warp(away, 2, 1, interpolation, Border.fill(Double.NaN), true).of(new float[4], 2, 2, Progress.NONE));
			assertArrayEquals(new int[] { 0xff123456, 0xff123456 },
				new Warp(away, 2, 1, interpolation, Border.fill(0x123456), true).of(new int[4], 2, 2, Progress.NONE));
		}
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void onePixelIsEnough(Interpolation interpolation) {
		Homography any = Homography.of(0.01, 0, -0.3, 0, 0.01, 0.2, 0, 0, 1);
		assertArrayEquals(new float[] { 5, 5, 5 }, new Warp(any, 3, 1, interpolation, Border.REPLICATE, true).of(new float[] { 5 }, 1, 1, Progress.NONE), 1e-6f);
		assertArrayEquals(new int[] { 0xff0a0b0c }, new Warp(any, 1, 1, interpolation, Border.REPLICATE, true).of(new int[] { 0xff0a0b0c, 0xff0a0b0c }, 1, 2, Progress.NONE));
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void doesNotDependOnThreads(Interpolation interpolation) {
		int[] source = (int[]) Pictures.noise(int[].class, WIDTH * HEIGHT, 8);
		Warp warp = new Warp(Homography.of(0.7, 0.3, 1, -0.2, 2.5, 9, 0.001, 0.002, 1), 400, 200, interpolation, Border.fill(0), true);
		int[] alone = new ForkJoinPool(1).submit(() -> warp.of(source, WIDTH, HEIGHT, Progress.NONE)).join();
		assertArrayEquals(alone, new ForkJoinPool(4).submit(() -> warp.of(source, WIDTH, HEIGHT, Progress.NONE)).join());
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void cancels(Interpolation interpolation) {
		Warp warp = new Warp(Homography.of(TILTED), 500, 500, interpolation, Border.fill(0), true);
		assertThrows(CancellationException.class, () -> warp.of(new byte[100], 10, 10, new Canceled()));
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void reportsAllItsWorkInOrder(Interpolation interpolation) {
		List<Double> parts = new ArrayList<>();
		Progress progress = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				parts.add((double) done / total);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		new Warp(Homography.of(TILTED), 200, 500, interpolation, Border.fill(0), true).of(new byte[100], 10, 10, progress);
		assertEquals(parts.stream().sorted().toList(), parts);
		assertEquals(1.0, parts.get(parts.size() - 1));
		assertTrue(parts.size() > 10, parts.size() + " reports");
	}

	@Test
	void refusesTargetsThatNoImageHolds() {
		assertThrows(TintypeException.class, () -> new Warp(Homography.IDENTITY, 50000, 50000, Interpolation.NEAREST, Border.REPLICATE, true));
		assertThrows(TintypeException.class, () -> new Warp(Homography.IDENTITY, 0, 5, Interpolation.NEAREST, Border.REPLICATE, true));
		Warp warp = new Warp(Homography.IDENTITY, 5, 5, Interpolation.NEAREST, Border.REPLICATE, true);
		assertThrows(IllegalArgumentException.class, () -> warp.of(new byte[5], 2, 2, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> warp.of(new long[4], 2, 2, Progress.NONE));
	}

	/** Past the 32767 pixels at which other programs end. */
	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void wideAndHighPictures(Interpolation interpolation) {
		int width = 300_000;
		short[] source = new short[width * 2];
		for (int k = 0; k < source.length; k++)
			source[k] = (short) (k % width % 50000);
		Homography half = Homography.of(1, 0, 0.25, 0, 1, 0, 0, 0, 1), turned = Homography.of(0, 1, 0.25, 1, 0, 0, 0, 0, 1);
		short[] wide = new Warp(half, width, 2, interpolation, Border.REPLICATE, true).of(source, width, 2, Progress.NONE);
		short[] high = new Warp(turned, 2, width, interpolation, Border.REPLICATE, true).of(source, width, 2, Progress.NONE);
		for (int x : new int[] { 10, 32767, 32768, 65536, 262143, 262145, 299_990 }) {
			assertEquals(x % 50000, wide[x] & 0xffff, "at " + x);
			assertEquals(x % 50000, high[2 * x] & 0xffff, "at " + x);
		}
		int[] colours = new int[width * 2];
		for (int k = 0; k < colours.length; k++)
			colours[k] = k % width / 2000;
		assertEquals(149, 0xff & new Warp(half, width, 2, interpolation, Border.REPLICATE, true).of(colours, width, 2, Progress.NONE)[299_500]);
	}
}
