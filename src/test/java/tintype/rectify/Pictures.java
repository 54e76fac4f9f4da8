package tintype.rectify;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Random;

/** Pictures to warp, and what they are as numbers. */
final class Pictures {

	private Pictures() {}

	/** Random pixels of a kind: byte[], short[], float[], double[] or int[]. */
	static Object noise(Class<?> kind, int pixels, long seed) {
		Random random = new Random(seed);
		Object array = java.lang.reflect.Array.newInstance(kind.getComponentType(), pixels);
		for (int k = 0; k < pixels; k++) {
			if (array instanceof byte[] bytes) bytes[k] = (byte) random.nextInt();
			if (array instanceof short[] shorts) shorts[k] = (short) random.nextInt();
			if (array instanceof float[] floats) floats[k] = (float) random.nextGaussian();
			if (array instanceof double[] doubles) doubles[k] = random.nextGaussian();
			if (array instanceof int[] colours) colours[k] = 0xff000000 | random.nextInt();
		}
		return array;
	}

	/** How many values a pixel has. */
	static int channels(Object pixels) {
		return pixels instanceof int[] ? 3 : 1;
	}

	/** One channel as numbers, red being 0. */
	static double[] values(Object pixels, int channel) {
		double[] values = new double[java.lang.reflect.Array.getLength(pixels)];
		for (int k = 0; k < values.length; k++)
			values[k] = pixels instanceof byte[] bytes ? bytes[k] & 0xff //
				: pixels instanceof short[] shorts ? shorts[k] & 0xffff //
				: pixels instanceof float[] floats ? floats[k] //
				: pixels instanceof double[] doubles ? doubles[k] : ((int[]) pixels)[k] >> 16 - 8 * channel & 0xff;
		return values;
	}

	/** What pixels of this kind make of a value. */
	static double stored(Object pixels, double value) {
		if (pixels instanceof double[]) return value;
		if (pixels instanceof float[]) return (float) value;
		return Math.max(0, Math.min(pixels instanceof short[] ? 65535 : 255, Math.floor(value + 0.5)));
	}

	/** The pixels of an image as ImageJ keeps them: 8 bits, 32 bits or RGB. */
	static Object pixels(BufferedImage image) {
		Raster raster = image.getRaster();
		int width = image.getWidth(), height = image.getHeight();
		if (image.getSampleModel().getNumBands() > 1) return image.getRGB(0, 0, width, height, null, 0, width);
		float[] values = raster.getSamples(0, 0, width, height, 0, (float[]) null);
		if (image.getSampleModel().getSampleSize(0) == 32) return values;
		byte[] bytes = new byte[values.length];
		for (int k = 0; k < bytes.length; k++)
			bytes[k] = (byte) values[k];
		return bytes;
	}

	/**
	 * Like a photograph as far as resampling is concerned: noise of 1/f
	 * amplitude, which is the same in each octave, with a disc and a bar that have sharp edges.
	 */
	static float[] photograph(int size) {
		double[] sum = new double[size * size];
		for (int wavelength = 1; wavelength <= size; wavelength *= 2)
			addNoise(sum, size, wavelength, 25);
		float[] picture = new float[size * size];
		for (int k = 0; k < sum.length; k++) {
			int x = k % size, y = k / size;
			double disc = Math.hypot(x - 0.3 * size, y - 0.35 * size) - 0.2 * size, bar = Math.abs(x + 0.4 * y - 0.95 * size) - 0.06 * size;
			picture[k] = (float) Math.max(0, Math.min(255, 110 + sum[k] + 60 * edge(disc) - 70 * edge(bar)));
		}
		return picture;
	}

	/** From 1 inside to 0 outside, over about a pixel. */
	private static double edge(double distance) {
		return 1 / (1 + Math.exp(distance / 0.3));
	}

	/** Random values on a lattice, joined by cubic ramps. */
	private static void addNoise(double[] sum, int size, int wavelength, double amplitude) {
		int cells = size / wavelength + 2;
		double[] lattice = new Random(wavelength).doubles((long) cells * cells, -amplitude, amplitude).toArray();
		for (int k = 0; k < sum.length; k++) {
			double x = (k % size + 0.37) / wavelength, y = (k / size + 0.61) / wavelength;
			int i = (int) x, j = (int) y, at = j * cells + i;
			double u = ramp(x - i), v = ramp(y - j);
			sum[k] += (1 - v) * ((1 - u) * lattice[at] + u * lattice[at + 1]) + v * ((1 - u) * lattice[at + cells] + u * lattice[at + cells + 1]);
		}
	}

	private static double ramp(double t) {
		return t * t * (3 - 2 * t);
	}
}
