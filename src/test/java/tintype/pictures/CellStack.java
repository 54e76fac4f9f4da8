package tintype.pictures;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ShortProcessor;

import java.util.Random;

/**
 * A 16-bit fluorescence-like stack, 96 x 80 pixels, five slices one micron
 * apart: round cells with a brighter nucleus, out-of-focus light and the noise
 * of counted photons. Display range 300..5200 of the values 0..65535.
 */
final class CellStack {

	static final int WIDTH = 96, HEIGHT = 80, SLICES = 5;
	static final double PIXEL = 0.2, STEP = 1, DISPLAY_MIN = 300, DISPLAY_MAX = 5200;

	private static final int CELLS = 11;
	private static final double OFFSET = 180, PHOTON = 6;

	private CellStack() {}

	static ImagePlus image() {
		final double[][] cells = cells();
		final Random photons = new Random(40);
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int slice = 0; slice < SLICES; slice++)
			stack.addSlice(label(slice), slice(cells, slice * STEP, photons));
		final ImagePlus image = new ImagePlus("cells-16bit", stack);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = calibration.pixelHeight = PIXEL;
		calibration.pixelDepth = STEP;
		calibration.setUnit("micron");
		image.setDimensions(1, SLICES, 1);
		image.setDisplayRange(DISPLAY_MIN, DISPLAY_MAX);
		return image;
	}

	static String label(final int slice) {
		return "z=" + slice + " micron";
	}

	/** Centre x, y, z and radius in microns, brightness in counts. */
	private static double[][] cells() {
		final Random random = new Random(7);
		final double[][] cells = new double[CELLS][];
		for (int i = 0; i < CELLS; i++)
			cells[i] = new double[] { WIDTH * PIXEL * (0.06 + 0.88 * random.nextDouble()),
				HEIGHT * PIXEL * (0.06 + 0.88 * random.nextDouble()), 4 * random.nextDouble(),
				1.3 + 0.9 * random.nextDouble(), 1200 + 2600 * random.nextDouble() };
		return cells;
	}

	private static ShortProcessor slice(final double[][] cells, final double z, final Random photons) {
		final ShortProcessor pixels = new ShortProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				double light = 140;
				for (final double[] cell : cells)
					light += glow(cell, x * PIXEL, y * PIXEL, z);
				final double noisy = light + Math.sqrt(light * PHOTON) * photons.nextGaussian();
				pixels.set(x, y, (int) Math.min(65535, Math.max(0, OFFSET + noisy)));
			}
		return pixels;
	}

	private static double glow(final double[] cell, final double x, final double y, final double z) {
		final double dx = x - cell[0], dy = y - cell[1], dz = z - cell[2];
		final double flat = dx * dx + dy * dy, blur = 1 + 0.35 * dz * dz;
		final double body = Noise.step(1.25, 0.75, Math.sqrt(flat + 0.6 * dz * dz) / cell[3]);
		final double ux = dx - 0.25 * cell[3], nucleus = 1 / (1 + 9 * (ux * ux + dy * dy) / (cell[3] * cell[3]));
		final double haze = 1 / (1 + flat / (cell[3] * cell[3] * blur));
		return cell[4] * (0.75 * body + (0.9 * nucleus * nucleus + 0.28 * haze * haze) / blur);
	}
}
