package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written fast is what the kernel says. */
class FastBilinearTest {

	private static final int WIDTH = 83, HEIGHT = 57;

	@ParameterizedTest
	@ValueSource(classes = { byte[].class, short[].class, float[].class, int[].class })
	void likeTheKernel(Class<?> kind) {
		likeTheKernel(Pictures.noise(kind, WIDTH * HEIGHT, 21));
	}

	/** Beside pixels as well that are no numbers, infinite, or too far apart for 32 bits. */
	@Test
	void pixelsBeyondNumbers() {
		float[] pixels = (float[]) Pictures.noise(float[].class, WIDTH * HEIGHT, 23);
		float[] odd = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN };
		for (int k = 0; k < pixels.length; k += 7)
			pixels[k] = odd[k % odd.length];
		likeTheKernel(pixels);
		float[] steep = new float[WIDTH * HEIGHT];
		for (int k = 0; k < steep.length; k++)
			steep[k] = k % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
		assertTrue(Float.isFinite(filled(steep, 40.25, 20)));
	}

	private static float filled(float[] pixels, double x, double y) {
		Plane source = Plane.of(pixels, WIDTH, HEIGHT), target = source.blank(1, 1);
		target.bilinear(source).write(new double[] { x }, new double[] { y }, 1, 0);
		return ((float[]) target.pixels())[0];
	}

	private static void likeTheKernel(Object pixels) {
		Plane source = Plane.of(pixels, WIDTH, HEIGHT);
		Plane fast = source.blank(Strip.BLOCK, 1), plain = source.blank(Strip.BLOCK, 1);
		BilinearRow row = fast.bilinear(source);
		Sampler sampler = new KernelSampler(source, new Linear(), Extension.FILL, new double[source.channels()]);
		Random random = new Random(22);
		double[] x = new double[Strip.BLOCK], y = x.clone();
		for (int round = 0; round < 200; round++) {
			for (int k = 0; k < Strip.BLOCK; k++) {
				x[k] = place(random, WIDTH);
				y[k] = place(random, HEIGHT);
			}
			double[] sums = new double[source.channels() * Strip.BLOCK];
			sampler.add(x, y, Strip.BLOCK, sums);
			plain.set(0, Strip.BLOCK, sums, 1);
			row.write(x, y, Strip.BLOCK, 0);
			compare(plain.pixels(), fast.pixels());
		}
	}

	/** Now and then on or next to a pixel. */
	private static double place(Random random, int size) {
		double place = random.nextDouble() * (size - 1), limit = size - 1 - 1e-6;
		return switch (random.nextInt(6)) {
			case 0 -> Math.floor(place);
			case 1 -> Math.min(limit, Math.nextDown(Math.floor(place) + 1));
			default -> place;
		};
	}

	private static void compare(Object plain, Object fast) {
		for (int channel = 0; channel < Pictures.channels(plain); channel++) {
			double[] expected = Pictures.values(plain, channel), actual = Pictures.values(fast, channel);
			for (int k = 0; k < expected.length; k++)
				assertEquals(expected[k], actual[k], plain instanceof int[] ? 1 : plain instanceof float[] ? 1e-6 : 0, "at " + k);
		}
	}

	/** Rows are found fast wherever all neighbours are there, and only there. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.002, -0.013 })
	void interiorIsRight(double perspective) {
		Homography toSource = Homography.of(0.9, -0.3, 3, 0.2, 0.7, -4, perspective, 0.004, 1);
		Plane source = Plane.of(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
		int columns = 300, rows = 120, inside = 0;
		Interior interior = new Interior(PixelMap.of(toSource, columns, rows), source, columns, rows);
		for (int j = 0; j < rows; j++) {
			interior.find(j);
			assertTrue(0 <= interior.from() && interior.from() <= interior.to() && interior.to() <= columns);
			for (int i = 0; i < columns; i++) {
				double[] place = toSource.map(i, j);
				double off = Math.min(Math.min(place[0], WIDTH - 1 - place[0]), Math.min(place[1], HEIGHT - 1 - place[1]));
				boolean fast = i >= interior.from() && i < interior.to(), seen = toSource.denominator(i, j) > 0;
				if (fast) inside++;
				assertTrue(fast ? seen && off > 0 : !seen || off < 1e-5, "at " + i + ", " + j);
			}
		}
		assertTrue(inside > 1000, inside + " pixels");
	}
}
